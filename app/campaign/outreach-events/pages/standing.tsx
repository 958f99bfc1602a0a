import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { optionalParagraphs } from "#app/http/fields.ts";
import { typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import styles from "../event.css?url";
import { findEvent } from "../outreach-event-record.server.ts";
import { cancelInSeries } from "../series/scope.server.ts";
import { SCOPES } from "../series/scope.ts";
import { explainStandingRefusal } from "../standing.ts";
import { changeStanding } from "../store.server.ts";
import { mayStandOtherwise, StandingForms } from "./standing-forms.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = () => pageTitle("Held or cancelled?");

export const loader = campaignPage("write", async ({ campaign, params, database, now }) => {
  const event = await findEvent(database.read, campaign.id, params.event ?? "");
  if (event === null) notFound();
  return {
    calendar: addressOf.calendar(campaign.id),
    own: addressOf.event(campaign.id, event.id),
    title: event.title,
    isInSeries: event.series !== null,
    standing: { ...event, outcomes: event.outcomes.length },
    now,
  };
});

const schema = z.object({
  act: z.enum(["hold", "miss", "unmark", "cancel", "reinstate"], { error: "Choose what happened" }),
  reason: optionalParagraphs(1000),
  scope: z.enum(SCOPES, "Say which dates to cancel").default("this"),
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, params } = arrival;
  const eventId = params.event ?? "";
  const target = { campaignId: campaign.id, eventId, location: addressOf.event(campaign.id, eventId) };
  return save(
    arrival,
    readForm(form, schema),
    async (change, { act, reason, scope }) =>
      act === "cancel"
        ? cancelInSeries(change, target, reason, scope)
        : changeStanding(change, target, act, reason),
    ({ reason }) => {
      const sentence = explainStandingRefusal(reason);
      return reason === "cancellation-needs-a-reason" ? { reason: sentence } : sentence;
    },
  );
});

/** The forms of the event's page on a page of their own: here a refused one comes back with its reason. */
export default function StandingPage() {
  const { calendar, own, title, standing, isInSeries, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Held or cancelled?"
        sub={title}
        crumbs={[{ label: "Calendar", to: calendar }, { label: title, to: own }, "Status"]}
      />
      <ErrorSummary errors={refused?.errors} form={typedValue(refused?.values, "act", "")} />
      {mayStandOtherwise(standing, now) ? null : <p>An outcome has been logged, so the event was held.</p>}
      <StandingForms
        action={`${own}/standing`}
        standing={standing}
        now={now}
        isInSeries={isInSeries}
        refused={{ values: refused?.values ?? null, errors: refused?.errors ?? {} }}
      />
      <p>
        <a href={own}>Back to the event</a>
      </p>
    </>
  );
}
