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

type Props<Kind extends Need["need"]> = { need: Extract<Need, { need: Kind }>; view: Overview };

function Item({ need, view }: { need: Need; view: Overview }) {
  switch (need.need) {
    case "clearance":
      return <Clearance need={need} view={view} />;
    case "returned":
      return (
        <Line head={<State kind="warn">Talking points returned</State>} to={need.place} go="Open">
          {need.title}
        </Line>
      );
    case "meetings not logged":
      return <Meetings need={need} view={view} />;
    case "follow-ups overdue":
      return <FollowUps need={need} view={view} />;
    case "clash":
      return <ClashLine need={need} />;
    case "stale proof points":
      return <Stale need={need} view={view} />;
  }
}

function Clearance({ need, view }: Props<"clearance">) {
  return (
    <Line head={<Due need={need} view={view} />} to={need.place} go="Open">
      {need.title}
      {need.isYours ? "" : `, with the ${need.with}`}
    </Line>
  );
}

function Meetings({ need, view }: Props<"meetings not logged">) {
  return (
    <Line head={<State kind="bad">{counted(need.count, "meeting")} not logged</State>} to="/log" go="Log">
      {need.count === 1 ? "" : "Oldest: "}
      {need.oldest}, {relativeDay(dateIn(need.oldestEndedAt, WASHINGTON), view.today)}
    </Line>
  );
}

function FollowUps({ need, view }: Props<"follow-ups overdue">) {
  const head = <State kind="bad">{counted(need.count, "follow-up")} overdue</State>;
  const go = need.count === 1 ? "See it" : `See ${need.count}`;
  return (
    <Line head={head} to={`/c/${view.campaignId}/follow-ups`} go={go}>
      {need.count === 1 ? "" : "Oldest: "}
      {need.oldest}, due {formatShortDate(need.dueOn, view.today)}
    </Line>
  );
}

function ClashLine({ need }: Pick<Props<"clash">, "need">) {
  const head = <State kind="bad">Clash on {formatDay(dateIn(need.startsAt, WASHINGTON))}</State>;
  return (
    <Line head={head} to={need.place} go="Solve">
      {need.title}, with {need.withTitle}
    </Line>
  );
}

function Stale({ need, view }: Props<"stale proof points">) {
  const since = need.points.map((point) => `${point.code} since ${formatShortDate(point.since, view.today)}`);
  return (
    <Line
      head={<State kind="bad">{staleWords(need.points.length)}</State>}
      to={`/c/${view.campaignId}/proof-points`}
      go="Review"
    >
      {since.join(", ")}
    </Line>
  );
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

function Due({ need, view }: Props<"clearance">) {
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
