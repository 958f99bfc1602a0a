import { type Handling, isAtLeastAsStrict } from "#app/text/handling.ts";
import { capital, inWords } from "#app/text/in-words.ts";
import { sentence } from "#app/text/sentences.ts";
import { daysBetween } from "#app/time/calendar-date.ts";
import {
  isReportable,
  type LoggedMeeting,
  type MeetingLog,
  type NamedInside,
  withoutCodes,
} from "../meeting/logged-meeting.ts";
import { type IsOpen, openAt } from "../meeting/named.ts";
import { quotationsIn, quoted, reportedIn, whatIsToSend } from "../meeting/said.ts";
import { asTyped, clausesInWords, numberInProse, titled, toBeWritten } from "../words.ts";
import { speakerOf } from "./speaker.ts";

const MEETINGS_TOLD = 6;

/** How a cable may travel, and the words behind codes. */
type Around = { handling: Handling; inside: NamedInside };

/**
 * What was heard: what was said at the meetings that tell most, each audience once, six at most; then how many are not told,
 * and why; "" where nothing is logged. Nothing of a meeting that may travel less far than the cable, or that was off the
 * record or on deep background. Source: DESIGN.md, example `cable`; DOMAIN.md, outcome and rule 13.
 */
export function heardInProse(meetings: readonly LoggedMeeting[], around: Around): string {
  const logged = meetings.filter(({ logs }) => logs.length > 0);
  const open = logged.filter(({ handling }) => isAtLeastAsStrict(around.handling, handling));
  const spoken = open.filter((meeting) => isReportable(meeting, around.handling));
  const told = choose(spoken.map((meeting) => ({ meeting, text: toldOf(meeting, around.inside) })));
  const silent = spoken.length - told.length;
  return [
    ...told.map(({ text }) => text),
    ...(told.length > 0 && silent > 0
      ? [`For the other ${silent === 1 ? "meeting" : `${numberInProse(silent)} meetings`}, see the log.`]
      : []),
    ...(told.length === 0 && silent > 0
      ? [toBeWritten("What was heard: the logs contain nothing that can be reported here")]
      : []),
    ...leftOut(
      open.filter(({ groundRule }) => groundRule === "deep background").length,
      "on deep background",
      "decide what may be reported, without attribution",
    ),
    ...leftOut(
      open.filter(({ groundRule }) => groundRule === "off the record").length,
      "off the record",
      null,
    ),
    ...leftOut(logged.length - open.length, `marked more restrictively than ${around.handling}`, null),
  ].join(" ");
}

/** How many meetings were held, and how many are logged. */
export function heldInWords(meetings: readonly LoggedMeeting[], when: string): string {
  const held = meetings.length;
  const logged = meetings.filter(({ logs }) => logs.length > 0).length;
  if (held === 0) return `No meetings were held ${when}.`;
  const [noun, were] = held === 1 ? ["meeting", "was"] : ["meetings", "were"];
  const how =
    held === 1
      ? logged === 1
        ? "and has been logged"
        : "and has not been logged yet"
      : loggedOf(held, logged);
  const comma = held === 1 ? "" : ";";
  const told = numberInProse(held);
  // A sentence does not begin with a figure.
  if (told === String(held)) return `There were ${told} meetings ${when}; ${how}.`;
  return `${capital(told)} ${noun} ${were} held ${when}${comma} ${how}.`;
}

function loggedOf(held: number, logged: number): string {
  if (logged === held) return held === 2 ? "both have been logged" : "all have been logged";
  if (logged === 0) return "none has been logged yet";
  return `${numberInProse(logged)} ${logged === 1 ? "has" : "have"} been logged`;
}

function leftOut(count: number, how: string, ask: string | null): string[] {
  if (count === 0) return [];
  const number = numberInProse(count);
  const many = number === String(count) ? `Another ${number}` : capital(number);
  const told = `${many} ${count === 1 ? "meeting was" : "meetings were"} ${how}`;
  return [
    ask === null
      ? `${told} and ${count === 1 ? "is" : "are"} not reported here.`
      : `${told}. ${toBeWritten(capital(ask))}`,
  ];
}

type Told = { meeting: LoggedMeeting; text: string };

function choose(all: readonly Told[]): Told[] {
  const ranked = all
    .filter(({ text }) => text !== "")
    .toSorted((one, other) => rank(other) - rank(one) || daysBetween(one.meeting.day, other.meeting.day));
  const told: Told[] = [];
  for (const one of ranked) {
    const isNew = !told.some(({ meeting }) => withSame(meeting, one.meeting));
    if (isNew && told.length < MEETINGS_TOLD) told.push(one);
  }
  return told;
}

function withSame({ audiences }: LoggedMeeting, other: LoggedMeeting): boolean {
  return audiences.some(({ id }) => other.audiences.some((audience) => audience.id === id));
}

/** Words that were said before what was raised, then audiences by priority, then what has a name to it. Of the same rank the latest is first. */
function rank({ meeting, text }: Told): number {
  const priority = Math.min(4, ...meeting.audiences.map((audience) => audience.priority));
  const isOpen = meeting.groundRule === "on the record";
  return (text.includes("“") ? 100 : 0) + (4 - priority) * 10 + (isOpen ? 5 : 0);
}

/** One sentence of a meeting: who said what, what they raised, what they were promised; "" where the log holds none of it. */
function toldOf(meeting: LoggedMeeting, inside: NamedInside): string {
  for (const log of meeting.logs) {
    const speaker = speakerOf(meeting, log.said);
    const isOpen = openAt(meeting);
    const did =
      speaker === null
        ? []
        : [...saidIn(log, isOpen, inside), ...raisedIn(log), ...promisedAt(meeting, isOpen)];
    if (did.length > 0) return sentence(`${capital(speaker ?? "")} ${clausesInWords(did)}`);
  }
  return "";
}

function saidIn({ said }: MeetingLog, isOpen: IsOpen, inside: NamedInside): string[] {
  const [first, second] = quotationsIn(said).filter(isOpen);
  if (first !== undefined) {
    const verb = first.endsWith("?") ? "asked" : "said";
    return [`${verb} ${quoted(first)}${second === undefined ? "" : ` and ${quoted(second)}`}`];
  }
  return reportedIn(said)
    .filter(isOpen)
    .slice(0, 1)
    .map((text) => withoutCodes(asTyped(text), inside));
}

const OBJECTIONS_TOLD = 2;

function raisedIn({ objections }: MeetingLog): string[] {
  const names = objections
    .flatMap(({ name }) => (name === null ? [] : [titled(name)]))
    .slice(0, OBJECTIONS_TOLD);
  return names.length === 0 ? [] : [`raised ${inWords(names)}`];
}

function promisedAt({ promises }: LoggedMeeting, isOpen: IsOpen): string[] {
  const [first] = promises.flatMap(({ text, promisedBy }) => {
    const toSend = promisedBy === "us" ? whatIsToSend(text) : null;
    return toSend === null || !isOpen(toSend) ? [] : [toSend];
  });
  return first === undefined ? [] : [`was promised ${asTyped(first)}`];
}
