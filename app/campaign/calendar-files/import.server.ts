import { createHash } from "node:crypto";
import { insertOutreachEventOfficerRows } from "#app/campaign/outreach-events/links.server.ts";
import {
  inOrder,
  insertSeriesRows,
  leaveOut,
  removeLeftOut,
  updateLeftOut,
  updateSeries,
} from "#app/campaign/outreach-events/series/store.server.ts";
import {
  insertOutreachEventRows,
  updateOutreachEventRow,
} from "#app/campaign/outreach-events/store.server.ts";
import { clashesInWordsOfAll } from "#app/campaign/outreach-events/warnings/clashes.server.ts";
import { withProgrammes } from "#app/campaign/visits/moving.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { endsTooMuch } from "#app/http/files/kinds.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import { sequenceOfStamp, stampOf } from "./calendar-entry.ts";
import { countSteps, type ImportCounts, timesEnded } from "./import-in-words.ts";
import {
  columnsOfSeries,
  columnsOfTaken,
  type EventRow,
  type ImportedAs,
  NO_LONGER_IN_FILE,
  rowOfEvent,
  rowOfSeries,
  rowsOfTimes,
} from "./import-rows.server.ts";
import { readStoredCalendar } from "./known-by-uid.server.ts";
import { type ImportStep, planImport } from "./plan-import.ts";
import type { CalendarReading } from "./reading/calendar-reading.ts";
import { LEFT_OUT_IN_FILE, type StoredEvent, type StoredSeries } from "./stored-calendar.ts";
import { leadAfterImport } from "./uid.ts";

/** What an import of a file does, not written yet. `name` stands for exactly these steps. */
export type ImportPreview = Awaited<ReturnType<typeof previewCalendarImport>>;

type Read = Pick<CalendarReading, "events" | "series" | "uids">;

/** What a file would change in a campaign. */
export async function previewCalendarImport(read: Queries, campaignId: string, reading: Read, now: Date) {
  const stored = await readStoredCalendar(read, campaignId, reading);
  const steps = planImport(reading, stored, now);
  const inFile = [...stored.events.values(), ...[...stored.series.values()].flatMap(({ times }) => times)];
  const told = new Set(inFile.map(({ id }) => id));
  return { steps, counts: countSteps(steps), gone: stored.gone, name: nameOf(steps), told };
}

/** Two plans of one name do the same. Lines are no part of it: what is confirmed is read again from the lines that were read. */
function nameOf(steps: readonly ImportStep[]): string {
  return createHash("sha256")
    .update(JSON.stringify(steps.map(whatItDoes).sort()))
    .digest("hex");
}

function whatItDoes(step: ImportStep): string {
  const { kind, key } = step;
  switch (kind) {
    case "new event":
      return JSON.stringify([kind, key, step.event.taken, step.event.isPrivate]);
    case "new series":
      return JSON.stringify([
        kind,
        key,
        step.series.rule,
        step.series.times.map(({ slot, taken }) => [slot, taken]),
        step.joining,
      ]);
    case "new time":
      return JSON.stringify([kind, key, step.time.taken, step.leftOut?.id]);
    case "changed":
    case "both":
      return JSON.stringify([kind, key, step.stamp, step.here.version]);
    case "no longer":
    case "rule":
      return JSON.stringify([kind, key, step.here.version]);
    default:
      return "";
  }
}

type Taking = {
  /** The preview's name, when it was shown; null where nobody looked at it first. */
  shown: string | null;
  /** Keys of steps that changed on both sides and are to become what the file says. */
  takeFile: ReadonlySet<string>;
  /** Where nobody looked: whether it may cancel more than a tenth of the times that its series have here. */
  mayEnd: boolean;
};

type Taken =
  | { ok: true; preview: ImportPreview }
  | {
      ok: false;
      reason: "nothing-to-change" | "changed-since-shown" | "ends-too-much";
      preview: ImportPreview;
    };

/** Writes what an import does, in one change that one Undo takes back. Refuses to write anything but what was shown. */
export async function takeCalendar(
  change: Change,
  reading: Read,
  as: ImportedAs,
  { shown, takeFile, mayEnd }: Taking,
): Promise<Taken> {
  const preview = await previewCalendarImport(change.read, as.campaignId, reading, as.now);
  if (shown !== null && shown !== preview.name) return { ok: false, reason: "changed-since-shown", preview };
  if (shown === null && !mayEnd && endsTooMuch(timesEnded(preview.counts)))
    return { ok: false, reason: "ends-too-much", preview };
  if (preview.counts.toWrite === 0) return { ok: false, reason: "nothing-to-change", preview };
  const followed = await write(change, preview, as, takeFile);
  change.describe({
    recordKind: "calendar import",
    recordId: newId(),
    action: "imported",
    summary: [summaryOf(preview.counts), followed].filter(Boolean).join(". "),
    location: addressOf.calendar(as.campaignId),
  });
  return { ok: true, preview };
}

function summaryOf({ added, changed, cancelled, both }: ImportCounts): string {
  const said = [
    `${added} new`,
    `${changed} changed`,
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
    ...(both > 0 ? [`${both} changed here and in the file`] : []),
  ];
  return `Imported a calendar: ${said.join(", ")}`;
}

