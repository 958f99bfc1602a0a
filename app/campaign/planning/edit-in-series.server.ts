import {
  describeEvent,
  type Links,
  linksOfEvent,
  replaceLinks,
} from "#app/campaign/outreach-events/links.server.ts";
import { eventLinks, eventRecord } from "#app/campaign/outreach-events/record.ts";
import type { MovedRuleRefusal } from "#app/campaign/outreach-events/series/moved-rule.ts";
import { moveOthers, othersReached } from "#app/campaign/outreach-events/series/scope.server.ts";
import type { Scope } from "#app/campaign/outreach-events/series/scope.ts";
import {
  repeatEvent,
  type SeriesPlan,
  updateSeries,
} from "#app/campaign/outreach-events/series/store.server.ts";
import {
  type EventDetails,
  type Target,
  updateOutreachEventRow,
} from "#app/campaign/outreach-events/store.server.ts";
import { editWithProgramme, withProgrammes } from "#app/campaign/visits/moving.server.ts";
import { counted } from "#app/text/in-words.ts";
import type { Change, Patch } from "#db/change.server.ts";
import { partOfChange } from "#db/part-of-change.server.ts";

type EditRefused = Extract<Awaited<ReturnType<typeof editWithProgramme>>, { ok: false }>;

/** What a time of a series says for the others too. */
const DETAIL_COLUMNS = new Set(
  [...eventRecord.fields, ...eventLinks.fields]
    .filter(({ ofOneTime }) => ofOneTime !== true)
    .map(({ column }) => column),
);
const TIME_COLUMNS = ["wall_start", "wall_end", "zone", "is_all_day"] as const;

/**
 * Saves a time of a series as it was edited, and in the others that it reaches only what was changed in it: what
 * somebody wrote for one of them stays. Another time moves them as moveInSeries does,
 * and a visit takes its programme along.
 */
export async function editInSeries(
  change: Change,
  target: Target,
  details: EventDetails,
  { version, scope }: { version: number; scope: Scope },
): Promise<{ ok: true } | EditRefused | { ok: false; reason: MovedRuleRefusal }> {
  const reached = await othersReached(change, target, scope);
  if (reached === null) return editWithProgramme(change, target, details, version);
  const before = await stateOf(change, target.eventId);
  const { part } = partOfChange(change);
  const edited = await editWithProgramme(part, target, details, version);
  if (!edited.ok) return edited;
  const after = await stateOf(change, target.eventId);
  const patch = differing(before.row, after.row);
  for (const { eventId } of reached.others) {
    await updateOutreachEventRow(change, eventId, patch);
    await followLinks(change, eventId, before.links, after.links, details);
  }
  if (scope === "all" || reached.series.times[0] === reached.chosen)
    await updateSeries(change, reached.series.id, { title: details.title, place: details.place });
  const isMoved = TIME_COLUMNS.some((column) => before.row[column] !== after.row[column]);
  const others = {
    ...target,
    eventIds: reached.others.map(({ eventId }) => eventId),
    sayThemselves: new Set<string>(),
  };
  const { done: moved } = await withProgrammes(change, others, async () =>
    isMoved ? moveOthers(change, reached, details.time) : { ok: true as const },
  );
  if (!moved.ok) return moved;
  const summary = `Saved ${counted(reached.others.length + 1, "date")}: ${details.title}`;
  return describeEvent(change, target, "edited", summary);
}

type Repetition = { version: number; plan: SeriesPlan; contactIds: readonly string[] };

/** Saves an event as it was edited, and makes it the first time of a series: one Undo takes back both. */
export async function editAndRepeat(
  change: Change,
  target: Target,
  details: EventDetails,
  { version, plan, contactIds }: Repetition,
): Promise<{ ok: true } | EditRefused> {
  const { part } = partOfChange(change);
  const edited = await editWithProgramme(part, target, details, version);
  if (!edited.ok) return edited;
  await repeatEvent(change, target, details, plan, contactIds);
  const note = plan.note ? `. ${plan.note}` : "";
  const summary = `Saved; the event now has ${counted(plan.times.length, "date")}: ${details.title}${note}`;
  return describeEvent(change, target, "made to repeat", summary);
}

async function stateOf(change: Change, eventId: string) {
  const row = await change.read
    .selectFrom("outreach_event")
    .selectAll()
    .where("id", "=", eventId)
    .executeTakeFirstOrThrow();
  return { row, links: await linksOfEvent(change.read, eventId) };
}

type State = Awaited<ReturnType<typeof stateOf>>["row"];

function differing(before: State, after: State): Patch<"outreach_event"> {
  const earlier = new Map(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(
      ([column, cell]) => DETAIL_COLUMNS.has(column) && earlier.get(column) !== cell,
    ),
  );
}

/** Adds what was added and takes off what was taken off; the rest of the event's links stays its own. */
async function followLinks(
  change: Change,
  eventId: string,
  before: Links,
  after: Links,
  { objectiveId }: EventDetails,
): Promise<void> {
  const own = await linksOfEvent(change.read, eventId);
  const wanted = (name: keyof Links) => {
    const [was, is] = [before[name], after[name]].map((links) => links.map(({ to }) => to));
    const kept = own[name].map(({ to }) => to).filter((to) => !was?.includes(to) || is?.includes(to));
    return [...new Set([...kept, ...(is ?? []).filter((to) => !was?.includes(to))])];
  };
  await replaceLinks(change, eventId, own, {
    objectiveId,
    ownerAccountId: null,
    audienceIds: wanted("audiences"),
    messageIds: wanted("messages"),
    officerIds: wanted("officers"),
  });
}
