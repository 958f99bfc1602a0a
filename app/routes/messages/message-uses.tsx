import { useLoaderData } from "@remix-run/react";
import { type CampaignArrival, campaignPage } from "#app/http/page.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { Pager } from "#app/ui/pager.tsx";
import { TwoTimes } from "#app/ui/two-clocks.tsx";
import {
  countEventsOfMessage,
  listEventsOfMessage,
  listPapersOfMessage,
  type MessageEvent,
  type MessagePaper,
} from "#db/queries/message-uses.server.ts";
import styles from "./message.css?url";
import { MessageHead } from "./message-head.tsx";
import { readMessageHead } from "./message-view.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: { head: { message: { number: number } } } | undefined }) =>
  pageTitle(`Where message ${data?.head.message.number ?? ""} is used`);

const EVENTS_ON_A_PAGE = 50;

export const loader = campaignPage("read", async (arrival: CampaignArrival) => {
  const { read } = arrival.database;
  const head = await readMessageHead(arrival);
  const page = Math.min(
    Math.max(Number.parseInt(arrival.url.searchParams.get("page") ?? "1", 10) || 1, 1),
    10_000,
  );
  const count = await countEventsOfMessage(read, head.message.id);
  const events = await listEventsOfMessage(read, head.message.id, {
    offset: (page - 1) * EVENTS_ON_A_PAGE,
    limit: EVENTS_ON_A_PAGE,
  });
  const papers = await listPapersOfMessage(read, head.message.id);
  return { head, events, count, page, pages: Math.max(1, Math.ceil(count / EVENTS_ON_A_PAGE)), papers };
});

export default function MessageUses() {
  const { head, events, count, page, pages, papers } = useLoaderData<typeof loader>();
  return (
    <>
      <MessageHead view={head} tab="uses" />
      <div className="stack">
        <section aria-labelledby="papers">
          <h2 id="papers">Talking points</h2>
          {papers.length === 0 ? <p className="empty">No paper has this message.</p> : null}
          <ul className="uses">
            {papers.map((paper) => (
              <PaperUse key={paper.id} paper={paper} base={head.base} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="events">
          <h2 id="events">Events ({count})</h2>
          {count === 0 ? <p className="empty">No event has this message on its plan.</p> : null}
          <ul className="uses">
            {events.map((event) => (
              <EventUse key={event.id} event={event} base={head.base} homeZone={head.homeZone} />
            ))}
          </ul>
          <Pager page={page} pages={pages} link={(wanted) => `?page=${wanted}`} />
        </section>
      </div>
    </>
  );
}

function PaperUse({ paper, base }: { paper: MessagePaper; base: string }) {
  return (
    <li>
      <a href={`${base}/talking-points/${paper.id}`}>{paper.title}</a>{" "}
      <span className="note">{paper.stage}</span>
    </li>
  );
}

function EventUse({ event, base, homeZone }: { event: MessageEvent; base: string; homeZone: string }) {
  const state = event.schedule === "cancelled" ? event.schedule : event.result;
  return (
    <li>
      <a href={`${base}/events/${event.id}`}>{event.title}</a>{" "}
      <span className="note">
        <TwoTimes at={new Date(event.startsAt)} homeZone={homeZone} /> {event.startsAt.slice(0, 4)}, {state}
      </span>
    </li>
  );
}
