import { useLoaderData } from "@remix-run/react";
import { type CampaignArrival, campaignPage } from "#app/http/page.server.ts";
import { FOUND_BY_WORDS } from "#app/text/cut.ts";
import { CutLine } from "#app/ui/cut-line.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pager } from "#app/ui/pager.tsx";
import { readMessageHead } from "../message-view.server.ts";
import { pageNumber } from "../messages-view.server.ts";
import {
  countEventsOfMessage,
  listEventsByRevision,
  listEventsOfMessage,
  listPapersByWording,
} from "../uses.server.ts";
import styles from "./message.css?url";
import { MessageHead } from "./message-head.tsx";
import { EventUse } from "./uses-lists.tsx";
import { WordingUses } from "./wording-uses.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: { head: { message: { number: number } } } | undefined }) =>
  pageTitle(`Where message ${data?.head.message.number ?? ""} is used`);

const EVENTS_ON_A_PAGE = 50;

export const loader = campaignPage("read", async (arrival: CampaignArrival) => {
  const { read } = arrival.database;
  const { revisions, ...head } = await readMessageHead(arrival);
  const { id } = head.message;
  const count = await countEventsOfMessage(read, id);
  const pages = Math.max(1, Math.ceil(count / EVENTS_ON_A_PAGE));
  const page = Math.min(pageNumber(arrival.url), pages);
  const place = { offset: (page - 1) * EVENTS_ON_A_PAGE, limit: EVENTS_ON_A_PAGE };
  const said = revisions.map((revision) => revision.id);
  const [planned, papers, events] = await Promise.all([
    listEventsOfMessage(read, id, place),
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
        <WordingUses
          revisions={revisions}
          papers={papers.rows}
          events={events}
          base={head.base}
          homeZone={head.homeZone}
        />
        <CutLine cutAt={papers.cutAt} which="uses in papers changed last" others={FOUND_BY_WORDS} />
        <section aria-labelledby="planned">
          <h2 id="planned">On the plan of ({count})</h2>
          {count === 0 ? <p className="empty">No event has this message on its plan.</p> : null}
          <ul className="uses">
            {planned.map((event) => (
              <EventUse key={event.id} event={event} base={head.base} homeZone={head.homeZone} />
            ))}
          </ul>
          <Pager page={page} pages={pages} link={(wanted) => `?page=${wanted}`} />
        </section>
      </div>
    </>
  );
}
