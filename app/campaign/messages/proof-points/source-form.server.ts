import { z } from "zod";
import { identifier, optionalLine } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import { isWebAddress } from "#app/text/web-address.ts";
import { parseAsOf } from "#app/time/as-of.ts";
import type { LibrarySource } from "../library/library.ts";

/** Check boxes: none, one, or several values. */
export const ticked = z
  .union([identifier.transform((code) => [code]), z.array(identifier).max(200, "Choose 200 at most")])
  .default([]);

const schema = z.object({
  sources: ticked,
  otherSource: identifier.optional(),
  newSourceTitle: optionalLine(TEXT_LIMITS.line),
  newSourceAddress: optionalLine(TEXT_LIMITS.line),
  newSourcePublisher: optionalLine(TEXT_LIMITS.line),
  newSourcePublishedOn: optionalLine(60),
  newSourceKind: optionalLine(TEXT_LIMITS.line),
});

export type ReadSources =
  | { ok: true; codes: readonly string[]; newSource: Omit<LibrarySource, "code"> | null }
  | { ok: false; errors: FieldErrors };

/** The sources that a form names. `known` are the codes of the campaign's sources: no other may be named. */
export function readSourceFields(form: FormData, known: ReadonlySet<string>, today: string): ReadSources {
  const read = readForm(form, schema);
  if (!read.ok) return read;
  const { sources, otherSource, newSourceTitle, newSourceAddress, newSourcePublishedOn } = read.value;
  const codes = [...new Set([...sources, ...(otherSource ? [otherSource] : [])])];
  const publishedOn = newSourcePublishedOn === "" ? null : parseAsOf(newSourcePublishedOn, today);
  const errors: Record<string, string> = {};
  if (!codes.every((code) => known.has(code))) errors.otherSource = "Choose from the list of this campaign";
  if (newSourceAddress !== "" && !isWebAddress(newSourceAddress)) {
    errors.newSourceAddress = "Enter an address that begins with https:// or http://";
  }
  if (newSourceTitle === "" && newSourceAddress !== "")
    errors.newSourceTitle = "Enter the title of the source";
  if (newSourcePublishedOn !== "" && publishedOn === null) {
    errors.newSourcePublishedOn = "Enter a day, a month or a year, like 28 Aug 2025";
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const newSource = {
    title: newSourceTitle,
    address: newSourceAddress === "" ? null : newSourceAddress,
    publisher: read.value.newSourcePublisher,
    publishedOn,
    kind: read.value.newSourceKind === "" ? "not said" : read.value.newSourceKind,
  };
  return { ok: true, codes, newSource: newSourceTitle === "" ? null : newSource };
}
