import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { writeText } from "#app/documents/write-text.ts";
import { optionalParagraphs } from "#app/http/fields.ts";
import { typedValue } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { formatDayAndTime } from "#app/time/format.ts";
import { TextArea } from "#app/ui/controls.tsx";
import { ButtonForm, ErrorSummary, FormFrame, SaveBar } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { addressIn, mailtoLink, readHolders } from "../../members/who-goes.ts";
import styles from "../../pages/visits.css?url";
import { crumbsOf } from "../../programme-words.ts";
import { headOf, programmePath, targetHere, visitHere } from "../../visit-here.server.ts";
import { holdersInWords, holdersOf } from "../programme-version.ts";
import { recordProgrammeCopies } from "../store.server.ts";
import { copyOf } from "./schedulers-here.server.ts";

/** Who holds which version, with a mail to each who holds an earlier one. */
async function copiesPage(arrival: CampaignArrival) {
  const visit = await visitHere(arrival);
  const { number, hash } = headOf(visit);
  const text = writeText(copyOf(arrival, visit).document);
  const subject = `${visit.event.title}, version ${number}`;
  return {
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    mayWrite: arrival.may("write"),
    number,
    mailto: mailtoLink("", subject, text),
    holders: holdersOf(visit.copies, hash).map((holder) => {
      const address = addressIn(holder.holder);
      return {
        ...holder,
        when: formatDayAndTime(holder.givenAt, arrival.today),
        mailto: address === null ? null : mailtoLink(address, subject, text),
      };
    }),
  };
}

const schema = z.object({
  holders: optionalParagraphs(4000).transform((typed, { addIssue }) => {
    const read = readHolders(typed);
    if (!read.ok) addIssue(read.words);
    return read.ok ? read.holders : [];
  }),
});

/** Puts on record who was given the programme as it stands. */
async function markAsSent(arrival: CampaignArrival & Sent) {
  const { number, hash } = headOf(await visitHere(arrival));
  return save(
    arrival,
    readForm(arrival.form, schema),
    (change, { holders }) => {
      const who = holders.length === 1 ? holders[0] : `${holders.length} recipients`;
      const summary = `Version ${number} of the programme sent to ${who}`;
      const copies = { number, hash, holders, summary };
      return recordProgrammeCopies(change, targetHere(arrival, "/copies"), copies);
    },
    () => "That has just been recorded",
  );
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Who holds the programme");

export const loader = campaignPage("read", copiesPage);
export const action = campaignAction("write", markAsSent);

export default function Copies() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Who holds the programme"
        sub={`The current programme is version ${page.number}. Held by ${holdersInWords(page.holders)}`}
        crumbs={crumbsOf(page, "Who holds it")}
      />
      <ErrorSummary errors={refused?.errors} />
      {page.holders.length === 0 ? (
        <Empty
          text={`No one yet. Anyone who prints the programme is recorded as holding it${page.mayWrite ? "; say here who else has been sent it" : ""}.`}
        />
      ) : null}
      <ul className="visit-people">
        {page.holders.map((holder) => (
          <Holder key={holder.id} holder={holder} page={page} />
        ))}
      </ul>
      {page.mayWrite ? (
        <SendForm
          page={page}
          error={refused?.errors.holders}
          typed={typedValue(refused?.values, "holders", "")}
        />
      ) : null}
    </>
  );
}

type CopiesPage = Awaited<ReturnType<typeof copiesPage>>;

function Holder({ holder, page }: { holder: CopiesPage["holders"][number]; page: CopiesPage }) {
  return (
    <li>
      <b>{holder.holder}</b>
      <State kind={holder.isCurrent ? "ok" : "warn"}>version {holder.number}</State>
      <span className="secondary">{holder.when}</span>
      {page.mayWrite && !holder.isCurrent ? (
        <>
          {holder.mailto === null ? null : (
            <a className="push-end" href={holder.mailto}>
              Write an e-mail<span className="visually-hidden"> to {holder.holder}</span>
            </a>
          )}
          <ButtonForm
            action="?"
            label={
              <>
                Mark version {page.number} as sent<span className="visually-hidden"> to {holder.holder}</span>
              </>
            }
            fields={{ holders: holder.holder }}
            className="linklike"
          />
        </>
      ) : null}
    </li>
  );
}

function SendForm({ page, error, typed }: { page: CopiesPage; error: string | undefined; typed: string }) {
  return (
    <section aria-labelledby="send">
      <h2 id="send">Send version {page.number}</h2>
      <p className="small">
        Print it, or send the <a href={`${page.here}/schedulers`}>copy for schedulers</a>
        {page.mailto === null ? "" : ", or "}
        {page.mailto === null ? null : <a href={page.mailto}>send it by e-mail</a>}. Then say who has it now.
      </p>
      <FormFrame action="?">
        <TextArea
          name="holders"
          label="Who has this version now"
          hint="One per line: an office, or an office with its address, like Office of Ellen Voss <scheduler@state.example>"
          rows={4}
          error={error}
          value={typed}
        />
        <SaveBar label="Mark as sent" leave={page.here} />
      </FormFrame>
    </section>
  );
}
