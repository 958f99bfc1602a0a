import { formatDay, formatShortDate, relativeDay } from "#app/domain/time/format.ts";
import { twoClocks } from "#app/domain/time/two-clocks.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { Need } from "./needs-you.ts";

/** A need as the overview and the morning's mail say it. */
export type NeedInWords = {
  state: "warn" | "bad";
  /** What it is and by when; it names no paper, event or person. */
  head: string;
  /** Which one it is. Titles and promises are in here; null where the head says everything. */
  detail: string | null;
  /** Whether the detail quotes what somebody wrote, which not every mail may carry. */
  isQuoting: boolean;
  go: string;
  place: string;
};

type Around = { campaignId: string; homeZone: string; now: Date };

/** One need in words, with the one place to go. Stale proof points are named by their codes, with the day since. */
export function needInWords(need: Need, around: Around): NeedInWords {
  const today = dateIn(around.now, WASHINGTON);
  const within = `/c/${around.campaignId}`;
  switch (need.need) {
    case "clearance":
      return {
        ...clearanceDue(need.dueAt, around),
        detail: `${need.title}, ${need.isYours ? "for" : "with"} the ${need.desk}`,
        isQuoting: true,
        go: "Open",
        place: need.place,
      };
    case "returned":
      return {
        state: "warn",
        head: "Talking points returned",
        detail: need.title,
        isQuoting: true,
        go: "Open",
        place: need.place,
      };
    case "meetings not logged": {
      const day = relativeDay(dateIn(need.oldestEndedAt, WASHINGTON), today);
      return {
        state: "bad",
        head: `${counted(need.count, "meeting")} not logged`,
        detail: `${oldest(need.count)}${need.oldest}, ${day}`,
        isQuoting: true,
        go: "Log",
        place: "/log",
      };
    }
    case "follow-ups overdue":
      return {
        state: "bad",
        head: `${counted(need.count, "follow-up")} overdue`,
        detail: `${oldest(need.count)}${need.oldest}, due ${formatShortDate(need.dueOn, today)}`,
        isQuoting: true,
        go: need.count === 1 ? "See it" : `See ${need.count}`,
        place: `${within}/follow-ups`,
      };
    case "clash":
      return {
        state: "bad",
        head: `Clash on ${formatDay(dateIn(need.startsAt, WASHINGTON))}`,
        detail: `${need.title}, with ${need.withTitle}`,
        isQuoting: true,
        go: "Solve",
        place: need.place,
      };
    case "hold to decide":
      return {
        state: "bad",
        head: `Hold on message ${need.messageNumber}: its line has expired`,
        detail: "Lift the hold, or give the line a new time",
        isQuoting: false,
        go: "Decide",
        place: need.place,
      };
    case "post stopped":
      return {
        state: "bad",
        head: "A stopped post asks for a new time",
        detail: need.title,
        isQuoting: true,
        go: "Give it one",
        place: need.place,
      };
    case "stale proof points": {
      const since = need.points.map((point) => `${point.code} since ${formatShortDate(point.since, today)}`);
      const count = need.points.length;
      return {
        state: "bad",
        head: `${counted(count, "proof point")} ${count === 1 ? "is" : "are"} stale`,
        detail: since.join(", "),
        isQuoting: false,
        go: "Review",
        place: `${within}/proof-points`,
      };
    }
  }
}

function clearanceDue(dueAt: Date | null, { homeZone, now }: Around): Pick<NeedInWords, "state" | "head"> {
  if (dueAt === null) return { state: "warn", head: "Clearance asked of you" };
  const { washington, home } = twoClocks(dueAt, homeZone);
  if (dueAt < now) return { state: "bad", head: `Clearance overdue since ${washington}` };
  return { state: "warn", head: `Clearance due ${washington}, ${home}` };
}

function oldest(count: number): string {
  return count === 1 ? "" : "Oldest: ";
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
