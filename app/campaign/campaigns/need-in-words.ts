import { addressOf } from "#app/http/addresses.ts";
import { counted } from "#app/text/in-words.ts";
import { formatDay, formatDayAndClocks, relativeDay } from "#app/time/format.ts";
import { dateIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
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

type Around = { campaignId: string; homeZone: Zone; now: Date };

/** One need in words, with the one place to go. Stale proof points are named by their codes, with the day since. */
export function needInWords(need: Need, around: Around): NeedInWords {
  switch (need.need) {
    case "clearance":
    case "returned":
      return { ...textInWords(need, around), isQuoting: true, go: "Open", place: need.place };
    case "meetings not logged":
    case "follow-ups overdue":
      return { state: "bad", ...overdueInWords(need, around), isQuoting: true };
    case "clash":
      return {
        state: "bad",
        head: `Clash on ${formatDay(dateIn(need.startsAt, WASHINGTON), dateIn(around.now, WASHINGTON))}`,
        detail: `${need.title}, with ${need.withTitle}`,
        isQuoting: true,
        go: "Solve",
        place: need.place,
      };
    case "hold to decide":
    case "post stopped":
      return { state: "bad", ...holdInWords(need), place: need.place };
    case "visit deadlines":
      return { ...visitInWords(need, around), isQuoting: true, go: "Open", place: need.place };
    case "stale proof points":
      return { state: "bad", ...staleInWords(need, around), isQuoting: false };
  }
}

type NeedOf<Kind extends Need["need"]> = Extract<Need, { need: Kind }>;

function textInWords(
  need: NeedOf<"clearance" | "returned">,
  around: Around,
): Pick<NeedInWords, "state" | "head" | "detail"> {
  if (need.need === "returned") {
    return { state: "warn", head: `${need.what} returned`, detail: need.title };
  }
  const detail = `${need.title}, ${need.isYours ? "for" : "with"} the ${need.desk}`;
  return { ...clearanceDue(need.dueAt, around), detail };
}

function overdueInWords(
  need: NeedOf<"meetings not logged" | "follow-ups overdue">,
  { now, campaignId }: Around,
): Pick<NeedInWords, "head" | "detail" | "go" | "place"> {
  const today = dateIn(now, WASHINGTON);
  const which = `${need.count === 1 ? "" : "Oldest: "}${need.oldest}`;
  if (need.need === "meetings not logged") {
    const day = relativeDay(dateIn(need.oldestEndedAt, WASHINGTON), today);
    const head = `${counted(need.count, "meeting")} not logged`;
    return { head, detail: `${which}, ${day}`, go: "Log", place: addressOf.log(campaignId) };
  }
  return {
    head: `${counted(need.count, "follow-up")} overdue`,
    detail: `${which}, due ${formatDay(need.dueOn, today)}`,
    go: need.count === 1 ? "See it" : `See ${need.count}`,
    place: addressOf.followUps(campaignId),
  };
}

function holdInWords(
  need: NeedOf<"hold to decide" | "post stopped">,
): Pick<NeedInWords, "head" | "detail" | "isQuoting" | "go"> {
  if (need.need === "post stopped") {
    const head = "A stopped post needs a new time";
    return { head, detail: need.title, isQuoting: true, go: "Choose a new time" };
  }
  return {
    head: `Hold on message ${need.messageNumber}: its holding line has expired`,
    detail: "Lift the hold, or extend the line",
    isQuoting: false,
    go: "Decide",
  };
}

/** "2 visit deadlines, Thu 12 Nov, 12:00": which visit and what is due stand in the detail. */
function visitInWords(
  need: NeedOf<"visit deadlines">,
  { homeZone, now }: Around,
): Pick<NeedInWords, "state" | "head" | "detail"> {
  const due = formatDayAndClocks(need.dueAt, homeZone, dateIn(now, WASHINGTON));
  const detail = `${need.count === 1 ? "" : "First: "}${need.title}, ${need.visit}`;
  if (need.dueAt <= now)
    return {
      state: "bad",
      head: `${counted(need.count, "visit deadline")}, overdue since ${due}`,
      detail,
    };
  return {
    state: "warn",
    head: `${counted(need.count, "visit deadline")}, ${due}`,
    detail,
  };
}

function staleInWords(
  { points }: NeedOf<"stale proof points">,
  { now, campaignId }: Around,
): Pick<NeedInWords, "head" | "detail" | "go" | "place"> {
  const today = dateIn(now, WASHINGTON);
  return {
    head: `${counted(points.length, "proof point")} ${points.length === 1 ? "is" : "are"} stale`,
    detail: points.map((point) => `${point.code} since ${formatDay(point.since, today)}`).join(", "),
    go: "Review",
    place: addressOf.proofPoints(campaignId),
  };
}

function clearanceDue(dueAt: Date | null, { homeZone, now }: Around): Pick<NeedInWords, "state" | "head"> {
  if (dueAt === null) return { state: "warn", head: "Clearance requested" };
  const due = formatDayAndClocks(dueAt, homeZone, dateIn(now, WASHINGTON));
  if (dueAt < now) return { state: "bad", head: `Clearance overdue since ${due}` };
  return { state: "warn", head: `Clearance due ${due}` };
}
