import { useLoaderData } from "@remix-run/react";
import { campaignPage } from "#app/http/page.server.ts";
import { CutLine } from "#app/ui/list.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { listMeetingsToLog, listMyMeetingsToLog, type MyMeetingToLog } from "../../lists.server.ts";
import styles from "../../outcomes.css?url";
import { MeetingList } from "../../pages/meetings-to-log.tsx";

export const meta = () => pageTitle("Log an outcome");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("write", async ({ database, campaign, account, now }) => {
  const [mine, all] = await Promise.all([
    listMyMeetingsToLog(database.read, account.id, now),
    listMeetingsToLog(database.read, campaign.id, account.id, now),
  ]);
  return {
    campaignId: campaign.id,
    mine: mine.rows.filter((meeting) => meeting.campaign.id === campaign.id),
    elsewhere: mine.rows.filter((meeting) => meeting.campaign.id !== campaign.id),
    ofColleagues: all.rows.filter(({ isMine }) => !isMine),
    cutAt: mine.cutAt ?? all.cutAt,
  };
});

/** What can be logged: mine, what is in no calendar, those of colleagues, and mine of other campaigns. */
export default function WhatToLog() {
  const { campaignId, mine, elsewhere, ofColleagues, cutAt } = useLoaderData<typeof loader>();
  const base = `/c/${campaignId}`;
  return (
    <>
      <PageHead title="Log an outcome" crumbs={[{ label: "Outcomes", to: `${base}/outcomes` }, "Log"]} />
      <p>
        <a className="button large" href={`${base}/log/new`}>
          Something that is not in the calendar
        </a>
      </p>
      <p className="note">A word in the corridor, a reception, a call</p>
      <section aria-labelledby="mine">
        <h2 id="mine">Your meetings to log</h2>
        {mine.length === 0 ? (
          <p className="empty">None of yours in this campaign.</p>
        ) : (
          <MeetingList meetings={mine} base={base} />
        )}
      </section>
      {ofColleagues.length === 0 ? null : (
        <details className="fold">
          <summary>
            {ofColleagues.length === 1
              ? "1 meeting held by a colleague"
              : `${ofColleagues.length} meetings held by colleagues`}
          </summary>
          <MeetingList meetings={ofColleagues} base={base} />
        </details>
      )}
      {byCampaign(elsewhere).map(({ campaign, meetings }) => (
        <section key={campaign.id} aria-labelledby={`of-${campaign.id}`}>
          <h2 id={`of-${campaign.id}`}>{campaign.name}</h2>
          <MeetingList meetings={meetings} base={`/c/${campaign.id}`} />
        </section>
      ))}
      <CutLine
        cutAt={cutAt}
        which="latest meetings, yours first,"
        others="The rest will appear as these are logged."
      />
    </>
  );
}

function byCampaign(meetings: readonly MyMeetingToLog[]) {
  const groups = Map.groupBy(meetings, ({ campaign }) => campaign.id);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ campaign: first.campaign, meetings: group }];
  });
}
