import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { answerHandOn } from "./answer-hand-on.server.ts";
import { ChangedCommittees } from "./changed-committees.tsx";
import { ChangedMembers } from "./changed-members.tsx";
import { type HandOnPlace, HangingForm } from "./hanging-form.tsx";
import styles from "./new-congress.css?url";
import { newCongressView } from "./new-congress-view.server.ts";
import { Prepare } from "./prepare.tsx";
import { SinceForm } from "./since-form.tsx";

export const meta = () => pageTitle("The new Congress");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("read", async (arrival) => ({
  ...(await newCongressView(arrival)),
  base: `/c/${arrival.campaign.id}`,
  homeZone: arrival.home.homeZone,
  mayWrite: arrival.may("write"),
}));

export const action = campaignAction("write", answerHandOn);

export default function NewCongress() {
  const { base, readings, committees, members, since, takers, prepare, mayWrite, homeZone } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const place: HandOnPlace = { base, takers, mayWrite, homeZone, refused: refused?.values ?? null };
  return (
    <>
      <PageHead
        title="The new Congress"
        sub="Whose seats, gavels and offices changed, and what of ours hangs on them."
        crumbs={[
          { label: "Calendar", to: `${base}/calendar` },
          { label: "The new Congress", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <div className="stack newc">
        {readings.length === 0 ? <NotReadAgain /> : <WhatChanged place={place} />}
        <ChangedCommittees committees={committees} place={place} />
        <Prepare prepare={prepare} base={base} />
        <ChangedMembers members={members} since={since} base={base} />
      </div>
    </>
  );
}

function NotReadAgain() {
  return (
    <p className="empty">
      The list of Congress has not changed since it was first read. It is read with{" "}
      <code>demarche import congress FOLDER</code>; what it changes then stands here.
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
          <HangingForm {...{ contact, hanging, successors, place }} isTicked={hasLeft} scope="member" />
        </article>
      ))}
    </section>
  );
}

function sentenceOf(
  counts: { members: number; left: number; came: number; gavels: number; sides: number; offices: number },
  ours: number,
): string {
  if (counts.members === 0) return "Nothing changed since that day.";
  const told = [
    `${counts.left} left a chamber`,
    `${counts.came} came`,
    `${counts.gavels} gavels have another holder`,
    `${counts.sides} seats in committees changed sides`,
    `${counts.offices} offices moved`,
  ].join(", ");
  const hang =
    ours === 0
      ? "Nothing of this campaign hangs on any of these members."
      : `Something of this campaign hangs on ${ours} of these ${counts.members} members.`;
  return `${told}. ${hang}`;
}
