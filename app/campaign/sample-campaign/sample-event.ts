import type { EventKind } from "#app/campaign/outreach-events/kind.ts";
import type { Attendance, Reply } from "#app/campaign/outreach-events/participants/participation.ts";
import type { Score } from "#app/method/reception-scale.ts";
import type { GroundRule } from "#app/text/handling.ts";
import type { CalendarDate, WallTime, Zone } from "#app/time/wall-time.ts";

export type SampleReception = {
  message: number;
  audience: string;
  /** Whose reception it was, or null: the room's, or its audience's. */
  contact: string | null;
  scope: "room" | "audience" | "contact";
  /** Null: the message was planned and not raised. */
  score: Score | null;
  isAsWritten: boolean;
};

export type SampleFollowUp = {
  text: string;
  promisedBy: "us" | "them";
  owner: string;
  contact: string | null;
  dueOn: CalendarDate;
  doneOn: CalendarDate | null;
};

export type SampleOutcome = {
  officer: string;
  /** Hours from the end of the event to the note. */
  loggedAfter: number;
  said: string;
  impression: string;
  assessment: string;
  askAnswer: string;
  receptions: readonly SampleReception[];
  objections: readonly { code: string; audience: string; contact: string | null; isAnswered: boolean }[];
  followUps: readonly SampleFollowUp[];
};

export type SampleEvent = {
  key: string;
  campaign: string;
  title: string;
  kind: EventKind;
  audiences: readonly string[];
  messages: readonly number[];
  participants: readonly { contact: string; reply: Reply; attendance: Attendance }[];
  owner: string;
  /** Everybody from our side, the owner first. */
  officers: readonly string[];
  wallStart: WallTime;
  minutes: number;
  /** From midnight, for whole days: `minutes` is then a multiple of a day. */
  isAllDay: boolean;
  zone: Zone;
  place: string;
  isPlaceConfirmed: boolean;
  schedule: "tentative" | "confirmed" | "cancelled";
  result: "planned" | "held" | "not held";
  /** Why it was cancelled or not held; "" where it was neither. */
  reason: string;
  groundRule: GroundRule;
  ask: string;
  plannedOn: CalendarDate;
  outcome: SampleOutcome | null;
};
