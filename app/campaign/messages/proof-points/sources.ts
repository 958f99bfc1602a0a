import { optionalAsOf, optionalLine, optionallyChosen, severalChosen } from "#app/http/fields.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { isWebAddress, TEXT_LIMITS } from "#app/text/text-limits.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** How a form names sources: those that the record has, one more of the list, and one that is not in it yet. */
export const sourceFields = {
  sources: severalChosen(200).meta({
    control: "tick list",
    optional: false,
    label: "Sources",
    column: "source_id",
    hint: "Untick a source to remove it",
  }),
  otherSource: optionallyChosen().meta({ label: "Another source", none: "None of these" }),
  newSourceTitle: optionalLine(TEXT_LIMITS.line).meta({ label: "Title of the source" }),
  newSourceAddress: optionalLine(TEXT_LIMITS.line)
    .refine(
      (address) => address === "" || isWebAddress(address),
      "Enter an address that begins with https:// or http://",
    )
    .meta({
      control: "line",
      optional: true,
      label: "Web address",
      hint: "Begins with https:// or http://; leave empty for a paper document",
    }),
  newSourcePublisher: optionalLine(TEXT_LIMITS.line).meta({ label: "Publisher" }),
  newSourcePublishedOn: optionalAsOf(
    "Enter a day, a month or a year, like 28 Aug 2025, Aug 2025 or 2025",
  ).meta({
    label: "Published on",
    hint: "For example, 28 Aug 2025, Aug 2025 or 2025",
    beside: true,
  }),
  newSourceKind: optionalLine(TEXT_LIMITS.line).meta({ label: "Kind", hint: "Press, primary, opinion …" }),
};

export const sourceRecord = record(sourceFields);
export type SourceValues = ValuesOf<typeof sourceRecord>;

/** What is wrong with the sources of a form beside what its fields say. `known` are the codes of the campaign's sources. */
export function sourceFaults(
  form: FormData,
  today: CalendarDate,
  { known, needed }: { known: readonly { value: string }[]; needed: boolean },
): FieldErrors {
  const read = sourceRecord.read(form, today);
  if (!read.ok) return {};
  const codes = codesIn(read.value);
  const { newSourceTitle, newSourceAddress } = read.value;
  if (!codes.every((code) => known.some(({ value }) => value === code)))
    return { otherSource: "Choose from this campaign’s list" };
  if (newSourceTitle !== "") return {};
  if (newSourceAddress !== "") return { newSourceTitle: "Enter the title of the source" };
  return needed && codes.length === 0
    ? { otherSource: "Choose a source, or add one: every proof point needs one" }
    : {};
}

/** The codes of the sources that a form names of the campaign's list. */
export function codesIn({ sources, otherSource }: SourceValues): string[] {
  return [...new Set([...sources, ...(otherSource === null ? [] : [otherSource])])];
}

/** The source that a form names beside those of the list; null where there is none. */
export function newSourceIn(values: SourceValues) {
  if (values.newSourceTitle === "") return null;
  return {
    title: values.newSourceTitle,
    address: values.newSourceAddress || null,
    publisher: values.newSourcePublisher,
    publishedOn: values.newSourcePublishedOn,
    kind: values.newSourceKind || "not stated",
  };
}
