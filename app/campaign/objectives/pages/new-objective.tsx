import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { explainAtFields } from "../objective.ts";
import { objectiveRecord, readObjectiveForm } from "../record.ts";
import { addObjective } from "../store.server.ts";
import { readObjectiveChoices } from "./objective-page.server.ts";

export const meta = () => pageTitle("Add an objective");

export const loader = campaignPage("write", async ({ database, campaign, kept }) => ({
  list: addressOf.objectives(campaign.id),
  offered: await readObjectiveChoices(database.read, campaign.id),
  values: kept ?? {
    ...objectiveRecord.typed({ level: "outcome", source: "entered" }),
    baselineOn: ["today"],
  },
}));

export const action = campaignAction("write", (arrival) =>
  save(
    arrival,
    readObjectiveForm(arrival.form, arrival.today),
    (change, objective) => addObjective(change, arrival.campaign.id, objective),
    ({ reason }) => explainAtFields(reason),
  ),
);

export default function NewObjective() {
  const { list, offered, values } = useLoaderData<typeof loader>();
  return (
    <RecordPage
      of={objectiveRecord}
      head={{
        title: "Add an objective",
        crumbs: [{ label: "Objectives", to: list }, "Add"],
      }}
      refused={useActionData<typeof action>()}
      {...offered}
      values={values}
      action={`${list}/new`}
      leave={list}
      save="Add"
    />
  );
}
