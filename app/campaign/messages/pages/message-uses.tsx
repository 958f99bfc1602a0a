import { useLoaderData } from "@remix-run/react";
import { type CampaignArrival, campaignPage, listPage } from "#app/http/page.server.ts";
import { FOUND_BY_WORDS } from "#app/text/cut.ts";
import { CutLine, Pager, TenFirst } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { readMessageHead } from "../message-view.server.ts";
import { statusInWords } from "../message-words.ts";
import type { RevisionWithClearance } from "../revisions.server.ts";
import {
  countEventsOfMessage,
  listEventsByRevision,
  listEventsOfMessage,
  listPapersByWording,
  type WordingAtEvent,
  type WordingInPaper,
} from "../uses.server.ts";
import styles from "./message.css?url";
import { MessageHead } from "./message-head.tsx";
import { type UseGroup, usesByEvent } from "./uses-by-event.ts";
import { EventUse } from "./uses-lists.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: { head: { message: { number: number } } } | undefined }) =>
  pageTitle(`Where message ${data?.head.message.number ?? ""} is used`);

const EVENTS_ON_A_PAGE = 10;

export const loader = campaignPage("read", async (arrival: CampaignArrival) => {
  const { read } = arrival.database;
  const { revisions, ...head } = await readMessageHead(arrival);
  const { id } = head.message;
  const count = await countEventsOfMessage(read, id);
  const { page, pages, part } = listPage(arrival.url, count, EVENTS_ON_A_PAGE);
  const said = revisions.map((revision) => revision.id);
  const [planned, papers, events] = await Promise.all([
    listEventsOfMessage(read, id, { ...part, count }),
    listPapersByWording(read, id),
    listEventsByRevision(read, said),
  ]);
  return { head, revisions, papers, events, planned, count, page, pages };
});

export default function MessageUses() {
  const { head, revisions, papers, events, planned, count, page, pages } = useLoaderData<typeof loader>();
  return (
    <>
      <MessageHead view={head} tab="uses" />
      <div className="stack">
        <WordingUses revisions={revisions} papers={papers.rows} events={events} base={head.base} />
        <CutLine cutAt={papers.cutAt} which="uses in papers changed most recently" others={FOUND_BY_WORDS} />
        <section aria-labelledby="planned">
          <h2 id="planned">Planned events ({count})</h2>
          {count === 0 ? <p className="empty">This message is not planned for any event.</p> : null}
          <ul className="uses">
            {planned.map((event) => (
              <EventUse key={event.id} event={event} base={head.base} />
            ))}
          </ul>
          <Pager page={page} pages={pages} link={(wanted) => `?page=${wanted}`} />
        </section>
      </div>
    </>
  );
}

type Uses = {
  papers: readonly WordingInPaper[];
  events: readonly WordingAtEvent[];
  base: string;
};

/** Every wording of a message, the newest first, with the papers that have it and the events at which it was said. */
function WordingUses({ revisions, ...uses }: Uses & { revisions: readonly RevisionWithClearance[] }) {
  const framed = uses.papers.filter((paper) => paper.framedFor !== null);
  return (
    <>
      {revisions.map((revision) => (
        <RevisionUses key={revision.id} revision={revision} {...uses} />
      ))}
      {framed.length === 0 ? null : (
        <section aria-labelledby="framed">
          <h2 id="framed">In a framing for one audience</h2>
          <TenFirst
            className="uses"
            what="papers"
            items={framed.map((paper) => (
              <li key={`${paper.id} ${paper.revisionId}`}>
                <a href={`${uses.base}/talking-points/${paper.id}`}>{paper.title}</a>{" "}
                <span className="note">
                  for {paper.framedFor}, revision {paper.number}, {paper.stage}
                </span>
              </li>
            ))}
          />
        </section>
      )}
    </>
  );
}

function RevisionUses({ revision, papers, events, base }: Uses & { revision: RevisionWithClearance }) {
  const { id, number, clearance } = revision;
  const inPapers = papers.filter((paper) => paper.revisionId === id && paper.framedFor === null);
  const atEvents = events.filter((event) => event.revisionId === id);
  const uses = atEvents[0]?.uses ?? 0;
  const today = useToday();
  const state = clearance === null ? null : statusInWords({ status: "cleared", clearance }, today);
  const groups = usesByEvent(inPapers, atEvents);
  return (
    <section aria-labelledby={`revision-${number}`}>
      <h2 id={`revision-${number}`}>Revision {number}</h2>
      {state === null ? (
        <State kind="warn">Not cleared</State>
      ) : (
        <State kind={state.kind}>{state.words}</State>
      )}
      {groups.length === 0 ? (
        <p className="empty">No paper contains it, and no outcome records its use.</p>
      ) : null}
      <TenFirst
        className="uses"
        what="events and papers"
        items={groups.map((group) => (
          <UseOfWording key={group.event?.id ?? group.papers[0]?.id} group={group} base={base} />
        ))}
      />
      {uses > atEvents.length ? (
        <p className="note">
          Said at {uses} events; the most recent {atEvents.length} are shown.
        </p>
      ) : null}
    </section>
  );
}

/** An event with the papers for it, folded where they are several; or a paper that is for none. */
function UseOfWording({ group, base }: { group: UseGroup; base: string }) {
  const { event, isSaid, papers } = group;
  const links = papers.map(({ id, title, stage }) => (
    <li key={id}>
      <a href={`${base}/talking-points/${id}`}>{title}</a>{" "}
      <span className="note">talking points, {stage}</span>
    </li>
  ));
  if (event === null) return links[0] ?? null;
  return (
    <EventUse event={event} base={base} what={isSaid ? "said" : null}>
      {papers.length === 0 ? null : (
        <details className="fold">
          <summary>
            {papers.length === 1 ? "1 paper contains it" : `${papers.length} papers contain it`}
          </summary>
          <ul>{links}</ul>
        </details>
      )}
    </EventUse>
  );
}
