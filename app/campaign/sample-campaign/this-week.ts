import { addDays } from "#app/time/calendar-date.ts";
import { addWorkingDays, UNITED_STATES } from "#app/time/holidays.ts";
import type { SampleDays } from "./sample-days.ts";
import type { SampleEvent } from "./sample-event.ts";
import { writtenEvent } from "./written-event.ts";

/** What makes the day alive: events today, and a clash of one officer later in the week. */
export function eventsOfThisWeek(days: SampleDays): SampleEvent[] {
  return [...today(days), ...laterThisWeek(days)];
}

function today(days: SampleDays): SampleEvent[] {
  return [clearanceCall(days), staffBriefing(days), eveningReception(days)];
}

function clearanceCall({ firstWorkingDay }: SampleDays): SampleEvent {
  return writtenEvent({
    key: "today/clearance-call",
    title: "Clearance call with Prague",
    kind: "internal",
    audiences: [],
    messages: [],
    officers: ["officer", "clearer"],
    wallStart: `${firstWorkingDay}T09:30`,
    minutes: 30,
    place: "By telephone",
  });
}

function staffBriefing({ firstWorkingDay }: SampleDays): SampleEvent {
  return writtenEvent(
    {
      key: "today/sfrc",
      title: "Staff briefing, Senate Foreign Relations Committee",
      kind: "briefing",
      audiences: ["sfrc-majority", "sfrc-minority"],
      messages: [3, 2],
      officers: ["officer", "clearer"],
      wallStart: `${firstWorkingDay}T14:00`,
      minutes: 45,
      place: "Dirksen Building",
      isPlaceConfirmed: false,
      ask: "One question on burden-sharing in the next hearing on Europe",
    },
    ["claire-hadley", "marcus-bell", "sam-ortega"],
  );
}

function eveningReception({ firstWorkingDay }: SampleDays): SampleEvent {
  return writtenEvent(
    {
      key: "today/restraint",
      title: "Evening with the restraint school",
      kind: "reception",
      audiences: ["restraint-school"],
      messages: [1, 2, 3],
      officers: ["eva"],
      wallStart: `${firstWorkingDay}T17:30`,
      minutes: 90,
      place: "Embassy",
    },
    ["helen-strand", "ashok-verma", "naomi-feld"],
  );
}

function laterThisWeek(days: SampleDays): SampleEvent[] {
  return [callAtThePentagon(days), roundtable(days), callAtState(days)];
}

function callAtThePentagon(days: SampleDays): SampleEvent {
  const clashDay = days.laterThisWeek;
  return writtenEvent(
    {
      key: "clash/pentagon",
      title: "Pentagon, NATO policy: the capability list",
      kind: "office call",
      audiences: ["pentagon-nato"],
      messages: [2, 1],
      officers: ["clearer"],
      wallStart: `${clashDay}T11:00`,
      minutes: 80,
      place: "Pentagon",
      ask: "Agree on the part that Europe takes over first",
    },
    ["dean-farrow", "erin-tolliver"],
  );
}

function roundtable(days: SampleDays): SampleEvent {
  const clashDay = days.laterThisWeek;
  return writtenEvent(
    {
      key: "clash/roundtable",
      title: "Roundtable, the European pillar",
      kind: "roundtable",
      audiences: ["restraint-school"],
      messages: [2],
      officers: ["clearer"],
      wallStart: `${clashDay}T11:30`,
      minutes: 80,
      place: "Stimson Center",
    },
    ["helen-strand", "jonas-becker"],
  );
}

function callAtState(days: SampleDays): SampleEvent {
  const clashDay = days.laterThisWeek;
  const stateDay = addWorkingDays(clashDay, 1, UNITED_STATES);
  return writtenEvent(
    {
      key: "soon/state",
      title: "State, European bureau: one sentence for the readout",
      kind: "office call",
      audiences: ["state-europe"],
      messages: [1, 2],
      officers: ["officer", "clearer"],
      wallStart: `${stateDay}T13:00`,
      minutes: 45,
      place: "State Department",
      ask: "One sentence on complementarity in the joint readout",
      plannedOn: addDays(days.today, -9),
    },
    ["ellen-voss", "judith-orme"],
  );
}
