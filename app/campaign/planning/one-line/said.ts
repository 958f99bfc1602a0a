import type { EventKind } from "#app/campaign/outreach-events/kind.ts";
import type { GroundRule } from "#app/text/handling.ts";
import type { CalendarDate, TimeOfDay, Zone } from "#app/time/wall-time.ts";
import type { LineRepeat } from "./repeats.ts";

/** What can be meant where the line leaves it open; `text` says it clearly, in the place of what was typed. */
export type Choice = { label: string; text: string };

/** What a piece of the line says. */
export type Said =
  /** `ifPassed` is the day that is meant when the hour has passed on the first. */
  | { about: "date"; first: CalendarDate; last: CalendarDate | null; ifPassed: CalendarDate | null }
  | { about: "best by"; date: CalendarDate }
  | { about: "time"; start: TimeOfDay; end: TimeOfDay | null; zone: Zone | null }
  /** "8h": eight o'clock, or eight hours. */
  | { about: "hours"; time: TimeOfDay; minutes: number }
  /** At an office, or by phone. */
  | { about: "call" }
  /** At table, which takes so long; an office call unless another kind is said. */
  | { about: "meal"; minutes: number }
  /** `first` is the next day that fits, null where the rhythm names none. */
  | {
      about: "repeat";
      repeat: LineRepeat["repeat"];
      every: number;
      weekdays: readonly number[];
      first: CalendarDate | null;
    }
  | { about: "until"; date: CalendarDate }
  | { about: "times"; count: number }
  | { about: "whole day" }
  | { about: "length"; minutes: number }
  | { about: "messages"; ids: readonly string[] }
  | { about: "officer"; id: string }
  | { about: "contact"; id: string }
  | { about: "audience"; ids: readonly string[] }
  | { about: "kind"; kind: EventKind }
  | { about: "ground rule"; rule: GroundRule }
  | { about: "place"; place: string }
  | { about: "link"; link: string }
  | { about: "schedule"; schedule: "tentative" | "confirmed" }
  /** It may mean several things: asked, never resolved. `isOfTitle` where its words belong to the title too. */
  | { about: "doubt"; question: string; choices: readonly Choice[]; isOfTitle: boolean }
  | { about: "nothing"; why: string };

export type Named = { id: string; name: string };

/** What the line can name: what the campaign knows. `contacts` are those whose names may occur in it. */
export type LineContext = {
  today: CalendarDate;
  now: Date;
  homeZone: Zone;
  accountId: string;
  audiences: readonly Named[];
  messages: readonly { id: string; number: number }[];
  colleagues: readonly Named[];
  contacts: readonly Named[];
  /** Bodies of two sides of which both are meant, as chosen once. */
  meantWhole: readonly string[];
};
