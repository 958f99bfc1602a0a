import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isPublicRecord } from "#app/campaign/contacts/contact.ts";
import { contactHere } from "#app/campaign/contacts/contact-page.server.ts";
import { contactLocation } from "#app/campaign/contacts/memberships.server.ts";
import { purgeSearchIndex } from "#app/campaign/find/search.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { listCampaignsOfAccount } from "#app/http/campaigns-of-account.server.ts";
import { version } from "#app/http/fields.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { counted } from "#app/text/in-words.ts";
import { isOnRecord, personName } from "#app/text/person-name.ts";
import { ButtonForm, Cancel, ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { erasureRefusal, explainErasureRefusal, isNameShared, otherCampaignsInWords } from "../erasure.ts";
import {
  countRewritten,
  listNaming,
  listStandingTexts,
  listTextsOfQuery,
  type StandingText,
} from "../naming-texts.server.ts";
import { eraseContact } from "../store.server.ts";
import { countMeetingsOf, listCampaignsOf, readCalledBy, readTraces, whomToAskIn } from "../traces.server.ts";

export const meta = () => pageTitle("Erase a contact");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, account, url, database } = arrival;
  const contact = await contactHere(arrival);
  const own = contactLocation({ campaignId: campaign.id, contactId: contact.id });
  const page = { campaignId: campaign.id, own, name: contact.name, version: contact.version };
  const seenIn = await campaignsSeen(arrival);
  if (!isOnRecord(contact.name)) {
    const standing = await listTextsOfQuery(database.read, url.searchParams, seenIn);
    return { ...page, standing, asked: null };
  }
  const called = await readCalledBy(database.read, contact.id);
  const naming = await listNaming(database.read, called);
  const campaigns = await listCampaignsOf(database.read, contact.id, naming);
  const otherCampaigns = campaigns.filter((id) => id !== campaign.id).length;
  const isPublic = isPublicRecord(contact);
  return {
    ...page,
    standing: isPublic ? [] : await listStandingTexts(database.read, called, naming, seenIn),
    asked: {
      otherCampaigns,
      refusal: erasureRefusal({ isPublicRecord: isPublic, otherCampaigns }, account),
      whom: await whomToAskIn(database.read, campaign.id),
      meetings: await countMeetingsOf(database.read, contact.id),
      texts: countRewritten(naming),
      isShared: isNameShared(called),
    },
  };
});

async function campaignsSeen({ database, account }: CampaignArrival): Promise<string[]> {
  return (await listCampaignsOfAccount(database.read, account.id)).map(({ campaign }) => campaign.id);
}

const sent = z.object({ version });

export const action = campaignAction("write", async (arrival) => {
  const { form, params, campaign, database, today: day } = arrival;
  const target = { campaignId: campaign.id, contactId: params.contact ?? "" };
  const traces = await readTraces(database.read, target.contactId, null);
  const asked = { target, day, seenIn: await campaignsSeen(arrival), traces };
  const answer = await save(
    arrival,
    readForm(form, sent),
    (change, typed) => eraseContact(change, { ...asked, version: typed.version }),
    ({ reason }) => explainErasureRefusal(reason),
  );
  // The erasure is done; what fails here the day's pass does once more.
  if (answer instanceof Response) await purgeSearchIndex(database).catch(() => undefined);
  return answer;
});

export default function EraseContact() {
  const { campaignId, own, name, version, standing, asked } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={asked === null ? "Erased for good" : `Erase ${name} for good`}
        crumbs={[
          { label: "Contacts", to: addressOf.contacts(campaignId) },
          { label: personName(name), to: own },
          "Erase",
        ]}
      />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
      <div className="stack">
        {asked === null ? (
          <p>
            Everything kept only about this person has been erased. Meetings, scores and counts remain; the
            person appears in them as “<a href={own}>{personName("")}</a>”.
          </p>
        ) : (
          <Asked asked={asked} own={own} version={version} />
        )}
        {standing.length === 0 ? null : <Standing standing={standing} />}
      </div>
    </>
  );
}

type Question = NonNullable<Awaited<ReturnType<typeof loader>>["asked"]>;

function Asked({ asked, own, version }: { asked: Question; own: string; version: number }) {
  const { refusal, otherCampaigns } = asked;
  if (refusal === "public-record") return <p>{explainErasureRefusal(refusal)}</p>;
  return (
    <>
      <WhatGoes texts={asked.texts} />
      <section>
        <h2>What stays</h2>
        <p>{staysInWords(asked.meetings)}</p>
      </section>
      <section>
        <h2>Before you erase</h2>
        <p>{otherCampaignsInWords(otherCampaigns)}</p>
        {asked.isShared ? (
          <p>Someone else on record has the same name, and a text does not show which of them it means.</p>
        ) : null}
        <p>
          In texts, only the full name and any e-mail address will be replaced, and the salutation of any
          thank-you note to this person; a surname on its own elsewhere will remain. Backups made before the
          erasure will still contain this person’s data until the backups are deleted.{" "}
          <b>There is no Undo.</b>
        </p>
        {refusal === null ? (
          <div className="save noprint">
            <ButtonForm action={`${own}/erase`} version={version} label="Erase" className="button danger" />
            <Cancel to={own} />
          </div>
        ) : (
          <p>
            <b>{asked.whom}</b>
          </p>
        )}
      </section>
    </>
  );
}

function WhatGoes({ texts }: { texts: number }) {
  const named = counted(texts, "event, note or follow-up names", "events, notes or follow-ups name");
  const goes = [
    "Name, position, organisation, addresses, role, relationship owner, source and retention dates.",
    "The notes on this person, the audiences they are in, and every reading of their stance.",
    "All of the above in the history, the search index and the next backup as well.",
    "The full name and any e-mail address in titles, notes, follow-ups, reviews and correspondence, which will then say “erased person”.",
    ...(texts === 0 ? [] : [`${named} this person.`]),
  ];
  return (
    <section aria-labelledby="goes">
      <h2 id="goes">What goes</h2>
      <ul className="rows">
        {goes.map((sentence) => (
          <li key={sentence}>
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is left of a person's meetings. */
function staysInWords(meetings: number): string {
  const met =
    meetings === 0
      ? "The records of other people"
      : `${counted(meetings, "meeting")} with this person, including what was said`;
  return `${met}, and all counts and scores. Wherever the person appears in them, it will be as “${personName("")}”.`;
}

/** Texts that keep the name until somebody rewrites them. */
function Standing({ standing }: { standing: readonly StandingText[] }) {
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">The name also appears in</h2>
      <p className="hint">
        The erasure leaves these texts as they are, cleared or not. A clearance applies only to the exact
        words cleared, so a cleared text must be cleared again if you change it. Rewrite any text in which
        this person should no longer be named.
      </p>
      <ul className="rows">
        {standing.map(({ key, kind, title, path }) => (
          <li key={key}>
            <span>
              <a href={path}>{title}</a>
              <br />
              <span className="note">{kind}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
