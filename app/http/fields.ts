import { z } from "zod";
import { isAsOf } from "#app/time/as-of.ts";
import { isCalendarDate } from "#app/time/calendar-date.ts";
import { explainDateRefusal, explainTimeRefusal, parseTime } from "#app/time/parse-date.ts";
import type { TimeOfDay } from "#app/time/wall-time.ts";

/** An identifier of a record, as our own pages send it. */
export const identifier = z
  .string({ error: "Choose one from the list" })
  .regex(/^[A-Za-z0-9:._-]{1,128}$/, "Choose one from the list");

/** One line of text, trimmed; `missing` is the sentence for an empty one. */
export function line(longest: number, missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(longest, `Use ${longest.toLocaleString("en-GB")} characters at most`)
    .refine((text) => !/[\r\n]/.test(text), "Use a single line")
    .meta({ control: "line" });
}

/** One line of text that may be left empty. */
export function optionalLine(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, `Use ${longest.toLocaleString("en-GB")} characters at most`)
    .refine((text) => !/[\r\n]/.test(text), "Use a single line")
    .default("")
    .meta({ control: "line", optional: true });
}

/** Text of several lines; `missing` is the sentence for an empty one. White space inside is kept as it was typed. */
export function paragraphs(longest: number, missing: string) {
  return z
    .string({ error: missing })
    .min(1, missing)
    .max(longest, `Use ${longest.toLocaleString("en-GB")} characters at most`)
    .refine((text) => text.trim() !== "", missing)
    .meta({ control: "text" });
}

/** Text of several lines that may be left empty. */
export function optionalParagraphs(longest: number) {
  return z
    .string()
    .max(longest, `Use ${longest.toLocaleString("en-GB")} characters at most`)
    .default("")
    .meta({ control: "text", optional: true });
}

const NOT_A_DAY = explainDateRefusal("date-not-understood");

/** A day of the calendar, typed as text; `record` reads it. */
export function day(missing = explainDateRefusal("date-missing")) {
  return calendarDay(missing).meta({ control: "day" });
}

/** A day that may be left empty. */
export function optionalDay() {
  return calendarDay().nullable().default(null).meta({ control: "day", optional: true });
}

type Sentence = string | ((issue: { input?: unknown }) => string);

/** A day as the calendar writes it, 2026-11-12; `missing` is said of what is no text, `sentence` of text that is no day. */
export function calendarDay(missing: Sentence = NOT_A_DAY, sentence = NOT_A_DAY) {
  return z.string({ error: missing }).transform((text, { addIssue }) => {
    if (isCalendarDate(text)) return text;
    addIssue(sentence);
    return z.NEVER;
  });
}

/** The day, month or year of a fact, typed as text; `record` reads it, and `sentence` is said of what is none. */
export function asOf(missing: string, sentence: string) {
  return line(60, missing).refine(isAsOf, sentence).meta({ control: "as of" });
}

/** A day, month or year that may be left empty. */
export function optionalAsOf(sentence: string) {
  const type = optionalLine(60).refine((text) => text === "" || isAsOf(text), sentence);
  return keptAs(type.meta({ control: "as of", optional: true }), (text) => text || null);
}

const typedTime = z.string().max(20).default("");

/** A time of day, typed as text and read in 24 hours. */
export function timeOfDay() {
  return typedTime.transform(readTime).meta({ control: "line" });
}

/** A time of day that may be left empty. */
export function optionalTimeOfDay() {
  return typedTime
    .transform((typed, context) => (typed.trim() === "" ? null : readTime(typed, context)))
    .meta({ control: "line", optional: true });
}

function readTime(typed: string, { addIssue }: { addIssue(sentence: string): void }): TimeOfDay {
  const time = parseTime(typed);
  if (time.ok) return time.time;
  addIssue(explainTimeRefusal(time.reason));
  return z.NEVER;
}

/** One of a closed list, each with its words; `sentence` is said where none of them came. */
export function oneOf<const Each extends string>(
  list: readonly Each[],
  sentence: string,
  words: (each: Each) => string = (each) => each,
) {
  return z.enum(list, { error: sentence }).meta({ control: "select", options: optionsOf(list, words) });
}

function optionsOf<Each extends string>(list: readonly Each[], words: (each: Each) => string) {
  return list.map((each) => ({ value: each, label: words(each) }));
}

/** One of a closed list, or none of it; `sentence` is said of what is not of the list. */
export function optionallyOneOf<const Each extends string>(
  list: readonly Each[],
  sentence: string,
  words: (each: Each) => string = (each) => each,
) {
  const type = z.enum(list, { error: sentence }).nullable().default(null);
  return type.meta({ control: "select", optional: true, options: optionsOf(list, words) });
}

/** A record of the campaign, chosen from a list that the page brings. */
export function chosen(sentence: string) {
  return z
    .string({ error: sentence })
    .regex(/^[A-Za-z0-9:._-]{1,128}$/, "Choose one from the list")
    .meta({ control: "select" });
}

/** A record of the campaign, or none. */
export function optionallyChosen() {
  return chosen("").nullable().default(null).meta({ control: "select", optional: true });
}

/** Records of the campaign, ticked in a list that the page brings; none, one or several, each once. */
export function severalChosen(most: number) {
  return z
    .union([identifier.transform((id) => [id]), z.array(identifier).max(most, `Choose ${most} at most`)])
    .default([])
    .transform((all) => [...new Set(all)])
    .meta({ control: "ticks", optional: true });
}

/** Something ticked, or not. */
export function tick() {
  return z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on")
    .meta({ control: "tick" });
}

/** The same field with another value, made of what was read; its words stay. */
export function keptAs<Type extends z.ZodType, Value>(type: Type, make: (read: z.output<Type>) => Value) {
  return type.transform(make).meta({ ...z.globalRegistry.get(type) });
}

export const OUT_OF_DATE = "This page is out of date. Reload it";

/** The hidden version of the record that the page showed. */
export const version = z.coerce.number({ error: OUT_OF_DATE }).int(OUT_OF_DATE).min(1, OUT_OF_DATE);
