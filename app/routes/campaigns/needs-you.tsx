import type { ReactNode } from "react";
import type { Need } from "#app/domain/campaigns/needs-you.ts";
import { formatDay, formatShortDate, relativeDay } from "#app/domain/time/format.ts";
import { twoClocks } from "#app/domain/time/two-clocks.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { State } from "#app/ui/marks.tsx";
import type { Overview } from "./overview-view.server.ts";

/** What waits for this reader, by the time left, each with the one place to go. */
export function NeedsYou({ view }: { view: Overview }) {
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you">Needs you</h2>
      {view.needs.length === 0 ? <p className="empty">Nothing waits for you.</p> : null}
      <ul className="att">
        {view.needs.map((need, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
          <Item key={index} need={need} view={view} />
        ))}
      </ul>
    </section>
  );
}

function Item({ need, view }: { need: Need; view: Overview }) {
  const base = `/c/${view.campaignId}`;
  switch (need.need) {
    case "clearance":
      return (
        <Line head={<Due need={need} view={view} />} to={need.place} go="Open">
          {need.title}
          {need.isYours ? "" : `, with the ${need.with}`}
        </Line>
      );
    case "returned":
      return (
        <Line head={<State kind="warn">Talking points returned</State>} to={need.place} go="Open">
          {need.title}
        </Line>
      );
    case "meetings not logged":
      return (
        <Line head={<State kind="bad">{counted(need.count, "meeting")} not logged</State>} to="/log" go="Log">
          {need.count === 1 ? "" : "Oldest: "}
          {need.oldest}, {relativeDay(dateIn(need.oldestEndedAt, WASHINGTON), view.today)}
        </Line>
      );
    case "follow-ups overdue":
      return (
        <Line
          head={<State kind="bad">{counted(need.count, "follow-up")} overdue</State>}
          to={`${base}/follow-ups`}
          go={need.count === 1 ? "See it" : `See ${need.count}`}
        >
          {need.count === 1 ? "" : "Oldest: "}
          {need.oldest}, due {formatShortDate(need.dueOn, view.today)}
        </Line>
      );
    case "clash":
      return (
        <Line
          head={<State kind="bad">Clash on {formatDay(dateIn(need.startsAt, WASHINGTON))}</State>}
          to={need.place}
          go="Solve"
        >
          {need.title}, with {need.withTitle}
        </Line>
      );
    case "stale proof points":
      return (
        <Line
          head={<State kind="bad">{staleWords(need.points.length)}</State>}
          to={`${base}/proof-points`}
          go="Review"
        >
          {need.points
            .map((point) => `${point.code} since ${formatShortDate(point.since, view.today)}`)
            .join(", ")}
        </Line>
      );
  }
}

function Line({ head, to, go, children }: { head: ReactNode; to: string; go: string; children: ReactNode }) {
  return (
    <li>
      <span>
        {head}
        <br />
        {children}
      </span>
      <a className="go" href={to}>
        {go}
      </a>
    </li>
  );
}

function Due({ need, view }: { need: Extract<Need, { need: "clearance" }>; view: Overview }) {
  if (need.dueAt === null) return <State kind="warn">Clearance asked of you</State>;
  const { washington, home } = twoClocks(need.dueAt, view.homeZone);
  if (need.dueAt < view.now) return <State kind="bad">Clearance overdue since {washington}</State>;
  return (
    <State kind="warn">
      Clearance due {washington}, {home}
    </State>
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function staleWords(count: number): string {
  return `${counted(count, "proof point")} ${count === 1 ? "is" : "are"} stale`;
}
