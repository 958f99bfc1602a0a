import { data } from "@remix-run/node";
import { afterChange, refuseForm, valuesOf } from "#app/http/form.server.ts";
import type { FieldErrors, RefusedForm } from "#app/http/form-values.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { daysRecord, wantedDays } from "../record.ts";
import type { WantedDays } from "../session-day.ts";
import { previewSessionDays, takeSessionDays } from "../store.server.ts";
import { type ShownPlan, shownPlan } from "./shown-plan.server.ts";

type Arrival = CampaignArrival & Sent;

/** The form as it was typed; `plan` is what it would do to days that are known, to be confirmed. */
export type RefusedDays = RefusedForm & { plan: ShownPlan | null };

/** Records or clears a range at once where nothing is known of it; else shows what would change, and then does just that. */
export async function answerDays(arrival: Arrival) {
  const { form, database, author, submission, campaign, now } = arrival;
  const today = dateIn(now, WASHINGTON);
  const read = daysRecord.read(form, today);
  if (!read.ok) return refused(form, read.errors);
  const meant = wantedDays(read.value, today);
  if (!meant.ok) return refused(form, meant.errors);
  const { wanted } = meant;
  const shown = form.get("shown");
  const agreement =
    typeof shown === "string"
      ? { shown, mayTouchKnown: true, takesOlder: form.get("older") === "yes", mayEnd: true }
      : { shown: null, mayTouchKnown: false, takesOlder: false, mayEnd: false };
  const location = locationOf(campaign.id, wanted);
  const taken = await database.change(author, submission, (change) =>
    takeSessionDays(change, wanted, agreement, location),
  );
  if (taken.ok) return afterChange(taken);
  switch (taken.reason) {
    case "nothing-to-change":
      return refused(form, { "": "All of these days say that already: there is nothing to change" });
    case "touches-known":
    case "ends-too-much":
      return show(arrival, wanted, {});
    case "changed-since-shown":
      return show(arrival, wanted, {
        "": "Congress’s calendar was changed since these changes were shown. Look at them again",
      });
  }
}

async function show({ form, database }: Arrival, wanted: WantedDays, errors: FieldErrors) {
  const plan = shownPlan(await previewSessionDays(database.read, wanted));
  return data<RefusedDays>({ values: valuesOf(form), errors, stale: null, plan }, { status: 409 });
}

function refused(form: FormData, errors: FieldErrors) {
  const answer = refuseForm(form, errors);
  return data<RefusedDays>({ ...answer.data, plan: null }, { status: 400 });
}

function locationOf(campaignId: string, wanted: WantedDays): string {
  const [first] = wanted.act === "record" ? wanted.days.map(({ day }) => day) : wanted.days;
  return `/c/${campaignId}/session-days?year=${first?.slice(0, 4) ?? ""}`;
}
