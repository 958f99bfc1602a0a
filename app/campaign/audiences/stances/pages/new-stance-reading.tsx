import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { checkRead } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { cut } from "#app/text/cut.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import type { Database } from "#db/database.server.ts";
import { explainAudienceRefusal } from "../../audience-of-organisation.ts";
import { listAudienceEvents } from "../../events.server.ts";
import { audienceHere } from "../../pages/audience-here.server.ts";
import { type AudienceTarget, audienceLocation } from "../../store.server.ts";
import { eventChoices, readingFaults, stanceReadingRecord } from "../record.ts";
import { addStanceReading } from "../stance-readings.server.ts";

export const meta = () => pageTitle("Add a stance reading");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, database, today, kept } = arrival;
  const { id, name } = await audienceHere(arrival);
  const target = { campaignId: campaign.id, audienceId: id };
  return {
    audiences: addressOf.audiences(campaign.id),
    own: audienceLocation(target),
    name,
    event: eventChoices(await eventsToChoose(database, target), today),
    values: kept ?? stanceReadingRecord.typed({ readOn: today }),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, database, today } = arrival;
  const target = { campaignId: campaign.id, audienceId: (await audienceHere(arrival)).id };
  const events = await eventsToChoose(database, target);
  return save(
    arrival,
    checkRead(stanceReadingRecord.read(form, today), (typed) => readingFaults(typed, events, today)),
    (change, typed) => addStanceReading(change, { ...target, contactId: null }, typed),
    ({ reason }) => explainAudienceRefusal(reason),
  );
});

const MOST_CHOICES = 20;

/** The latest events at which the audience was met. */
async function eventsToChoose({ read }: Database, target: AudienceTarget) {
  const found = await listAudienceEvents(read, target, { limit: MOST_CHOICES + 1, offset: 0 });
  return cut(found, MOST_CHOICES);
}

export default function NewStanceReading() {
  const { audiences, own, name, event, values } = useLoaderData<typeof loader>();
  return (
    <RecordPage
      of={stanceReadingRecord}
      head={{
        title: `Where ${name} stands`,
        crumbs: [{ label: "Audiences", to: audiences }, { label: name, to: own }, "Stance"],
      }}
      refused={useActionData<typeof action>()}
      values={values}
      choices={{ event: event.choices }}
      hints={{ event: event.hint }}
      action={`${own}/stance`}
      leave={own}
      save="Add the reading"
    />
  );
}
