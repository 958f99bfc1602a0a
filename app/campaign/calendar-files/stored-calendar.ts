import type { Result } from "#app/campaign/outreach-events/standing.ts";
import type { WallTime, Zone } from "#app/time/wall-time.ts";
import type { TakenEvent } from "./reading/calendar-reading.ts";

/** An event of the campaign that a file may mean. */
export type StoredEvent = TakenEvent & {
  id: string;
  version: number;
  /** How far its SEQUENCE is ahead of the count of its versions. */
  sequenceLead: number;
  /** What the last import took over of it, as stampOf has it; null where none did. */
  importedHash: string | null;
  result: Result;
  /** The wall time that its series gave it; null where it stands alone. */
  slot: WallTime | null;
};

/** A series of the campaign that a file may mean, with all of its times. */
export type StoredSeries = {
  id: string;
  version: number;
  /** How far its SEQUENCE is ahead of the count of its versions. */
  sequenceLead: number;
  importedHash: string | null;
  title: string;
  place: string;
  rule: string;
  wallStart: WallTime;
  wallEnd: WallTime;
  zone: Zone;
  isAllDay: boolean;
  exceptions: readonly WallTime[];
  /** Whether any of its times is for named people only (TLP:RED): what is added to it then is too. */
  isForNamedOnly: boolean;
  times: readonly StoredEvent[];
};

/** What the campaign has under each UID of a file. */
export type StoredCalendar = {
  events: ReadonlyMap<string, StoredEvent>;
  series: ReadonlyMap<string, StoredSeries>;
  /** UIDs of ours whose record is another campaign's. */
  elsewhere: ReadonlySet<string>;
  /** What was imported before and is not in this file. */
  gone: readonly { title: string; startsAt: string }[];
};
