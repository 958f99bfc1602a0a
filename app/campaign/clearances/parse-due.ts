import {
  type DateRefusal,
  explainDateRefusal,
  explainTimeRefusal,
  parseDate,
  parseTime,
  type TimeRefusal,
} from "#app/time/parse-date.ts";

import { dateIn, instantOf, WASHINGTON } from "#app/time/wall-time.ts";

export type DueRefusal =
  | DateRefusal
  | TimeRefusal
  | "time-does-not-exist"
  | "time-occurs-twice"
  | "due-in-the-past";

type ParsedDue = { ok: true; dueAt: Date | null } | { ok: false; reason: DueRefusal };

/**
 * A due time typed as text, by Washington's clock: "Mon 9 Nov 2026, 12:00", "9 Nov 12:00", "tomorrow noon". Empty
 * means that no time is set. Refuses what no clock in Washington shows, or shows twice, and what has passed at `now`.
 */
export function parseDue(text: string, now: Date): ParsedDue {
  const typed = text.trim().replace(/\s+/g, " ");
  if (typed === "") return { ok: true, dueAt: null };
  const today = dateIn(now, WASHINGTON);
  // "12 Nov 2026" is a day without a time, and not the 12th at 20:26.
  if (parseDate(typed, today).ok) return { ok: false, reason: "time-missing" };
  const [, day = typed, hour = ""] = /^(.*?)[, ]+(\S+(?: ?[ap]\.?m\.?)?)$/i.exec(typed) ?? [];
  const time = parseTime(hour);
  const date = parseDate(time.ok ? day : typed, today);
  if (!date.ok) return date;
  if (!time.ok) return { ok: false, reason: "time-missing" };
  const found = instantOf(`${date.date}T${time.time}`, WASHINGTON);
  if (!found.ok) return found;
  return found.instant > now ? { ok: true, dueAt: found.instant } : { ok: false, reason: "due-in-the-past" };
}

/** What to tell the person who typed the due time; one wording for each refusal. */
export function explainDueRefusal(reason: DueRefusal): string {
  switch (reason) {
    case "time-missing":
    case "time-not-understood":
      return `${explainTimeRefusal(reason)}, after the day`;
    case "time-does-not-exist":
      return "Clocks in Washington skip this time. Choose another one";
    case "time-occurs-twice":
      return "Clocks in Washington show this time twice. Choose another one";
    case "due-in-the-past":
      return "This time has passed. Choose one that is still to come";
    default:
      return explainDateRefusal(reason);
  }
}
