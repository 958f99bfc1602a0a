import { changeOfReport } from "#app/campaign/effectiveness/changes/change-in-words.ts";
import type { FoundChange } from "#app/campaign/effectiveness/changes/changes-found.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import { gapInWords } from "#app/campaign/gaps/gap-in-words.ts";
import type { GapWorthClosing } from "#app/campaign/gaps/gap-worth-closing.ts";
import type { JudgedObjective } from "#app/campaign/objectives/judged-objective.ts";
import { lowered } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { type Misses, missesInWords } from "./misses.ts";
import type { ReviewContent } from "./review-content.ts";

/** What came, went or was renamed: messages by their record, audiences by theirs. */
export function recordsCompared(before: ReviewContent, after: ReviewContent): string[] {
  const [old, now] = [before.reception, after.reception];
  const messages = cameAndWent(
    old.messages,
    now.messages,
    (message) => `Message ${message.number}, “${message.title}”`,
  );
  const retitled = now.messages.flatMap((message) => {
    const then = old.messages.find(({ id }) => id === message.id);
    if (then === undefined) return [];
    return [
      ...(then.title === message.title
        ? []
        : [`Message ${message.number}: “${message.title}”, was “${then.title}”`]),
      ...(then.isRetired === message.isRetired
        ? []
        : [`Message ${message.number}: ${message.isRetired ? "retired" : "in use again"}`]),
    ];
  });
  const reworded = after.texts.flatMap(({ number, statement }) => {
    const then = before.texts.find((text) => text.number === number);
    return then === undefined || then.statement === statement
      ? []
      : [`Message ${number}: its statement was reworded`];
  });
  const audiences = (report: ReceptionReport) => report.rows.map(({ audience }) => audience);
  const priorities = audiences(now).flatMap((audience) => {
    const then = audiences(old).find(({ id }) => id === audience.id);
    if (then === undefined || then.priority === audience.priority) return [];
    return [`${audience.name}: priority ${audience.priority}, was ${then.priority}`];
  });
  return [
    ...messages,
    ...retitled,
    ...reworded,
    ...cameAndWent(audiences(old), audiences(now), ({ name }) => name),
    ...priorities,
  ];
}

function cameAndWent<One extends { id: string }>(
  before: readonly One[],
  after: readonly One[],
  name: (one: One) => string,
): string[] {
  const isIn = (list: readonly One[], id: string) => list.some((one) => one.id === id);
  return [
    ...after.filter(({ id }) => !isIn(before, id)).map((one) => `${name(one)}: new`),
    ...before.filter(({ id }) => !isIn(after, id)).map((one) => `${name(one)}: ended`),
  ];
}

/** Each objective with both words and both readings; what was set otherwise since is said; `day` is that of the later review. */
export function objectivesCompared(
  before: readonly JudgedObjective[],
  after: readonly JudgedObjective[],
  day: CalendarDate,
): string[] {
  const those = after.map((objective) => {
    const then = before.find(({ id }) => id === objective.id);
    if (then === undefined) return `${objective.sentence}: new; ${objective.word}, ${objective.figure}`;
    const word =
      then.word === objective.word ? objective.word : `${objective.word}, was ${lowered(then.word)}`;
    const figure =
      then.figure === objective.figure ? objective.figure : `${objective.figure}, was ${then.figure}`;
    return [
      `${objective.sentence}: ${word}; ${figure}`,
      ...(then.target === objective.target ? [] : [`target ${objective.target}, was ${then.target}`]),
      ...(then.baseline === objective.baseline
        ? []
        : [`baseline ${objective.baseline}, was ${then.baseline}`]),
      ...(then.dueOn === objective.dueOn
        ? []
        : [`due ${formatDay(objective.dueOn, day)}, was ${formatDay(then.dueOn, day)}`]),
    ].join("; ");
  });
  const ended = before.filter(({ id }) => !after.some((one) => one.id === id));
  return [
    ...those,
    ...ended.map(({ sentence, word, figure }) => `${sentence}: ended; it was ${lowered(word)}, ${figure}`),
  ];
}

