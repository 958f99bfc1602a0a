import type { ReactNode } from "react";
import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { State } from "#app/ui/marks.tsx";
import { TwoTimes, useToday } from "#app/ui/two-clocks.tsx";
import { WordDiff } from "#app/ui/word-diff.tsx";
import type { MessageView } from "../message-view.server.ts";
import { statusInWords } from "../message-words.ts";
import type { Revision, RevisionWithClearance } from "../revisions.server.ts";

/** One revision of a wording in the list of all: its number and clearance, why and by whom it was made; below, its words. */
export function RevisionEntry({
  revision: { number, clearance, reason, madeByName, madeAt },
  children,
}: {
  revision: Pick<RevisionWithClearance, "number" | "clearance" | "reason" | "madeByName" | "madeAt">;
  children: ReactNode;
}) {
  const today = useToday();
  const state = clearance === null ? null : statusInWords({ status: "cleared", clearance }, today);
  return (
    <li>
      <b>Revision {number}</b> {state === null ? null : <State kind={state.kind}>{state.words}</State>}
      <br />
      {reason}
      <br />
      <span className="note">
        {madeByName}, <TwoTimes at={new Date(madeAt)} />
      </span>
      {children}
    </li>
  );
}

/** The newest revision beside the one before: why, by whom, and which words changed. */
export function LatestRevision({ view: { base, message, latest, revisionCount } }: { view: MessageView }) {
  const [newest, before] = latest;
  const today = useToday();
  if (newest === undefined) return null;
  return (
    <section aria-labelledby="revision">
      <h2 id="revision">
        Latest revision{" "}
        <a className="more" href={`${base}/messages/${message.number}/revisions`}>
          All revisions ({revisionCount})
        </a>
      </h2>
      <p className="small">
        {before === undefined ? "The first revision" : `Revision ${before.number} to ${newest.number}`},{" "}
        {revisionDay(newest, today)}, {newest.madeByName}. {newest.reason}
      </p>
      {before === undefined ? null : <RevisionDiff from={before} to={newest} />}
    </section>
  );
}

/** The day on which a revision was written, in Washington. */
function revisionDay({ madeAt }: Revision, today: CalendarDate): string {
  return formatDay(dateIn(new Date(madeAt), WASHINGTON), today);
}

const PARTS = [
  ["title", "Title"],
  ["statement", "Statement"],
  ["talkingPoint", "Talking point"],
  ["avoid", "Avoid"],
  ["note", "Note"],
] as const;

/** Every part of a message that two revisions word differently, word by word. */
export function RevisionDiff({ from, to }: { from: Revision; to: Revision }) {
  const changed = PARTS.filter(([part]) => from[part] !== to[part]);
  if (changed.length === 0) return <p className="empty">The two revisions are the same.</p>;
  return changed.map(([part, label]) => (
    <div key={part} className="diff">
      <h3 className="note">{label}</h3>
      <p className="prewrap">
        <WordDiff from={from[part]} to={to[part]} />
      </p>
    </div>
  ));
}
