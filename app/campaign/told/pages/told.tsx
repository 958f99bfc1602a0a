import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { findPaperOfEvent } from "#app/campaign/outreach-events/paper-parts.server.ts";
import {
  beforeYouSayIt,
  compareForEvent,
  keyOf,
} from "#app/campaign/past-statements/before-you-say-it.server.ts";
import { Differences, Occasions } from "#app/campaign/past-statements/before-you-say-it.tsx";
import type { Difference } from "#app/campaign/past-statements/difference.ts";
import styles from "#app/campaign/past-statements/past-statements.css?url";
import { sayItOpenly } from "#app/campaign/past-statements/say-it-openly.ts";
import { maySayIn } from "#app/campaign/past-statements/seen-by.ts";
import { addBlock } from "#app/campaign/talking-points/blocks.server.ts";
import { explainEditRefusal } from "#app/campaign/talking-points/refusals.ts";
import { addressOf } from "#app/http/addresses.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notFound,
  type Sent,
} from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { refuseByRule, refuseForm, save } from "#app/http/save-form.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";

/** All that the people of one event have heard from us. */
async function toldPage(arrival: CampaignArrival) {
  const { campaign } = arrival;
  const { event, paper } = await plannedHere(arrival);
  return {
    event,
    own: addressOf.event(campaign.id, event.id),
    calendar: `${addressOf.calendar(campaign.id)}?view=week&date=${event.day}`,
    before: await beforeYouSayIt(arrival, { event, paper }, Number.POSITIVE_INFINITY),
  };
}

async function plannedHere({ campaign, params, database }: CampaignArrival) {
  const event = (await findEvent(database.read, campaign.id, params.event ?? "")) ?? notFound();
  const found = await findPaperOfEvent(database.read, event.id);
  return { event, paper: found?.paper ?? null };
}

const schema = z.object({
  difference: z.string().regex(/^[0-9a-f]{24}$/, "This page is out of date. Reload it"),
  section: z.enum(["points to make", "background"], { error: "Choose where to put it" }),
});

/** Puts the sentence that says a difference openly into the paper, with today's evidence under it. */
async function sayItOpenlyInPaper(arrival: CampaignArrival & Sent) {
  const { form, campaign } = arrival;
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  const { event, paper } = await plannedHere(arrival);
  if (paper === null) notFound();
  if (paper.stage === "used")
    return refuseByRule(form, "The paper has been used, so its words can no longer be changed.");
  const { differences } = await compareForEvent(arrival, { event, paper });
  const found = differences.find((one) => keyOf(one) === read.value.difference);
  if (found === undefined || !maySayIn(campaign.id, found)) {
    return refuseByRule(form, "The paper no longer differs from what they were told on this point.");
  }
  const target = { campaignId: campaign.id, paperId: paper.id };
  return save(
    arrival,
    { ok: true, value: blockOf(found, read.value.section, arrival.today) },
    (change, block) => addBlock(change, target, block),
    (refusal) => explainEditRefusal(refusal.reason, "codes" in refusal ? [...refusal.codes] : []),
  );
}

function blockOf(difference: Difference, section: "points to make" | "background", today: CalendarDate) {
  const { kind, planned } = difference;
  const cited = kind === "wording" ? [] : [kind === "figure" ? difference.nowFootnote : difference.now];
  const footnotes = planned.block.footnotes.filter((one) => cited.includes(one));
  return {
    section,
    heading: "",
    text: sayItOpenly(difference, today),
    origin: { kind: "own words" } as const,
    footnotes,
  };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(`What they were told, ${data?.event.title ?? ""}`);

export const loader = campaignPage("read", toldPage);

/** "Say it openly": the paper takes in a sentence on what they were given and what is given today. */
export const action = campaignAction("write", sayItOpenlyInPaper);

export default function Told() {
  const { event, own, calendar, before } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="What they were told"
        sub={event.title}
        crumbs={[
          { label: "Calendar", to: calendar },
          { label: event.title, to: own },
          "Check before speaking",
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <section className="before" aria-labelledby="differs">
        <h2 id="differs">What differs</h2>
        <Differences before={before} />
        {before.hasPaper ? null : <p className="note">There are no talking points to compare yet.</p>}
      </section>
      <section className="before" aria-labelledby="heard">
        <h2 id="heard">What they heard, latest first</h2>
        <Occasions before={before} isWhole />
      </section>
    </>
  );
}
