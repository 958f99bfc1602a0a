import { z } from "zod";
import { optionalLine } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import { explainTimeRefusal, parseTime } from "#app/time/parse-time.ts";
import { instantOf, WASHINGTON, type WallTime } from "#app/time/wall-time.ts";
import type { ItemDetails } from "../items.server.ts";

const schema = z.object({
  host: optionalLine(200),
  note: optionalLine(200),
  planB: optionalLine(200),
  planBNote: optionalLine(300),
  decideDate: optionalLine(60),
  decideTime: optionalLine(20),
});

type ReadItem = { ok: true; item: ItemDetails } | { ok: false; errors: FieldErrors };

/** What the form says of an item beside its event: everything that is wrong with it at once. */
export function readItemForm(form: FormData, today: string): ReadItem {
  const read = readForm(form, schema);
  if (!read.ok) return read;
  const { decideDate, decideTime, ...rest } = read.value;
  const decideBy = readDecideBy(decideDate, decideTime, today);
  return decideBy.ok ? { ok: true, item: { ...rest, decideBy: decideBy.wall } } : decideBy;
}

/** Noon in Washington unless an hour is given; nothing where no day is. */
function readDecideBy(
  date: string,
  time: string,
  today: string,
): { ok: true; wall: WallTime | null } | { ok: false; errors: FieldErrors } {
  if (date === "")
    return time === "" ? { ok: true, wall: null } : refuse("decideDate", "Enter the day of that hour too");
  const day = parseDate(date, today);
  if (!day.ok) return refuse("decideDate", explainDateRefusal(day.reason));
  const hour = time === "" ? { ok: true as const, time: "12:00" } : parseTime(time);
  if (!hour.ok) return refuse("decideTime", explainTimeRefusal(hour.reason));
  const wall = `${day.date}T${hour.time}`;
  if (!instantOf(wall, WASHINGTON, "first").ok)
    return refuse("decideTime", "That time does not exist: the clocks go forward in that hour");
  return { ok: true, wall };
}

function refuse(field: string, words: string): { ok: false; errors: FieldErrors } {
  return { ok: false, errors: { [field]: words } };
}
