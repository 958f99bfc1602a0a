import { z } from "zod";
import { EVENT_KINDS } from "#app/campaign/outreach-events/kind.ts";
import { REPLIES } from "#app/campaign/outreach-events/participants/participation.ts";
import { SCORES } from "#app/method/reception-scale.ts";
import { GROUND_RULES } from "#app/text/handling.ts";
import { wallAt } from "#app/time/wall-time.ts";
import {
  hour,
  list,
  type Note,
  number,
  numbers,
  readNotes,
  sampleTable,
  words,
  yesOrNo,
  zone,
} from "./read-sample-data.ts";
import { dayOf, type SampleDays } from "./sample-days.ts";
import type { SampleEvent, SampleOutcome } from "./sample-event.ts";

const EVENTS = sampleTable(
  "events.csv",
  z.strictObject({
    key: words,
    campaign: words,
    day: words,
    time: z.literal("all day").or(hour),
    minutes: number,
    kind: z.enum(EVENT_KINDS),
    title: words,
    audiences: list,
    messages: numbers,
    officers: list,
    place: words,
    contacts: list,
    ask: words,
    zone,
    groundRule: z.enum(GROUND_RULES),
    schedule: z.enum(["tentative", "confirmed"]),
    isPlaceConfirmed: yesOrNo,
    reply: z.enum(REPLIES),
    // Why it was not held, and when it was planned.
    reasonNotHeld: words,
    planned: words,
    // Goes to the next free hour of its day where one of its officers is taken.
    mayMove: yesOrNo,
  }),
);

const reception = z.strictObject({
  message: z.int(),
  audience: z.string(),
  contact: z.string().optional(),
  of: z.literal("its own people").optional(),
  score: z.literal([...SCORES, "not raised"]),
});
const answered = z.enum(["yes", "no"]);
const objection = z.strictObject({ code: z.string(), audience: z.string(), contact: z.string(), answered });
const promise = z.strictObject({
  text: z.string(),
  by: z.enum(["us", "them"]),
  owner: z.string(),
  contact: z.string(),
  due: z.string(),
  done: z.string().optional(),
});
const front = z.strictObject({
  event: z.string(),
  loggedBy: z.string(),
  hoursAfter: z.int(),
  reception: z.array(reception),
  objections: z.array(objection).default([]),
  promises: z.array(promise).default([]),
});
const OUTCOMES = readNotes("outcomes", front);

/** The events that are written out, those that stay where they are or those that may move: one with a note was held. */
export function writtenEvents(days: SampleDays, which: { mayMove: boolean }): SampleEvent[] {
  return EVENTS.filter(({ mayMove }) => mayMove === which.mayMove).map((written) => eventOf(written, days));
}

function eventOf(written: (typeof EVENTS)[number], days: SampleDays): SampleEvent {
  const { day: dayInWords, time, contacts, reply, reasonNotHeld, planned, mayMove: _, ...event } = written;
  const day = dayOf(dayInWords, days);
  const note = OUTCOMES.find(({ front: { event: key } }) => key === event.key);
  const isAllDay = time === "all day";
  const attendance = note ? ("attended" as const) : ("not recorded" as const);
  return {
    ...event,
    isAllDay,
    owner: event.officers[0] ?? "officer",
    participants: contacts.map((contact) => ({ contact, reply, attendance })),
    wallStart: wallAt(day, time === "all day" ? "00:00" : time),
    result: note ? "held" : reasonNotHeld === "" ? "planned" : "not held",
    reason: reasonNotHeld,
    plannedOn: dayOf(planned, days, day),
    outcome: note ? outcomeOf(note, days) : null,
  };
}

function outcomeOf(
  { front: noted, text, under }: Note<z.infer<typeof front>>,
  days: SampleDays,
): SampleOutcome {
  return {
    officer: noted.loggedBy,
    loggedAfter: noted.hoursAfter,
    said: text,
    impression: under("Impression"),
    assessment: under("Assessment"),
    askAnswer: under("Answer to the ask"),
    receptions: noted.reception.map(({ message, audience, contact = null, of, score }) => ({
      message,
      audience,
      contact,
      isAsWritten: true,
      scope: contact !== null ? "contact" : of === undefined ? "room" : "audience",
      score: score === "not raised" ? null : score,
    })),
    objections: noted.objections.map(({ code, audience, contact, answered: isAnswered }) => ({
      code,
      audience,
      contact,
      isAnswered: isAnswered === "yes",
    })),
    followUps: noted.promises.map(({ text: promised, by, owner, contact, due, done }) => ({
      text: promised,
      promisedBy: by,
      owner,
      contact,
      dueOn: dayOf(due, days),
      doneOn: done === undefined ? null : dayOf(done, days),
    })),
  };
}
