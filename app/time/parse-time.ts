export type TimeRefusal = "time-missing" | "time-not-understood";

export type ParsedTime = { ok: true; time: string } | { ok: false; reason: TimeRefusal };

/**
 * A time of day typed as text, answered in 24 hours: "14:00", "14.00", "9:30", "1430", "2 pm", "2:30 p.m.",
 * "noon". A bare hour counts in 24 hours ("14" is 14:00). Refuses 24:00 and anything else that no clock shows.
 */
export function parseTime(text: string): ParsedTime {
  const typed = text.normalize("NFKC").trim().toLowerCase();
  if (typed === "") return { ok: false, reason: "time-missing" };
  if (typed === "noon") return { ok: true, time: "12:00" };
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?\s?(a\.?m\.?|p\.?m\.?)?$/.exec(typed);
  if (!match) return { ok: false, reason: "time-not-understood" };
  const minute = Number(match[2] ?? 0);
  const hour = hourOf(Number(match[1]), match[3] ?? null);
  if (hour === null || minute > 59) return { ok: false, reason: "time-not-understood" };
  return { ok: true, time: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` };
}

function hourOf(typed: number, half: string | null): number | null {
  if (half === null) return typed <= 23 ? typed : null;
  if (typed < 1 || typed > 12) return null;
  return (typed % 12) + (half.startsWith("p") ? 12 : 0);
}

/** What to tell the person who typed the time; one wording for each refusal. */
export function explainTimeRefusal(reason: TimeRefusal): string {
  switch (reason) {
    case "time-missing":
      return "Enter a time, like 14:00";
    case "time-not-understood":
      return "Enter the time in 24 hours, like 14:00";
  }
}
