import { z } from "zod";
import { EVENT_KINDS } from "#app/campaign/outreach-events/kind.ts";
import { minutesTyped } from "#app/campaign/outreach-events/planning/one-line/lengths.ts";
import { identifier, line, optionalParagraphs } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { WishDetails } from "../store.server.ts";

const chosen = z
  .union([identifier.transform((id) => [id]), z.array(identifier).max(60, "Choose 60 at most")])
  .default([]);

const schema = z.object({
  title: line(200, "Enter a title"),
  kind: z.enum(EVENT_KINDS, { error: "Choose what kind of event it is" }),
  length: z
    .string()
    .max(40, "Use 40 characters at most")
    .refine((typed) => minutesTyped(typed) !== null, "Enter a length from 5 minutes to 24 hours, like 45 min")
    .optional(),
  bestBy: z.string().max(60, "Use 60 characters at most").default(""),
  note: optionalParagraphs(1_000),
  owner: z.literal("").or(identifier).default(""),
  audiences: chosen,
  messages: chosen,
});

type Read = { ok: true; value: WishDetails } | { ok: false; errors: FieldErrors };

/** Reads the form of a wish; the day by which it is best held may be typed like 19 Nov. */
export function readWishForm(form: FormData, today: CalendarDate): Read {
  const read = readForm(form, schema);
  const bestBy = readBestBy(form, today);
  if (!read.ok || !bestBy.ok) {
    return { ok: false, errors: { ...(read.ok ? {} : read.errors), ...(bestBy.ok ? {} : bestBy.errors) } };
  }
  const { title, kind, length, note, owner, audiences, messages } = read.value;
  const minutes = length === undefined ? null : minutesTyped(length);
  const ownerAccountId = owner === "" ? null : owner;
  const links = { audienceIds: audiences, messageIds: messages };
  return { ok: true, value: { title, kind, minutes, bestBy: bestBy.day, note, ownerAccountId, ...links } };
}

function readBestBy(
  form: FormData,
  today: CalendarDate,
): { ok: true; day: CalendarDate | null } | { ok: false; errors: FieldErrors } {
  const typed = form.get("bestBy");
  if (typeof typed !== "string" || typed.trim() === "" || typed.length > 60) return { ok: true, day: null };
  const day = parseDate(typed, today);
  return day.ok
    ? { ok: true, day: day.date }
    : { ok: false, errors: { bestBy: explainDateRefusal(day.reason) } };
}