/** What was missed then and now, kind by kind, and which of the named ones are closed. */
export function missesCompared(before: Misses, after: Misses): string[] {
  return after.flatMap((now) => {
    const then = before.find(({ kind }) => kind === now.kind);
    if (then === undefined || (then.count === 0 && now.count === 0)) return [];
    const counts = `${missesInWords(now.kind, now.count)}, ${then.count} before`;
    const closed = now.kind === "clashes ahead" ? [] : closedSince(then, now);
    return [closed.length === 0 ? counts : `${counts}; closed: ${closed.join("; ")}`];
  });
}

/** A named one is closed where it would have to be named again if it were still open: the oldest are. */
function closedSince(then: Misses[number], now: Misses[number]): string[] {
  const isComplete = now.count <= now.oldest.length;
  const last = now.oldest.at(-1)?.day ?? "";
  return then.oldest
    .filter(({ id, day }) => !now.oldest.some((one) => one.id === id) && (isComplete || day < last))
    .map(({ text }) => text);
}

/** Gaps are shown three at most: one that is not shown any more may have made room for another. */
export function gapsCompared(
  before: readonly GapWorthClosing[],
  after: readonly GapWorthClosing[],
  day: CalendarDate,
): string[] {
  const keys = (gaps: readonly GapWorthClosing[]) => new Set(gaps.map(gapKey));
  const [then, now] = [keys(before), keys(after)];
  return [
    ...after.filter((gap) => !then.has(gapKey(gap))).map((gap) => `New: ${gapInWords(gap, day).lead}`),
    ...after.filter((gap) => then.has(gapKey(gap))).map((gap) => `Still: ${gapInWords(gap, day).lead}`),
    ...before
      .filter((gap) => !now.has(gapKey(gap)))
      .map((gap) => `No longer among the top gaps: ${gapInWords(gap, day).lead}`),
  ];
}

function gapKey(gap: GapWorthClosing): string {
  const audience = gap.audience.id;
  switch (gap.kind) {
    case "never heard":
      return [gap.kind, audience, ...gap.messages.map(({ id }) => id)].join(" ");
    case "objection without a cleared reply":
      return `${gap.kind} ${gap.objection.id}`;
    case "proof point out of date":
      return `${gap.kind} ${gap.proofPoint.code}`;
    default:
      return `${gap.kind} ${audience}`;
  }
}

/** Changes that the scan finds now and did not then, and the other way round. */
export function changesCompared(before: ReceptionReport, after: ReceptionReport): string[] {
  const key = ({ messageId, audienceId, direction }: FoundChange) =>
    [messageId, audienceId, direction].join(" ");
  const isIn = (change: FoundChange, { changes }: ReceptionReport) =>
    changes.some((one) => key(one) === key(change));
  return [
    ...after.changes
      .filter((change) => !isIn(change, before))
      .map((change) => `New: ${changeOfReport(change, after)}`),
    ...before.changes
      .filter((change) => !isIn(change, after))
      .map((change) => `No longer found, or since looked at: ${changeOfReport(change, before)}`),
  ];
}

/** What was counted up to either day; it only grows but by corrections. */
export function activityCompared(
  before: ReviewContent,
  after: ReviewContent,
): { what: string; before: number; after: number }[] {
  const figures = ({ activity, counts }: ReviewContent): [string, number][] => [
    ["Events held", activity.events.held],
    ["Events planned", activity.events.planned],
    ["Meetings logged", counts.meetingsLogged],
    ["Ratings", counts.ratings],
    [`Meetings logged within ${activity.logging.withinHours} h`, activity.logging.loggedInTime.n],
    ["Papers cleared", activity.clearance.cleared],
    ["Our promises kept on time", activity.promises.ours.keptInTime],
    ["Our promises overdue", activity.promises.ours.overdue],
  ];
  const now = figures(after);
  return figures(before).map(([what, value], at) => ({ what, before: value, after: now[at]?.[1] ?? 0 }));
}

/** Says that the two were worked out with other parameters; null where they were not. Source: EFFECTIVENESS.md §5. */
export function parametersCompared(before: ReceptionReport, after: ReceptionReport): string | null {
  const now = new Map(Object.entries(after.inUse.parameters));
  const isSame = Object.entries(before.inUse.parameters).every(([name, value]) => now.get(name) === value);
  return isSame
    ? null
    : "The two were worked out with different settings, so part of each difference may come from that.";
}
