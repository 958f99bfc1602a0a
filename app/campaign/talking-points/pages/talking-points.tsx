import { useLoaderData } from "@remix-run/react";
import { needInWords } from "#app/campaign/campaigns/need-in-words.ts";
import { listDesksEver } from "#app/campaign/clearances/desks.server.ts";
import { listAskedOf, listRequestsWaiting } from "#app/campaign/clearances/requests.server.ts";
import { listHoldNeeds } from "#app/campaign/holds/hold-needs.server.ts";
import { listHoldsOnPapers } from "#app/campaign/holds/marked-by-holds.server.ts";
import { listMessagesInUse } from "#app/campaign/messages/list.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage, pageAsked } from "#app/http/page.server.ts";
import { inWords } from "#app/text/in-words.ts";
import { formatDayAndTime } from "#app/time/format.ts";
import { NewerOlder } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import { listPapersOfCampaign, listPapersSentBack, listWaitingPapers } from "../lists.server.ts";
import { PapersTable } from "./papers-table.tsx";
import styles from "./talking-points.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Talking points");

const MOST_MESSAGES = 20;

export const loader = campaignPage("read", async (arrival) => {
  const { database, campaign, account, now } = arrival;
  const { read } = database;
  const page = pageAsked(arrival.url);
  const { papers, hasOlder } = await listPapersOfCampaign(read, campaign.id, page);
  const desks = await listDesksEver(read, campaign.id);
  const mine = await listAskedOf(read, { campaignId: campaign.id, accountId: account.id, now });
  const returned = await listPapersSentBack(read, campaign.id, account.id);
  const asked = (await listWaitingPapers(read, mine)).map(({ paper, request }) => ({
    ...paper,
    dueAt: request.dueAt,
    desk: `For the ${request.desk.name}`,
  }));
  const isAsked = (id: string) => asked.some(({ paper }) => paper.id === id);
  const cameBack = returned.filter(({ paper }) => !isAsked(paper.id));
  const waiting = [...asked, ...cameBack.map((paper) => ({ ...paper, dueAt: null, desk: null }))];
  // What waits for the reader stands there, and once.
  const others = papers.filter(({ paper }) => !waiting.some((one) => one.paper.id === paper.id));
  const open = await listRequestsWaiting(
    read,
    campaign.id,
    desks.map(({ id }) => id),
  );
  const mayClear = arrival.may("clear for the ministry") && waiting.length === 0;
  const first = { offset: 0, limit: MOST_MESSAGES };
  const messages = mayClear ? await listMessagesInUse(read, campaign.id, first) : [];
  const rows = others.map((paper) => {
    const request = open.find(({ subject }) => subject.id === paper.paper.id);
    const desk = request === undefined ? null : `With the ${request.desk.name}`;
    return { ...paper, dueAt: request?.dueAt ?? null, desk };
  });
  const inWork = rows.filter(({ paper }) => paper.stage !== "used");
  const ids = [...waiting, ...rows].map(({ paper }) => paper.id);
  const holds = await listHoldsOnPapers(read, ids);
  return {
    campaignId: campaign.id,
    now,
    mayWrite: arrival.may("write"),
    page,
    hasOlder,
    showsAll: arrival.url.searchParams.get("show") !== "waiting",
    onHold: [...holds.keys()],
    lines: await listHoldNeeds(read, {
      campaignId: campaign.id,
      accountId: account.id,
      role: arrival.role,
      now,
    }),
    waiting,
    messagesToClear: messages.filter(({ status }) => status.status !== "cleared").map(({ number }) => number),
    drafts: inWork.filter(({ standing }) => standing.status !== "cleared"),
    cleared: inWork.filter(({ standing }) => standing.status === "cleared"),
    used: rows.filter(({ paper }) => paper.stage === "used"),
  };
});

export default function TalkingPoints() {
  const { waiting, drafts, cleared, used, mayWrite, showsAll, lines, page, hasOlder, ...view } =
    useLoaderData<typeof loader>();
  const calendar = { label: "Open the calendar", to: addressOf.calendar(view.campaignId) };
  const isEmpty = page === 1 && waiting.length + drafts.length + cleared.length + used.length === 0;
  const none = (words: string) => (page === 1 ? words : "None on this page.");
  return (
    <>
      <PageHead
        title="Talking points"
        sub={`As of ${formatDayAndTime(view.now, useToday())}`}
        acts={
          <a className="button" href={addressOf.instructions(view.campaignId)}>
            Instructions
          </a>
        }
        next={mayWrite ? { label: "New talking points", to: addressOf.newPaper(view.campaignId) } : null}
      />
      <LinesWaiting needs={lines} view={view} />
      {isEmpty ? (
        <Empty text="The paper for an event is started from the event’s page." act={calendar} />
      ) : null}
      <div className="papers">
        <PapersTable
          title="Waiting for you"
          papers={waiting}
          view={view}
          empty={`${lines.length + view.messagesToClear.length === 0 ? "Nothing" : "No paper"} is waiting for you.`}
        />
        <MessagesToClear numbers={view.messagesToClear} campaignId={view.campaignId} />
        {showsAll ? (
          <>
            <PapersTable title="Drafts" papers={drafts} view={view} empty={none("No drafts.")} />
            <PapersTable title="Cleared" papers={cleared} view={view} empty={none("No cleared papers.")} />
            <PapersTable title="Used" papers={used} view={view} empty={none("No paper has been used yet.")} />
            <NewerOlder
              page={page}
              hasOlder={hasOlder}
              path={addressOf.talkingPoints(view.campaignId)}
              search={{}}
            />
          </>
        ) : (
          <p>
            <a href={addressOf.talkingPoints(view.campaignId)}>Show all papers</a>
          </p>
        )}
      </div>
    </>
  );
}

/** Where no paper waits for the ministry, its word may still be missing on the messages that papers are made of. */
function MessagesToClear({ numbers, campaignId }: { numbers: readonly number[]; campaignId: string }) {
  if (numbers.length === 0) return null;
  const which = `${numbers.length === 1 ? "Message" : "Messages"} ${inWords(numbers.map(String))}`;
  return (
    <p>
      {which} {numbers.length === 1 ? "has" : "have"} wording that is not cleared.{" "}
      <a href={addressOf.messages(campaignId)}>Read and clear</a>
    </p>
  );
}

type Said = Parameters<typeof needInWords>;

/** The holding lines that wait for this reader: they are short, and due within the hour. */
function LinesWaiting({ needs, view }: { needs: readonly Said[0][]; view: Omit<Said[1], "homeZone"> }) {
  const homeZone = useHomeZone();
  const lines = needs.filter(({ need }) => need !== "post stopped");
  return lines.map((need) => {
    const { state, head, detail, go, place } = needInWords(need, { ...view, homeZone });
    return (
      <p key={`${place} ${detail}`}>
        <State kind={state}>{head}</State> {detail} <a href={place}>{go}</a>
      </p>
    );
  });
}
