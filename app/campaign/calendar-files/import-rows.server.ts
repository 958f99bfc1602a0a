import type { EventKind } from "#app/campaign/outreach-events/kind.ts";
import type { Handling } from "#app/text/handling.ts";
import { dateIn, dayOf, WASHINGTON, type WallTime } from "#app/time/wall-time.ts";
import type { NewRow, Patch } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { seriesStampOf, stampOf } from "./calendar-entry.ts";
import type { FileSeries, FileTime, TakenEvent } from "./reading/calendar-reading.ts";

/** What every event of one import is alike in. */
export type ImportedAs = {
  campaignId: string;
  kind: EventKind;
  /** The campaign's handling; what is private in the file comes in as TLP:RED. */
  handling: Handling;
  /** Who imports; null where a command does, which belongs to nobody. */
  ownerAccountId: string | null;
  now: Date;
};

export type EventRow = NewRow<"outreach_event">;

/** Why an event that the file calls cancelled is cancelled here. */
const CANCELLED_IN_FILE = "Cancelled in the imported calendar";
export const NO_LONGER_IN_FILE = "No longer in the imported calendar";

type NewEvent = { taken: TakenEvent; sequence: number; isPrivate: boolean; uid: string | null };

/** The row of an event that comes in. */
export function rowOfEvent(
  { taken, sequence, isPrivate, uid }: NewEvent,
  inSeries: { id: string; slot: WallTime } | null,
  as: ImportedAs,
): EventRow {
  return {
    id: newId(),
    campaign_id: as.campaignId,
    kind: as.kind,
    ...columnsOfTaken(taken),
    result: "planned",
    result_reason: "",
    going_ahead_reason: "",
    is_place_confirmed: 0,
    ground_rule: "background",
    handling: isPrivate ? "TLP:RED" : as.handling,
    ask: "",
    objective_id: null,
    owner_account_id: as.ownerAccountId,
    planned_at: as.now.toISOString(),
    event_series_id: inSeries?.id ?? null,
    series_slot: inSeries?.slot ?? null,
    imported_uid: uid,
    imported_hash: stampOf(sequence, taken),
    sequence_lead: sequence,
  };
}

/** The columns that an import takes over of an event, and nothing else. */
export function columnsOfTaken(taken: TakenEvent) {
  const { title, place, link, schedule, wallStart, wallEnd, zone, startsAt, endsAt, isAllDay } = taken;
  return {
    title,
    place,
    link,
    schedule,
    schedule_reason: schedule === "cancelled" ? CANCELLED_IN_FILE : "",
    wall_start: wallStart,
    wall_end: wallEnd,
    zone,
    starts_at: startsAt,
    ends_at: endsAt,
    day: isAllDay ? dayOf(wallStart) : dateIn(new Date(startsAt), WASHINGTON),
    is_all_day: isAllDay ? 1 : 0,
  } as const satisfies Patch<"outreach_event">;
}

export function rowOfSeries(series: FileSeries, campaignId: string): NewRow<"event_series"> {
  return {
    id: newId(),
    campaign_id: campaignId,
    imported_uid: series.uid,
    sequence_lead: series.sequence,
    ...columnsOfSeries(series),
  };
}

/** The columns of a series' record that an import takes over. */
export function columnsOfSeries(series: FileSeries) {
  const { title, place, rule, wallStart, wallEnd, zone, isAllDay } = series;
  return {
    title,
    place,
    rule: rule ?? "",
    wall_start: wallStart,
    wall_end: wallEnd,
    zone,
    is_all_day: isAllDay ? 1 : 0,
    imported_hash: seriesStampOf(series),
  } as const satisfies Patch<"event_series">;
}

/** The rows of the times of a series. */
export function rowsOfTimes(
  times: readonly FileTime[],
  series: { id: string; isPrivate: boolean },
  as: ImportedAs,
): EventRow[] {
  return times.map(({ slot, sequence, taken }) =>
    rowOfEvent({ taken, sequence, isPrivate: series.isPrivate, uid: null }, { id: series.id, slot }, as),
  );
}