/** Writes the steps, and what follows an event that they move, as it follows one that is moved by hand; says what did. */
async function write(
  change: Change,
  { steps, told }: Pick<ImportPreview, "steps" | "told">,
  as: ImportedAs,
  takeFile: ReadonlySet<string>,
): Promise<string> {
  for (const step of steps) if (step.kind === "rule") await takeRule(change, step);
  await insertNew(change, steps, as);
  const known = steps.flatMap((step) => (step.kind === "changed" || step.kind === "both" ? [step] : []));
  const eventIds = known.map(({ here }) => here.id);
  const moving = { campaignId: as.campaignId, eventIds, sayThemselves: told };
  const { followed } = await withProgrammes(change, moving, async () => {
    await clashesInWordsOfAll(change, eventIds, async () => {
      for (const step of known) {
        if (step.kind === "changed" || takeFile.has(step.key)) await takeOver(change, step);
        else await keepOurs(change, step);
      }
    });
    return { ok: true };
  });
  for (const step of steps) if (step.kind === "no longer") await cancel(change, step.here);
  return followed;
}

async function insertNew(change: Change, steps: readonly ImportStep[], as: ImportedAs): Promise<void> {
  const series = steps
    .filter((step) => step.kind === "new series")
    .map((step) => ({ row: rowOfSeries(step.series, as.campaignId), ...step }));
  await insertSeriesRows(
    change,
    series.map(({ row }) => row),
  );
  for (const { row, series: of, joining } of series) {
    const left = of.exceptions.map((slot) => ({ slot, reason: LEFT_OUT_IN_FILE }));
    if (left.length > 0) await leaveOut(change, row.id, left);
    for (const { id, slot } of joining)
      await updateOutreachEventRow(change, id, {
        event_series_id: row.id,
        series_slot: slot,
        imported_uid: null,
      });
  }
  for (const step of steps)
    if (step.kind === "new time" && step.leftOut !== null) await removeLeftOut(change, step.leftOut.id);
  const rows = [
    ...steps.flatMap((step) => rowsOfStep(step, as)),
    ...series.flatMap(({ row, series: of }) =>
      rowsOfTimes(of.times, { id: row.id, isPrivate: of.isPrivate }, as),
    ),
  ];
  await insertOutreachEventRows(change, rows);
  await insertOutreachEventOfficerRows(change, officersOf(rows));
}

function rowsOfStep(step: ImportStep, as: ImportedAs): EventRow[] {
  if (step.kind === "new event") return [rowOfEvent(step.event, null, as)];
  if (step.kind === "new time")
    return rowsOfTimes([step.time], { id: step.here.id, isPrivate: step.isPrivate }, as);
  return [];
}

function officersOf(rows: readonly EventRow[]) {
  return rows.flatMap(({ id, owner_account_id: owner }) =>
    owner === null || owner === undefined ? [] : [{ id: newId(), outreach_event_id: id, account_id: owner }],
  );
}

type ChangeStep = ImportStep & { kind: "changed" | "both" | "ours" | "older" | "done" };

async function takeOver(change: Change, { here, taken, stamp, sequence }: ChangeStep): Promise<void> {
  const lead = { sequence_lead: leadAfter(here, sequence) };
  await updateOutreachEventRow(change, here.id, { ...columnsOfTaken(taken), imported_hash: stamp, ...lead });
}

function leadAfter({ version, sequenceLead }: StoredEvent | StoredSeries, sequence: number): number {
  return leadAfterImport({ version, lead: sequenceLead }, sequence);
}

/** Takes over how a series repeats; its slots are told on its new clock. */
async function takeRule(
  change: Change,
  { here, series, slots }: ImportStep & { kind: "rule" },
): Promise<void> {
  const lead = { sequence_lead: leadAfter(here, series.sequence) };
  await updateSeries(change, here.id, { ...columnsOfSeries(series), ...lead });
  const times = here.times.flatMap(({ id, slot }) => (slot === null ? [] : [{ id, slot }]));
  for (const { id, slot } of inOrder(times, slots))
    await updateOutreachEventRow(change, id, { series_slot: slots.get(slot) ?? slot });
  for (const { id, slot } of inOrder(here.exceptions, slots))
    await updateLeftOut(change, id, { slot: slots.get(slot) ?? slot });
}

/** What changed on both sides stays where the file was not chosen, is not asked about again, and counts as later than the file. */
async function keepOurs(change: Change, { here, stamp, sequence }: ChangeStep): Promise<void> {
  const lead = { sequence_lead: leadAfter(here, sequence + 1) };
  await updateOutreachEventRow(change, here.id, { imported_hash: stamp, ...lead });
}

/** What no file has any longer; its stamp says so, and it comes back with a file that has it again. */
async function cancel(change: Change, here: StoredEvent): Promise<void> {
  const sequence = sequenceOfStamp(here.importedHash);
  await updateOutreachEventRow(change, here.id, {
    schedule: "cancelled",
    schedule_reason: NO_LONGER_IN_FILE,
    imported_hash: stampOf(sequence, { ...here, schedule: "cancelled" }),
  });
}
