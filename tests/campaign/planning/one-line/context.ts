import type { LineContext } from "#app/campaign/planning/one-line/said.ts";

const named = (id: string, name: string) => ({ id, name });

/** What the campaign knows on Tuesday 10 November 2026, 10:40 in Washington. */
export const CONTEXT: LineContext = {
  today: "2026-11-10",
  now: new Date("2026-11-10T15:40:00.000Z"),
  homeZone: "Europe/Prague",
  accountId: "jana",
  audiences: [
    named("sfrc-maj", "Senate Foreign Relations, majority staff"),
    named("sfrc-min", "Senate Foreign Relations, minority staff"),
    named("hasc", "House Armed Services, majority staff"),
    named("sasc", "Senate Armed Services, minority staff"),
    named("observers", "Senate NATO Observer Group"),
    named("assembly", "House delegation to the NATO Parliamentary Assembly"),
    named("state", "State, European bureau"),
    named("pentagon", "Pentagon, NATO policy"),
    named("restraint", "Think tanks, restraint school"),
    named("reporters", "Defence reporters"),
  ],
  messages: [1, 2, 3].map((number) => ({ id: `m${number}`, number })),
  colleagues: [
    named("jana", "Jana Malá"),
    named("petr", "Petr Dvořák"),
    named("petra", "Petra Nováková"),
    named("eva", "Eva Horáková"),
  ],
  contacts: [
    named("hadley", "Claire Hadley"),
    named("marcus", "Marcus Bell"),
    named("anna", "Anna Bell"),
    named("farrow", "Dean Farrow"),
  ],
  meantWhole: [],
};
