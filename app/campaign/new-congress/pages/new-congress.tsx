import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ErrorSummary, Submit } from "#app/ui/form-frame.tsx";
import { CutLine } from "#app/ui/list.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { Since } from "../next-congress.ts";
import { answerHandOn } from "./answer-hand-on.server.ts";
import { type HandOnPlace, HangingForm } from "./hanging-form.tsx";
import styles from "./new-congress.css?url";
import { ChangedCommittees, Prepare } from "./new-congress-sections.tsx";
import { newCongressView } from "./new-congress-view.server.ts";

export const meta = () => pageTitle("The new Congress");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("read", async (arrival) => ({
  ...(await newCongressView(arrival)),
  base: `/c/${arrival.campaign.id}`,
  mayWrite: arrival.may("write"),
}));

export const action = campaignAction("write", answerHandOn);

export default function NewCongress() {
  const { base, isRead, readings, committees, members, since, takers, prepare, mayWrite } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const place: HandOnPlace = { base, takers, mayWrite, refused: refused?.values ?? null };
  return (
    <>
      <PageHead
        title="The new Congress"
        sub="Which seats, gavels and offices have changed, and which of our plans depend on them."
        crumbs={[{ label: "Calendar", to: `${base}/calendar` }, "The new Congress"]}
      />
      <ErrorSummary errors={refused?.errors} />
      <div className="stack new-congress">
        {readings.length === 0 ? <NotReadAgain base={base} isRead={isRead} /> : <WhatChanged place={place} />}
        <ChangedCommittees committees={committees} place={place} />
        <Prepare prepare={prepare} base={base} />
        <ChangedMembers members={members} since={since} base={base} />
      </div>
    </>
  );
}

function NotReadAgain({ base, isRead }: { base: string; isRead: boolean }) {
  return (
    <p className="empty">
      {isRead
        ? "The list of Congress has not changed since it was first imported. Changes appear here when a newer list is imported."
        : "The list of Congress has not been imported yet. Changes appear here from the second import on."}{" "}
      <a href={`${base}/contacts/congress`}>Import the list of Congress</a>
    </p>
  );
}

function WhatChanged({ place }: { place: HandOnPlace }) {
  const { readings, readingsCutAt, since, counts, holders } = useLoaderData<typeof loader>();
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">What changed</h2>
      <SinceForm since={since} readings={readings} cutAt={readingsCutAt} />
      <p>{sentenceOf(counts, holders.length)}</p>
      {holders.map(({ contact, words, hanging, successors, hasLeft }) => (
        <article key={contact.id} id={`c-${contact.id}`}>
          <h3>
            <a href={`${place.base}/contacts/${contact.id}`}>{contact.name}</a>
          </h3>
          <ul className="small">
            {words.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
          <HangingForm
            contact={contact}
            hanging={hanging}
            successors={successors}
            place={place}
            isTicked={hasLeft}
            scope="member"
          />
        </article>
      ))}
    </section>
  );
}

function sentenceOf(
  counts: { members: number; left: number; came: number; gavels: number; sides: number; offices: number },
  ours: number,
): string {
  if (counts.members === 0) return "Nothing has changed since that day.";
  const told = [
    `${counts.left} left`,
    `${counts.came} joined`,
    `${counts.gavels === 1 ? "1 gavel" : `${counts.gavels} gavels`} changed hands`,
    `${counts.sides === 1 ? "1 committee seat" : `${counts.sides} committee seats`} changed sides`,
    `${counts.offices === 1 ? "1 office" : `${counts.offices} offices`} moved`,
  ].join(", ");
  const hang =
    ours === 0
      ? `Nothing in this campaign depends on ${counts.members === 1 ? "this member" : "any of these members"}.`
      : `Parts of this campaign depend on ${counts.members === 1 ? "this member" : `${ours} of these ${counts.members} members`}.`;
  return `${told}. ${hang}`;
}

type Members = {
  page: number;
  before: number;
  all: number;
  shown: readonly { contact: { id: string; name: string }; words: readonly string[] }[];
};

/** Every member of whom the list says something else than before, fifty at a time. */
function ChangedMembers({ members, since, base }: { members: Members; since: Since; base: string }) {
  if (members.all === 0) return null;
  const first = members.before + 1;
  const last = first + members.shown.length - 1;
  const to = (page: number) => `?since=${since.day}&page=${page}#members`;
  return (
    <section aria-labelledby="members">
      <h2 id="members">Every member whose record has changed</h2>
      <ul className="rows">
        {members.shown.map(({ contact, words }) => (
          <li key={contact.id}>
            <span>
              <a href={`${base}/contacts/${contact.id}`}>{contact.name}</a>: {words.join("; ")}
            </span>
          </li>
        ))}
      </ul>
      <p className="pager">
        <span>
          {first} to {last} of {members.all}
        </span>
        {members.page > 1 ? <a href={to(members.page - 1)}>Previous</a> : null}
        {last < members.all ? <a href={to(members.page + 1)}>Next</a> : null}
      </p>
    </section>
  );
}

/** Since which day changes are looked at: typed, or the day of one of the readings. */
function SinceForm({
  since,
  readings,
  cutAt,
}: {
  since: Since;
  readings: readonly CalendarDate[];
  cutAt: number | null;
}) {
  const today = useToday();
  return (
    <>
      <form method="get" className="search">
        <TextInput
          name="since"
          label="Since"
          hint="The day of an import, or any other day, for example 3 Jan 2027"
          value={since.typed}
          error={since.error}
          maxLength={40}
        />
        <Submit>Show</Submit>
      </form>
      <p className="note">
        Imports that changed something:{" "}
        {readings.map((day, index) => (
          <span key={day}>
            {index === 0 ? "" : ", "}
            <a href={`?since=${day}`}>{formatDay(day, today)}</a>
          </span>
        ))}
      </p>
      <CutLine cutAt={cutAt} which="newest imports" others="Enter an earlier day for the others’ changes." />
    </>
  );
}
