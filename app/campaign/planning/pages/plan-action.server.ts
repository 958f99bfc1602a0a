import { data, redirect } from "@remix-run/node";
import { listEventChoices } from "#app/campaign/campaigns/choices.server.ts";
import { listAudienceOffers } from "#app/campaign/contacts/audiences-of-contact.server.ts";
import { wouldCountForNobody } from "#app/campaign/contacts/audiences-of-contact.ts";
import {
  errorsIn,
  linkOutsideError,
  readEventForm,
} from "#app/campaign/outreach-events/event-form.server.ts";
import { linkOutsideCampaign } from "#app/campaign/outreach-events/links.server.ts";
import type { EventDetails } from "#app/campaign/outreach-events/store.server.ts";
import { warningsOfDraft } from "#app/campaign/outreach-events/warnings/event-warnings.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { valuesOf } from "#app/http/form.server.ts";
import { type FieldErrors, type RefusedForm, typedValue } from "#app/http/form-values.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { afterChange, asOnPage } from "#app/http/save-form.server.ts";
import { safePath } from "#app/http/sign-in.server.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { bodiesSaidWhole, bodyOf } from "../one-line/audiences.ts";
import { LONGEST_LINE } from "../one-line.ts";
import { type Plan, planAndPlace, type RefusedPlan } from "../plan.server.ts";
import { digestOf, type PlanPreview, planPreview } from "../plan-preview.server.ts";
import { type PeopleToAsk, peopleToAsk, repliesIn } from "./people-to-ask.server.ts";
import { type LineReading, readingOfSent } from "./plan-page.server.ts";
import { readRepeat } from "./read-repeat.server.ts";

type Arrival = CampaignArrival & Sent;

/** A plan that was sent and comes back: with what is wrong, or once with what speaks against it. */
export type SentPlan = RefusedForm & {
  preview: PlanPreview;
  digest: string;
  people: PeopleToAsk;
  reading: LineReading | null;
};

/** Plans what the form says. What speaks against it is shown once before; nothing is refused for it. */
export async function planAction(arrival: Arrival) {
  const { form, campaign, database, author, submission, today } = arrival;
  const read = readEventForm(form, WASHINGTON, today);
  const first = read.ok ? read.details.time : null;
  const repeat = readRepeat(form, first, { campaignEnds: campaign.endsOn, today });
  const unread = read.ok ? null : toFillIn(form, campaign.id);
  if (unread !== null) return redirect(unread, 303);
  if (!read.ok || !repeat.ok) return comesBack(arrival, 400, asOnPage(form, errorsIn(read, repeat)));
  const { details, contactIds } = read;
  const stranger = await linkOutsideCampaign(database.read, campaign.id, details, contactIds);
  if (stranger !== null) return comesBack(arrival, 400, linkOutsideError(stranger));
  if (await isToBeShown(arrival, details, contactIds)) return comesBack(arrival, 409, {});
  const series = repeat.plan;
  const meantWhole = await meantWholeIn(arrival, details.audienceIds);
  const planned = await database.change(author, submission, (change) =>
    planAndPlace(change, campaign.id, { details, series, contactIds, meantWhole, ...knownIn(form) }),
  );
  if (!planned.ok) return comesBack(arrival, 400, errorsOf(planned));
  return afterChange({ ...planned, location: backIn(form, campaign.id) ?? planned.location });
}

/** Where one was when the form was opened over the page; its own campaign's pages only, without what was done before. */
function backIn(form: FormData, campaignId: string): string | null {
  const sent = form.get("back");
  const url = new URL(safePath(typeof sent === "string" ? sent : null), "http://here.invalid");
  const isOfCampaign = `${url.pathname}/`.startsWith(`${addressOf.overview(campaignId)}/`);
  url.searchParams.delete("done");
  return isOfCampaign ? url.pathname + url.search : null;
}

/** Where a line that the form was not filled in from yet fills it in; null for none, or one too long for an address. */
function toFillIn(form: FormData, campaignId: string): string | null {
  const line = String(form.get("line") ?? "");
  const query = new URLSearchParams([...form].map(([name, value]) => [name, String(value)])).toString();
  const isRead = line.trim() === "" || line === (form.get("lineBefore") ?? line);
  return isRead || query.length > 8_000 ? null : `${addressOf.newEvent(campaignId)}?${query}`;
}

/** Whether something speaks against the plan, or a reception would count for nobody, that was not shown before. */
async function isToBeShown(
  { form, ...arrival }: Arrival,
  details: EventDetails,
  contactIds: readonly string[],
): Promise<boolean> {
  const { database, campaign } = arrival;
  const { audienceIds } = details;
  const [warnings, offers] = await Promise.all([
    warningsOfDraft(arrival, details, contactIds),
    listAudienceOffers(database.read, campaign.id, contactIds, audienceIds),
  ]);
  const isForNobody = form.get("make") === null && wouldCountForNobody(offers, audienceIds);
  if (form.get("seen") === digestOf(warnings, offers)) return false;
  return isForNobody || (warnings.length > 0 && details.goingAheadReason === "");
}

/** The bodies of which the line says both sides, where both are still chosen. */
async function meantWholeIn(
  { form, database, campaign }: Arrival,
  audienceIds: readonly string[],
): Promise<string[]> {
  const line = String(form.get("line") ?? "").slice(0, LONGEST_LINE);
  if (!/both/i.test(line)) return [];
  const { audiences } = await listEventChoices(database.read, campaign.id);
  const chosen = audiences.filter(({ id }) => audienceIds.includes(id));
  return bodiesSaidWhole(line, audiences).filter(
    (body) => bodyOf(chosen.filter(({ name }) => name.split(",")[0] === body)) !== null,
  );
}

/** Who has replied what, and the wish that is placed. */
function knownIn(form: FormData): Pick<Plan, "replies" | "wishId" | "make"> {
  const { replies, wish, make = [] } = valuesOf(form);
  return { replies: repliesIn(replies ?? []), wishId: wish?.[0] || null, make: make.slice(0, 60) };
}

function errorsOf(refused: RefusedPlan): FieldErrors {
  if (refused.reason === "no-time-at-all")
    return { repeat: "No day on or after that date fits. Choose another date or another end" };
  return refused.field === "wish" ? WISH_GONE : linkOutsideError(refused.field);
}

const WISH_GONE = {
  "": "The unscheduled event has since been given a date or discarded. Cancel, or plan a new event",
};

async function comesBack(arrival: Arrival, status: 400 | 409, errors: FieldErrors) {
  const values = valuesOf(arrival.form);
  const [preview, people, reading] = await Promise.all([
    planPreview(arrival, values, null),
    peopleToAsk(arrival, values, typedValue(values, "who", "")),
    readingOfSent(arrival, values),
  ]);
  const digest = digestOf(preview.warnings, people.offers);
  return data<SentPlan>({ values, errors, stale: null, preview, digest, people, reading }, { status });
}
