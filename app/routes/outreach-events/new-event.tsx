import { useActionData, useLoaderData } from "@remix-run/react";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { listEventChoices } from "#db/queries/outreach-event-choices.server.ts";
import { planEvent } from "#db/queries/outreach-events.server.ts";
import { readEventForm, strangerError } from "./event-form.server.ts";
import { EventFields } from "./event-form.tsx";
import { valuesOfNewEvent } from "./event-form-values.ts";

export const meta = () => pageTitle("Plan an event");

export const loader = campaignPage("write", async ({ campaign, account, database, home, url, kept }) => ({
  campaignId: campaign.id,
  homeZone: home.homeZone,
  choices: await listEventChoices(database.read, campaign.id),
  values: kept ?? valuesOfNewEvent(url.searchParams, account.id, campaign.handling),
}));

export const action = campaignAction(
  "write",
  async ({ form, campaign, database, author, submission, now }) => {
    const read = readEventForm(form, WASHINGTON, dateIn(now, WASHINGTON));
    if (!read.ok) return refuseForm(form, read.errors);
    const planned = await database.change(author, submission, (change) =>
      planEvent(change, campaign.id, read.details, read.contactIds),
    );
    return planned.ok ? afterChange(planned) : refuseForm(form, strangerError(planned.field));
  },
);

export default function NewEvent() {
  const { campaignId, values, choices, homeZone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHead
        title="Plan an event"
        crumbs={[
          { label: "Calendar", to: `/c/${campaignId}/calendar` },
          { label: "New", to: null },
        ]}
      />
      <ErrorSummary errors={errors} />
      <FormFrame action={`/c/${campaignId}/events/new`}>
        <EventFields
          values={refused?.values ?? values}
          errors={errors}
          choices={choices}
          homeZone={homeZone}
        />
        <div className="save">
          <button type="submit" className="btn primary big" data-pending="Planning…">
            Plan the event
          </button>
          <a href={`/c/${campaignId}/calendar`}>Leave it</a>
        </div>
      </FormFrame>
    </>
  );
}
