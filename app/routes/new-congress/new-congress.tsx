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
  const { base, readings, since, counts, holders, committees, members, takers, prepare, mayWrite, homeZone } =
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
        {readings.length === 0 ? (
          <p className="empty">
            The list of Congress has not changed since it was first read. It is read with{" "}
            <code>demarche import congress FOLDER</code>; what it changes then stands here.
          </p>
        ) : (
          <section aria-labelledby="changed">
            <h2 id="changed">What changed</h2>
            <SinceForm since={since} readings={readings} />
            <p>{sentenceOf(counts, holders.length)}</p>
            {holders.map((holder) => (
              <article key={holder.contact.id} id={`c-${holder.contact.id}`}>
                <h3>
                  <a href={`${base}/contacts/${holder.contact.id}`}>{holder.contact.name}</a>
                </h3>
                <ul className="small">
                  {holder.words.map((words) => (
                    <li key={words}>{words}</li>
                  ))}
                </ul>
                <HangingForm
                  contact={holder.contact}
                  hanging={holder.hanging}
                  successors={holder.successors}
                  isTicked={holder.hasLeft}
                  place={place}
                  scope="member"
                />
              </article>
            ))}
          </section>
        )}
        <ChangedCommittees committees={committees} place={place} />
        <Prepare prepare={prepare} base={base} />
        <ChangedMembers members={members} since={since} base={base} />
      </div>
    </>
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
