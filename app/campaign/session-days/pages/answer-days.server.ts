import { data } from "@remix-run/node";
import { z } from "zod";
import { optionalLine } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm, valuesOf } from "#app/http/form.server.ts";
import type { FieldErrors, RefusedForm } from "#app/http/form-values.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { daysOfRange, explainRangeRefusal, RANGE_DAYS } from "../day-range.ts";
import { CHAMBERS, LONGEST_SOURCE, SESSION_STANDINGS } from "../session-day.ts";
import { previewSessionDays, takeSessionDays, type WantedDays } from "../store.server.ts";
import { type ShownPlan, shownPlan } from "./shown-plan.server.ts";

type Arrival = CampaignArrival & Sent;

/** The form as it was typed; `plan` is what it would do to days that are known, to be confirmed. */
export type RefusedDays = RefusedForm & { plan: ShownPlan | null };

/** Records or clears a range at once where nothing is known of it; else shows what would change, and then does just that. */
export async function answerDays(arrival: Arrival) {
  const { form, database, author, submission, campaign, now } = arrival;
  const read = readDaysForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refused(form, read.errors);
  const shown = form.get("shown");
  const agreement =
    typeof shown === "string"
      ? { shown, mayTouchKnown: true, takesOlder: form.get("older") === "yes", mayEnd: true }
      : { shown: null, mayTouchKnown: false, takesOlder: false, mayEnd: false };
  const location = locationOf(campaign.id, read.wanted);
  const taken = await database.change(author, submission, (change) =>
    takeSessionDays(change, read.wanted, agreement, location),
  );
  if (taken.ok) return afterChange(taken);
  switch (taken.reason) {
    case "nothing-to-change":
      return refused(form, { "": "All of these days say that already: there is nothing to change" });
    case "touches-known":
    case "ends-too-much":
      return show(arrival, read.wanted, {});
    case "changed-since-shown":
      return show(arrival, read.wanted, {
        "": "Congress’s calendar was changed since these changes were shown. Look at them again",
      });
  }
}

async function show({ form, database }: Arrival, wanted: WantedDays, errors: Record<string, string>) {
  const plan = shownPlan(await previewSessionDays(database.read, wanted));
  return data<RefusedDays>({ values: valuesOf(form), errors, stale: null, plan }, { status: 409 });
}

function refused(form: FormData, errors: Record<string, string>) {
  const answer = refuseForm(form, errors);
  return data<RefusedDays>({ ...answer.data, plan: null }, { status: 400 });
}

function locationOf(campaignId: string, wanted: WantedDays): string {
  const [first] = wanted.act === "record" ? wanted.days.map(({ day }) => day) : wanted.days;
  return `/c/${campaignId}/session-days?year=${first?.slice(0, 4) ?? ""}`;
}

const schema = z.object({
  chamber: z.enum(CHAMBERS, { error: "Choose the House or the Senate" }),
  first: z.string().max(40).default(""),
  last: z.string().max(40).default(""),
  which: z.enum(RANGE_DAYS, { error: "Choose which days are meant" }),
  standing: z.enum([...SESSION_STANDINGS, "not known"], { error: "Choose what is known of these days" }),
  source: optionalLine(LONGEST_SOURCE),
  asOf: z.string().max(40).default(""),
});

type Read = { ok: true; wanted: WantedDays } | { ok: false; errors: FieldErrors };

/** Reads the form that says what is known of a range of days; what has to be known has a source and a day of it. */
function readDaysForm(form: FormData, today: CalendarDate): Read {
  const read = readForm(form, schema);
  if (!read.ok) return read;
  const { chamber, standing, source, which } = read.value;
  const first = parseDate(read.value.first, today);
  const last = read.value.last.trim() === "" ? first : parseDate(read.value.last, today);
  const asOf = parseDate(read.value.asOf, today);
  const errors: Record<string, string> = {};
  if (!first.ok) errors.first = explainDateRefusal(first.reason);
  if (!last.ok && read.value.last.trim() !== "") errors.last = explainDateRefusal(last.reason);
  const isKnown = standing !== "not known";
  if (isKnown && source === "") errors.source = "Write who says so";
  if (isKnown && !asOf.ok) errors.asOf = explainDateRefusal(asOf.reason);
  if (isKnown && asOf.ok && asOf.date > today) errors.asOf = "That day has not come yet";
  if (!first.ok || !last.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const range = daysOfRange(first.date, last.date, which);
  if (!range.ok) return { ok: false, errors: { last: explainRangeRefusal(range.reason) } };
  if (standing === "not known" || !asOf.ok)
    return { ok: true, wanted: { act: "clear", chamber, days: range.days } };
  const said = { standing, source, asOf: asOf.date };
  return { ok: true, wanted: { act: "record", days: range.days.map((day) => ({ chamber, day, ...said })) } };
}
