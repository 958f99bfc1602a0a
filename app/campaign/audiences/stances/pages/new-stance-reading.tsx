import { useActionData, useLoaderData } from "@remix-run/react";
import { afterChange, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { cut } from "#app/text/cut.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import type { Database } from "#db/database.server.ts";
import { listAudienceEvents } from "../../events.server.ts";
import { findAudience } from "../../lists.server.ts";
import { explainAudienceRefusal } from "../../refusals.ts";
import { type AudienceTarget, audienceLocation } from "../../store.server.ts";
import { eventChoices, StanceFields } from "../stance-fields.tsx";
import { readStanceForm } from "../stance-form.server.ts";
import { addStanceReading } from "../stance-readings.server.ts";

export const meta = () => pageTitle("Add a stance reading");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, database, kept } = arrival;
  const { audience, target, today } = await audienceHere(arrival);
  const events = await eventsToChoose(database, target);
  return {
    audiences: `/c/${campaign.id}/audiences`,
    own: audienceLocation(target),
    name: audience.name,
    events: eventChoices(events),
    values: kept ?? { readOn: [formatDate(today)] },
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission } = arrival;
  const { target, today } = await audienceHere(arrival);
  const events = await eventsToChoose(database, target);
  const read = readStanceForm(form, today, events.rows);
  if (!read.ok) return refuseForm(form, read.errors);
  const added = await database.change(author, submission, (change) =>
    addStanceReading(change, { ...target, contactId: null }, read.reading),
  );
  return added.ok ? afterChange(added) : refuseByRule(form, explainAudienceRefusal(added.reason));
});

const MOST_CHOICES = 20;

/** The latest events at which the audience was met. */
async function eventsToChoose({ read }: Database, target: AudienceTarget) {
  const found = await listAudienceEvents(read, target, { limit: MOST_CHOICES + 1, offset: 0 });
  return cut(found, MOST_CHOICES);
}

async function audienceHere({ params, campaign, account, database, now }: CampaignArrival) {
  const today = dateIn(now, WASHINGTON);
  const view = { campaignId: campaign.id, accountId: account.id, now, today };
  const audience = (await findAudience(database.read, view, params.audience ?? "")) ?? notFound();
  return { audience, today, target: { campaignId: campaign.id, audienceId: audience.id } };
}

export default function NewStanceReading() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused?.values ?? page.values;
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHead
        title={`Where ${page.name} stands`}
        crumbs={[
          { label: "Audiences", to: page.audiences },
          { label: page.name, to: page.own },
          { label: "Stance", to: null },
        ]}
      />
      <ErrorSummary errors={errors} />
      <FormFrame action={`${page.own}/stance`}>
        <StanceFields values={values} errors={errors} events={page.events} of="audience" />
        <SaveBar label="Add the reading" leave={page.own} />
      </FormFrame>
    </>
  );
}
