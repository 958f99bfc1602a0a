import { createHash } from "node:crypto";
import type { EventRecord } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { eventLinks, eventRecord } from "#app/campaign/outreach-events/record.ts";
import { findSeries } from "#app/campaign/outreach-events/series/record.server.ts";
import { type Scope, timesReached } from "#app/campaign/outreach-events/series/scope.ts";
import type { SeriesPlan } from "#app/campaign/outreach-events/series/store.server.ts";
import type { EventDetails } from "#app/campaign/outreach-events/store.server.ts";
import { whenInWords } from "#app/campaign/outreach-events/when-in-words.ts";
import type { FormValues } from "#app/http/form-values.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { ChoicesOf, Field } from "#app/http/record.ts";
import { counted, inWords } from "#app/text/in-words.ts";
import { sentence } from "#app/text/sentences.ts";
import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, dayOf, WASHINGTON } from "#app/time/wall-time.ts";
import { inWords as fieldsInWords } from "#app/ui/conflict.tsx";

/** What an edit does to other dates than the one that is edited: said before it is saved. */
export type ReachOfEdit = { head: string; lines: string[] };

/** A name for what was said: a form that carries it was sent by somebody who has read it. */
export function nameOfReach(reach: ReachOfEdit | null): string {
  if (reach === null) return "";
  return createHash("sha256")
    .update([reach.head, ...reach.lines].join("\n"))
    .digest("hex")
    .slice(0, 16);
}

type Edit = { before: FormValues; after: FormValues; choices: ChoicesOf; details: EventDetails };

/** The dates of a series that an edit reaches, and what changes in each; null where it reaches only its own. */
export async function reachInSeries(
  { campaign, database, home, now, today }: CampaignArrival,
  event: EventRecord,
  scope: Scope,
  { before, after, choices, details }: Edit,
): Promise<ReachOfEdit | null> {
  if (event.series === null || scope === "this") return null;
  const series = await findSeries(database.read, campaign.id, event.series.id);
  const chosen = series?.times.find(({ eventId }) => eventId === event.id);
  if (series === null || chosen === undefined) return null;
  const reached = timesReached(series.times, chosen, scope, now);
  const others = reached.filter((time) => time !== chosen).map(({ eventId }) => eventId);
  if (others.length === 0) return null;
  const own = await database.read
    .selectFrom("outreach_event")
    .selectAll()
    .where("id", "in", others)
    .execute();
  const fields = [...eventRecord.fields, ...eventLinks.fields].filter(({ ofOneTime }) => ofOneTime !== true);
  const of = { fields };
  const [was, is] = [fieldsInWords(of, before, choices), fieldsInWords(of, after, choices)];
  const written = await database.read
    .selectFrom("outreach_event")
    .selectAll()
    .where("id", "=", event.id)
    .executeTakeFirstOrThrow();
  const lines = fields.flatMap((field) => {
    const changed = changeOf(field, was[field.name] ?? [], is[field.name] ?? []);
    return changed === null ? [] : [sentence(`${changed}${withTheirOwn(field, written, own)}`)];
  });
  const [from, to] = [event, details.time].map((time) => whenInWords(time, home.homeZone, today));
  const moved =
    from === to
      ? []
      : [
          `When: ${from} becomes ${to}. The other dates will change in the same way; any that were moved separately will stay where they are.`,
        ];
  const days = reached.map(({ startsAt }) => dateIn(startsAt, WASHINGTON));
  if (lines.length + moved.length === 0) return null;
  return { head: `This changes ${datesInWords(days, today)}.`, lines: [...moved, ...lines] };
}

/** What is added where an event is made to repeat. */
export function reachOfRepeat({ times, note }: SeriesPlan, today: CalendarDate): ReachOfEdit {
  const days = times.slice(1).map(({ time }) => dayOf(time.wallStart));
  return {
    head: `This adds ${datesInWords(days, today)}, with the same people, messages and details.`,
    lines: note ? [`${note}.`] : [],
  };
}

/** "5 dates, Thu 12 Nov to Thu 10 Dec". */
function datesInWords(days: readonly CalendarDate[], today: CalendarDate): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return counted(0, "date");
  const span =
    days.length > 1 ? `${formatDay(first, today)} to ${formatDay(last, today)}` : formatDay(first, today);
  return `${counted(days.length, "date")}, ${span}`;
}

/** "Title: “Coffee” becomes “Briefing”", "Audiences: Army staff added"; null where it stays. */
function changeOf({ label, control }: Field, was: readonly string[], is: readonly string[]): string | null {
  if (was.join("\n") === is.join("\n")) return null;
  if (control === "tick list" || control === "ticks") {
    const [added, gone] = [is.filter((one) => !was.includes(one)), was.filter((one) => !is.includes(one))];
    const parts = [
      added.length === 0 ? "" : `${inWords(added)} added`,
      gone.length === 0 ? "" : `${inWords(gone)} removed`,
    ];
    const words = parts.filter(Boolean).join("; ");
    return words === "" ? null : `${label}: ${words}`;
  }
  return `${label}: ${quoted(was)} becomes ${quoted(is)}`;
}

function quoted(words: readonly string[]): string {
  const text = words.join(", ");
  return text === "" ? "nothing" : `“${text}”`;
}

/** That some of the others say something else there, which is replaced. */
function withTheirOwn(
  { control, column }: Field,
  written: Readonly<Record<string, unknown>>,
  others: readonly Readonly<Record<string, unknown>>[],
): string {
  if (control === "tick list" || control === "ticks" || !(column in written)) return "";
  const differing = others.filter((other) => other[column] !== written[column]).length;
  if (differing === 0) return "";
  return ` (${counted(differing, "other date")} ${differing === 1 ? "has" : "have"} something else here, which will be replaced)`;
}
