import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import styles from "#app/campaign/outreach-events/event.css?url";
import { readEventForm } from "#app/campaign/outreach-events/event-form.server.ts";
import { usualMinutes } from "#app/campaign/outreach-events/kind.ts";
import { SlotChoices } from "#app/campaign/outreach-events/moving/move-form.tsx";
import moving from "#app/campaign/outreach-events/moving/moving.css?url";
import { findSlots } from "#app/campaign/outreach-events/moving/slots.server.ts";
import { whereOf } from "#app/campaign/outreach-events/warnings/days-taken.ts";
import { warningsOfDraft } from "#app/campaign/outreach-events/warnings/event-warnings.server.ts";
import { isClash } from "#app/campaign/outreach-events/warnings/warnings.ts";
import { findWish, type WishRecord } from "#app/campaign/outreach-wishes/store.server.ts";
import { bestByOn, explainWishRefusal, placeWish } from "#app/campaign/outreach-wishes/wish.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notFound,
  type Sent,
} from "#app/http/page.server.ts";
import { afterChange, refuseByRule, refuseForm } from "#app/http/save-form.server.ts";
import { formatDuration } from "#app/time/format.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { planAndPlace } from "../plan.server.ts";
import { valuesOfNewEvent, valuesOfWish } from "./event-form-values.ts";

export const links: LinksFunction = () => [styles, moving].map((href) => ({ rel: "stylesheet", href }));

export const meta = () => pageTitle("Find a slot");

async function wishHere({ database, campaign, params }: CampaignArrival): Promise<WishRecord> {
  return (await findWish(database.read, campaign.id, params.wish ?? "")) ?? notFound();
}

/** What is planned where a slot is taken: what the wish says, else the usual. */
function valuesHere({ account, campaign }: CampaignArrival, wish: WishRecord) {
  return valuesOfWish(wish, valuesOfNewEvent(new URLSearchParams(), account.id, campaign.handling));
}

/** No place is named yet: whoever goes leaves the time that it takes to get to one. */
const SOMEWHERE = "Place to be confirmed";

export const loader = campaignPage("write", async (arrival) => {
  const wish = await wishHere(arrival);
  const { campaign, today } = arrival;
  const minutes = wish.minutes ?? usualMinutes(wish.kind);
  const where = whereOf({ kind: wish.kind, place: SOMEWHERE });
  const whose = {
    officerIds: valuesHere(arrival, wish).officers ?? [],
    contactIds: [],
    audienceIds: wish.audiences.map(({ id }) => id),
    zone: WASHINGTON,
    isOfIt: () => false,
  };
  const waits = placeWish(wish.state);
  return {
    base: `/c/${campaign.id}`,
    wish: { id: wish.id, title: wish.title },
    length: formatDuration(minutes),
    bestBy: bestByOn(wish.bestBy, today)?.words ?? null,
    gone: waits.ok ? null : `${explainWishRefusal(waits.reason)}.`,
    found: waits.ok ? await findSlots(arrival, { minutes, where, own: null, by: wish.bestBy }, whose) : null,
  };
});

/** Plans what was wished for at the slot that was chosen; one that is no longer free is not taken. */
async function place(arrival: CampaignArrival & Sent) {
  const { form, campaign, database, author, submission, today } = arrival;
  const wish = await wishHere(arrival);
  const planned = new FormData();
  for (const [name, list] of Object.entries(valuesHere(arrival, wish)))
    for (const value of list) planned.append(name, value);
  for (const name of ["date", "start"]) planned.set(name, String(form.get(name) ?? ""));
  const read = readEventForm(planned, WASHINGTON, today);
  if (!read.ok) return refuseForm(form, { "": Object.values(read.errors).join(". ") });
  const { details, contactIds } = read;
  const clash = (await warningsOfDraft(arrival, details, contactIds)).find(isClash);
  if (clash !== undefined)
    return refuseByRule(form, `That slot is no longer free. ${clash.words} Choose another slot.`);
  const plan = {
    details,
    series: null,
    contactIds,
    replies: new Map(),
    wishId: wish.id,
    make: [],
    meantWhole: [],
  };
  const done = await database.change(author, submission, (change) => planAndPlace(change, campaign.id, plan));
  if (done.ok) return afterChange(done);
  const waits = placeWish((await wishHere(arrival)).state);
  return refuseByRule(
    form,
    waits.ok
      ? "The event’s owner, an audience or a message no longer belongs to this campaign. Edit the event first."
      : `${explainWishRefusal(waits.reason)}.`,
  );
}

export const action = campaignAction("write", place);

export default function PlaceWish() {
  const { base, wish, length, bestBy, gone, found } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const own = `${base}/wishes/${wish.id}`;
  return (
    <>
      <PageHead
        title={`Find a slot: ${wish.title}`}
        sub={[length, bestBy].filter(Boolean).join(", ")}
        crumbs={[
          { label: "Unscheduled", to: `${base}/calendar?view=to-place` },
          { label: wish.title, to: own },
          "Find a slot",
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      {found === null ? (
        <p>
          {gone} <a href={own}>See it</a>
        </p>
      ) : (
        <section className="moving" aria-labelledby="free">
          <h2 id="free">When our officers are free</h2>
          <SlotChoices
            {...found}
            does="Choosing a slot schedules the event at once."
            action={`${own}/slot`}
          />
          <p>
            <a className="button" href={`${base}/events/new?wish=${wish.id}`}>
              Choose another time
            </a>
          </p>
        </section>
      )}
    </>
  );
}
