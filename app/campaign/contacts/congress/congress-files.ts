import { z } from "zod";
import { calendarDay } from "#app/http/fields.ts";
import { type FileReading, readJsonFile, type SourceFile } from "./json-file.ts";

/** The three files of the public list of the United States Congress (unitedstates/congress-legislators, CC0). */
export const congressFileNames = {
  committees: "committees-current.json",
  membership: "committee-membership-current.json",
  legislators: "legislators-current.json",
} as const;

/** The list of Congress that ships in the folder `congress`, and the day of its edition. */
export const SHIPPED_LIST = {
  source: "unitedstates/congress-legislators, CC0",
  edition: "2026-06-15",
} as const satisfies { source: string; edition: string };

/** The most that one file for import of contacts may weigh: 50 MB. */
export const congressFileLimit = 50 * 1024 * 1024;

const control = /[^\P{Cc}\t\n\r]/u;

const missing = (input: unknown) => (input === undefined ? "is missing" : null);
const text = (longest: number) =>
  z
    .string({ error: (issue) => missing(issue.input) ?? "is not text" })
    .min(1, "is empty")
    .max(longest, `is longer than ${longest} characters`)
    .refine((value) => !control.test(value) && value.isWellFormed(), "has characters that are not text");
const whole = z
  .int({ error: (issue) => missing(issue.input) ?? "is not a whole number" })
  .min(0, "is negative");
const code = (pattern: RegExp, what: string) =>
  z.string({ error: (issue) => missing(issue.input) ?? "is not text" }).regex(pattern, `is not ${what}`);
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const list = <T extends z.ZodType>(item: T) =>
  z.array(item, { error: (issue) => missing(issue.input) ?? "is not a list" });
const word = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: (issue) => missing(issue.input) ?? `is not one of: ${words.join(", ")}` });
const record = <T extends z.ZodRawShape>(shape: T) =>
  z.object(shape, { error: (issue) => missing(issue.input) ?? "is not a record" });

const address = { address: maybe(text(400)), phone: maybe(text(60)) };

const committee = record({
  type: word(["house", "senate", "joint"]),
  name: text(400),
  thomas_id: code(/^[A-Z0-9]{4}$/, "a committee’s identifier, like SSFR"),
  subcommittees: maybe(
    list(record({ name: text(400), thomas_id: code(/^\d{2}$/, "a subcommittee’s number"), ...address })),
  ),
  ...address,
});

const bioguide = code(/^[A-Z]\d{6}$/, "a member’s identifier, like C000127");

const seat = record({
  bioguide,
  name: text(400),
  party: word(["majority", "minority"]),
  rank: whole,
  title: maybe(text(200)),
});

const day = (example: string) =>
  calendarDay(
    ({ input }) => missing(input) ?? `is not a date in the form ${example}`,
    `is not a date from 1900 to 2199 in the form ${example}`,
  );

const term = record({
  type: word(["rep", "sen"]),
  start: day("2025-01-03"),
  end: day("2027-01-03"),
  state: code(/^[A-Z]{2}$/, "a state’s two letters"),
  district: maybe(whole),
  party: text(60),
  caucus: maybe(text(60)),
  office: maybe(text(400)),
  phone: maybe(text(60)),
});

const legislator = record({
  id: record({ bioguide }),
  name: record({
    first: text(200),
    middle: maybe(text(200)),
    last: text(200),
    suffix: maybe(text(60)),
    official_full: maybe(text(400)),
  }),
  terms: list(z.unknown()).min(1, "names no term").transform(presentTerm),
}).transform(({ id, name, terms }) => ({ id, name, term: terms }));

/** Of all terms of a career only the last is read: the one in which the member now sits. */
function presentTerm(terms: unknown[], context: z.RefinementCtx): z.infer<typeof term> {
  const read = term.safeParse(terms.at(-1));
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues) {
    context.addIssue({ code: "custom", message, path: [terms.length - 1, ...path] });
  }
  return z.NEVER;
}

const committees = list(committee).min(1, "names no committee");
const membership = z.record(z.string(), list(seat), {
  error: (issue) => missing(issue.input) ?? "is not a record",
});
const legislators = list(legislator).min(1, "names no member");

export type CommitteeEntry = z.infer<typeof committee>;
export type LegislatorEntry = z.infer<typeof legislator>;
export type TermEntry = z.infer<typeof term>;
export type SeatEntry = z.infer<typeof seat>;
export type MembershipEntries = z.infer<typeof membership>;

/** A committee file read whole; keys that we do not use may stand in it, the essential ones must. */
export function readCommittees(file: SourceFile): FileReading<CommitteeEntry[]> {
  return readJsonFile(file, committees);
}

/** A membership file read whole: for each committee, who sits in it, in order of rank. */
export function readMembership(file: SourceFile): FileReading<MembershipEntries> {
  return readJsonFile(file, membership);
}

/** A file of members read whole; `term` is the last of each member's terms, the present one. */
export function readLegislators(file: SourceFile): FileReading<LegislatorEntry[]> {
  return readJsonFile(file, legislators);
}
