import { z } from "zod";

/** One line of text, trimmed; `missing` is the sentence for an empty one. */
export function line(longest: number, missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(longest, `Use ${longest.toLocaleString("en-GB")} characters at most`)
    .refine((text) => !/[\r\n]/.test(text), "Use one line, without a line break");
}

/** One line of text that may be left empty. */
export function optionalLine(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, `Use ${longest.toLocaleString("en-GB")} characters at most`)
    .refine((text) => !/[\r\n]/.test(text), "Use one line, without a line break")
    .default("");
}

/** Text of several lines; `missing` is the sentence for an empty one. White space inside is kept as it was typed. */
export function paragraphs(longest: number, missing: string) {
  return z
    .string({ error: missing })
    .min(1, missing)
    .max(longest, `Use ${longest.toLocaleString("en-GB")} characters at most`)
    .refine((text) => text.trim() !== "", missing);
}

/** Text of several lines that may be left empty. */
export function optionalParagraphs(longest: number) {
  return z
    .string()
    .max(longest, `Use ${longest.toLocaleString("en-GB")} characters at most`)
    .default("");
}

/** The hidden version of the record that the page showed. */
export const version = z.coerce
  .number({ error: "The page is out of date: load it again" })
  .int("The page is out of date: load it again")
  .min(1, "The page is out of date: load it again");

/** An identifier of a record, as our own pages send it. */
export const identifier = z
  .string({ error: "Choose one of the list" })
  .regex(/^[A-Za-z0-9:._-]{1,128}$/, "Choose one of the list");
