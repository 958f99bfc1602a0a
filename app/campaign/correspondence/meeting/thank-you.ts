import { daysTaken } from "#app/campaign/outreach-events/warnings/days-taken.ts";
import { ERASED } from "#app/campaign/reviews/names-apart.ts";
import { capital } from "#app/text/in-words.ts";
import { sentence } from "#app/text/sentences.ts";
import { dayInProse, daysInProse, formatLongDay } from "#app/time/format.ts";
import type { CalendarDate, Timed } from "#app/time/wall-time.ts";
import { asTyped, toBeWritten, type Words } from "../words.ts";
import type { Attendee, MeetingPromise } from "./logged-meeting.ts";
import type { MeetingAsked } from "./memorandum.ts";
import { whatIsToSend } from "./said.ts";

/**
 * Drafts the note of thanks to one person, or to nobody by name: the salutation, the meeting, the promise kept or dated, one next step.
 * Nothing internal, no assessment, no quotation, no handling; an attachment is named only where the promise to send it is
 * recorded as done. Source: DESIGN.md, example `thank-you`.
 */
export function draftThankYou(asked: MeetingAsked & { to: Attendee | null; embassy: string }): Words {
  const { meeting, to, embassy, today, drafter } = asked;
  const name = to?.name || null;
  const paragraphs = [
    formatLongDay(today).replace(/^\S+ /, ""),
    `Dear ${name === null ? toBeWritten("Name") : asTyped(name)}:`,
    [
      `Thank you for ${bySpeech(meeting.kind) || /phone/i.test(meeting.place) ? "speaking with" : "meeting"} us ${heldInProse(meeting, today)}.`,
      ...promised(asked),
    ].join(" "),
    nextStep(asked),
    "Sincerely,",
    `${asTyped(drafter)}\n${embassy}`,
  ];
  return {
    subject: name === null ? `Thank-you note, ${meeting.title}` : `Thank-you note to ${name}`,
    to: "",
    reference: "",
    text: paragraphs.join("\n\n"),
  };
}

const DAY_MS = 86_400_000;

/** "on Thursday 12 November", "from 12 to 14 November": the days of what lasted longer than one, else the day that it began on. */
function heldInProse(meeting: Timed, today: CalendarDate): string {
  const { first, last } = daysTaken(meeting);
  const isOfDays = first !== last && meeting.endsAt.getTime() - meeting.startsAt.getTime() > DAY_MS;
  return isOfDays ? `from ${daysInProse(first, last, today)}` : `on ${dayInProse(first, today)}`;
}

/** What we promised, to this person or to all: sent, or dated. What cannot be told to them by rule, the drafter words. */
function promised({ meeting, to, today, drafter }: MeetingAsked & { to: Attendee | null }): string[] {
  const ours = meeting.promises.filter(
    ({ promisedBy, contactId }) => promisedBy === "us" && (contactId === null || contactId === to?.id),
  );
  const told = ours.map((promise) => promiseInWords(promise, drafter, today));
  return told.map((text, at) =>
    at === 0 ? text : text.replace(/^As promised, (.)/, (_, first) => first.toUpperCase()),
  );
}

function promiseInWords(
  { text, doneAt, dueOn, owner }: MeetingPromise,
  drafter: string,
  today: CalendarDate,
): string {
  const we = owner === null || owner === drafter ? "I" : "we";
  const toSend = whatIsToSend(text);
  if (toSend === null)
    return toBeWritten(
      doneAt === null
        ? `What we promised to do by ${dayInProse(dueOn, today)}, in your words.`
        : "What we promised and have done, in your words.",
    );
  if (doneAt !== null) return sentence(`As promised, ${we} attach ${asTyped(toSend)}`);
  if (dueOn >= today)
    return sentence(`As promised, ${we} will send you ${asTyped(toSend)} by ${dayInProse(dueOn, today)}`);
  return sentence(
    `${capital(we)} still owe you ${asTyped(toSend)}, which ${we} will send by ${toBeWritten("a date that can be kept")}`,
  );
}

function nextStep({ next, today }: MeetingAsked): string {
  if (next === null || !next.isWithAll || next.day <= today) return "I would welcome another conversation.";
  const what = bySpeech(next.kind) ? "conversation" : "meeting";
  return `I look forward to our next ${what} on ${dayInProse(next.day, today)}.`;
}

/** Whether one speaks without having met for it. */
function bySpeech(kind: string): boolean {
  return kind === "phone call" || kind === "conversation in passing";
}

/**
 * The note without whom it greets, where a part of this name stands in the salutation: "Dear Ms Hadley:" becomes "Dear erased
 * person:". It can mean nobody else, which holds of no other surname on its own. Source: DOMAIN.md, rule 8.
 */
export function withoutSalutation(text: string, name: string): string {
  const parts = name.toLowerCase().split(/\s+/);
  return text.replace(/^(Dear )([^\n:,]+)/m, (said, dear, greeted) =>
    greeted.split(/\s+/).some((word: string) => parts.includes(word.toLowerCase()))
      ? `${dear}${ERASED}`
      : said,
  );
}
