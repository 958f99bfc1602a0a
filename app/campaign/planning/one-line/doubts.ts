import { kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { inWords } from "#app/text/in-words.ts";
import { cityOf, dayInProse, formatDuration } from "#app/time/format.ts";
import type { LineFields } from "./fields.ts";
import type { Piece } from "./pieces.ts";
import { repeatInWords } from "./repeats.ts";
import type { LineContext, Said } from "./said.ts";

/** A piece of which something is known. */
export type Saying = Piece & { says: Said };

/** A question that the line leaves open; each choice is the line as it would be clear. */
export type Doubt = { text: string; question: string; choices: { label: string; line: string }[] };

const CONTRADICTIONS = [
  "date",
  "best by",
  "time",
  "length",
  "kind",
  "ground rule",
  "place",
  "link",
  "schedule",
  "repeat",
  "until",
  "times",
] as const;

const QUESTIONS = {
  date: "Which day do you mean?",
  "best by": "By which day should it be held?",
  time: "Which time do you mean?",
  length: "Which length do you mean?",
  kind: "Which kind of event is it?",
  "ground rule": "Which ground rule do you mean?",
  place: "Which place do you mean?",
  link: "Which link do you mean?",
  schedule: "Is it tentative or confirmed?",
  repeat: "How often does it repeat?",
  until: "Until which day?",
  times: "How many times?",
} as const;

type About = (typeof CONTRADICTIONS)[number];

/** What the line says twice, in different ways: it is asked which is meant, and neither is taken. */
export function contradictionsIn(line: string, pieces: readonly Saying[]): { about: About; doubt: Doubt }[] {
  return CONTRADICTIONS.flatMap((about) => contradictionIn(line, pieces, about));
}

function contradictionIn(
  line: string,
  pieces: readonly Saying[],
  about: About,
): { about: About; doubt: Doubt }[] {
  const saying = pieces.filter(({ says }) => says.about === about);
  const different = new Set(saying.map(({ says }) => JSON.stringify(says)));
  if (different.size < 2) return [];
  const choices = saying.map((kept) => ({
    label: kept.text,
    line: without(
      line,
      saying.filter((piece) => piece !== kept),
    ),
  }));
  const text = saying.map((piece) => piece.text).join(", ");
  return [{ about, doubt: { text, question: QUESTIONS[about], choices } }];
}

function without(line: string, pieces: readonly Piece[]): string {
  const cut = pieces.toReversed().reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), line);
  return cut
    .replace(/\s*,(?:\s*,)+/g, ",")
    .replace(/\s+/g, " ")
    .replace(/^[\s,]+|[\s,]+$/g, "");
}

/** The question that a piece asks, if it asks one. */
export function doubtIn(line: string, { from, to, text, says }: Saying): Doubt[] {
  if (says.about !== "doubt") return [];
  const choices = says.choices.map((choice) => ({
    label: choice.label,
    line: line.slice(0, from) + choice.text + line.slice(to),
  }));
  return [{ text, question: says.question, choices }];
}

/** What was understood of a line, thing by thing, in the words of the form: "Tuesday 17 November", "messages 2 and 3". */
export function understoodInWords(fields: LineFields, context: LineContext): string[] {
  const { kind, schedule, place, groundRule, link, bestBy, minutes, repeat } = fields;
  return [
    ...daysInWords(fields, context),
    ...timeInWords(fields),
    ...(minutes === null ? [] : [formatDuration(minutes)]),
    ...(repeat === null ? [] : [repeatInWords(repeat, context)]),
    ...(bestBy === null ? [] : [`ideally by ${dayInProse(bestBy, context.today)}`]),
    ...(kind === null ? [] : [kindLabel(kind)]),
    ...namesOf(fields.audienceIds, context.audiences),
    ...messagesInWords(fields.messageIds, context),
    ...namesOf(fields.officerIds, context.colleagues).map((name, index) =>
      index === 0 ? `${name} is the owner` : `with ${name}`,
    ),
    ...namesOf(fields.contactIds, context.contacts).map((name) => `${name} takes part`),
    ...(place === null ? [] : [`at ${place}`]),
    ...(schedule === null ? [] : [schedule]),
    ...(groundRule === null ? [] : [groundRule]),
    ...(link === null ? [] : [link]),
  ];
}

function daysInWords({ first, last, isAllDay }: LineFields, { today }: LineContext): string[] {
  const days =
    first === null
      ? []
      : [dayInProse(first, today) + (last === null ? "" : ` to ${dayInProse(last, today)}`)];
  return isAllDay ? [...days, "all day"] : days;
}

function timeInWords({ start, end, zone, isAllDay }: LineFields): string[] {
  if (start === null || isAllDay) return [];
  const clock = zone === null ? "" : `, ${cityOf(zone)} time`;
  return [`${start}${end === null ? "" : ` to ${end}`}${clock}`];
}

function messagesInWords(ids: readonly string[], { messages }: LineContext): string[] {
  const numbers = messages.filter(({ id }) => ids.includes(id)).map(({ number }) => String(number));
  if (numbers.length === 0) return [];
  return [`${numbers.length === 1 ? "message" : "messages"} ${inWords(numbers)}`];
}

function namesOf(ids: readonly string[], named: readonly { id: string; name: string }[]): string[] {
  return ids.flatMap((id) => named.find((one) => one.id === id)?.name ?? []);
}
