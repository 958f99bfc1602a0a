import { data } from "@remix-run/node";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { afterChange, valuesOf } from "#app/http/form.server.ts";
import { type FieldErrors, type RefusedForm, typedValue } from "#app/http/form-values.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { planEvent } from "#db/queries/outreach-events.server.ts";
import { readEventForm, strangerError } from "./event-form.server.ts";
import { warningsOfDraft } from "./event-warnings.server.ts";
import { type PeopleToAsk, peopleToAsk, repliesIn } from "./people-to-ask.server.ts";
import { digestOf, type PlanPreview, planPreview } from "./plan-preview.server.ts";

type Arrival = CampaignArrival & Sent;

/** A plan that was sent and comes back: with what is wrong, or once with what speaks against it. */
export type SentPlan = RefusedForm & { preview: PlanPreview; digest: string; people: PeopleToAsk };

/** Plans what the form says. What speaks against it is shown once before; nothing is refused for it. */
export async function planAction(arrival: Arrival) {
  const { form, campaign, database, author, submission, now } = arrival;
  const read = readEventForm(form, WASHINGTON, dateIn(now, WASHINGTON));
  if (!read.ok) return comesBack(arrival, 400, read.errors);
  const { details, contactIds } = read;
  const warnings = await warningsOfDraft(arrival, details, contactIds);
  const isUnsaid = details.goingAheadReason === "" && form.get("seen") !== digestOf(warnings);
  if (warnings.length > 0 && isUnsaid) return comesBack(arrival, 409, {});
  const { replies, wish } = valuesOf(form);
  const known = { replies: repliesIn(replies ?? []), wishId: wish?.[0] || null };
  const planned = await database.change(author, submission, (change) =>
    planEvent(change, campaign.id, details, contactIds, known),
  );
  if (planned.ok) return afterChange(planned);
  return comesBack(arrival, 400, planned.field === "wish" ? WISH_GONE : strangerError(planned.field));
}

const WISH_GONE = {
  "": "What was to be placed has been placed or dropped meanwhile. Leave it, or plan it anew",
};

async function comesBack(arrival: Arrival, status: 400 | 409, errors: FieldErrors) {
  const values = valuesOf(arrival.form);
  const [preview, people] = await Promise.all([
    planPreview(arrival, values, null),
    peopleToAsk(arrival, values, typedValue(values, "who", "")),
  ]);
  const digest = digestOf(preview.warnings);
  return data<SentPlan>({ values, errors, stale: null, preview, digest, people }, { status });
}
