import type { CalendarDate } from "#app/time/wall-time.ts";
import { type SampleDays, workingDayAgo, workingDayAhead } from "./sample-days.ts";
import type { SampleEvent } from "./sample-event.ts";
import { writtenEvent } from "./written-event.ts";

const WORKING_DAYS_AHEAD = 7;

/** The day of the minister's visit, and the day on which it was planned. */
export function dayOfSampleVisit(today: CalendarDate): CalendarDate {
  return workingDayAhead(today, WORKING_DAYS_AHEAD);
}

/** The visit of the Minister of Defence with the six meetings of its programme (mock-up `visit-programme`). */
export function eventsOfVisit(days: SampleDays): SampleEvent[] {
  const day = dayOfSampleVisit(days.today);
  const plannedOn = workingDayAgo(days.today, 12);
  return [wholeVisit(day, plannedOn), ...inTheMorning(day, plannedOn), ...inTheAfternoon(day, plannedOn)];
}

/** The visit is the ambassador's, and lies over the meetings of its day. */
function wholeVisit(day: CalendarDate, plannedOn: CalendarDate): SampleEvent {
  return writtenEvent({
    key: "visit",
    title: "Visit of the Minister of Defence",
    kind: "delegation visit",
    audiences: [],
    messages: [1, 3],
    officers: ["ambassador"],
    owner: "ambassador",
    wallStart: `${day}T00:00`,
    minutes: 1440,
    isAllDay: true,
    place: "Washington",
    plannedOn,
  });
}

function inTheMorning(day: CalendarDate, plannedOn: CalendarDate): SampleEvent[] {
  return [
    writtenEvent({
      key: "visit/briefing",
      title: "Morning briefing",
      kind: "internal",
      audiences: [],
      messages: [],
      officers: ["ambassador", "clearer", "officer", "eva"],
      wallStart: `${day}T08:30`,
      minutes: 45,
      place: "Embassy",
      plannedOn,
    }),
    writtenEvent(
      {
        key: "visit/pentagon",
        title: "Pentagon, NATO policy",
        kind: "office call",
        audiences: ["pentagon-nato"],
        messages: [1, 3],
        officers: ["clearer", "ambassador"],
        wallStart: `${day}T10:00`,
        minutes: 45,
        place: "Pentagon",
        plannedOn,
      },
      ["dean-farrow"],
    ),
    writtenEvent(
      {
        key: "visit/state",
        title: "State, European bureau",
        kind: "office call",
        audiences: ["state-europe"],
        messages: [2],
        officers: ["officer"],
        wallStart: `${day}T10:00`,
        minutes: 60,
        place: "State Department",
        schedule: "tentative",
        plannedOn,
      },
      ["ellen-voss"],
    ),
    atLunch(day, plannedOn),
  ];
}

function atLunch(day: CalendarDate, plannedOn: CalendarDate): SampleEvent {
  return writtenEvent(
    {
      key: "visit/lunch",
      title: "Working lunch, defence reporters",
      kind: "media interview",
      audiences: ["defence-reporters"],
      messages: [3],
      officers: ["eva"],
      wallStart: `${day}T12:00`,
      minutes: 90,
      place: "Residence",
      plannedOn,
    },
    ["nina-calder", "ray-okafor"],
  );
}

function inTheAfternoon(day: CalendarDate, plannedOn: CalendarDate): SampleEvent[] {
  return [
    writtenEvent(
      {
        key: "visit/senate",
        title: "Senate NATO Observer Group",
        kind: "office call",
        audiences: ["nato-observers"],
        messages: [2, 3],
        officers: ["clearer", "ambassador"],
        wallStart: `${day}T14:00`,
        minutes: 45,
        place: "Russell Building",
        plannedOn,
      },
      ["hollis-grantham"],
    ),
    writtenEvent(
      {
        key: "visit/panel",
        title: "Panel, the bill moves, the bond stays",
        kind: "panel",
        audiences: ["restraint-school"],
        messages: [3],
        officers: ["officer", "eva"],
        wallStart: `${day}T17:15`,
        minutes: 90,
        place: "Stimson Center",
        groundRule: "on the record",
        plannedOn,
      },
      ["ashok-verma"],
    ),
  ];
}
