import { useActionData, useLoaderData } from "@remix-run/react";
import { typedValue } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { listChanges } from "#db/history.server.ts";
import { listDesksEver } from "../desks.server.ts";
import { ClearanceDeskFields, DESK_LABELS } from "./clearance-desk-fields.tsx";
import {
  listColleaguesWithSide,
  refuseUnlessMaySetDesk,
  sidesToSet,
  valuesOfDesk,
} from "./clearance-desk-form.server.ts";
import { saveDesk } from "./save-clearance-desk.server.ts";

export const meta = () => pageTitle("Edit the desk");

export const loader = campaignPage("read", async (arrival) => {
  const { campaign, database, home, kept } = arrival;
  const desk = await deskHere(arrival);
  refuseUnlessMaySetDesk(arrival, desk);
  return {
    desks: `/c/${campaign.id}/settings/desks`,
    name: desk.name,
    isRetired: desk.isRetired,
    version: desk.version,
    stored: valuesOfDesk(desk),
    team: await listColleaguesWithSide(arrival),
    sides: sidesToSet(arrival),
    changes: await listChanges(database.read, "clearance desk", desk.id),
    homeZone: home.homeZone,
    kept,
  };
});

export const action = campaignAction("read", async (arrival) => {
  const desk = await deskHere(arrival);
  refuseUnlessMaySetDesk(arrival, desk);
  return saveDesk(arrival, desk);
});

async function deskHere({ database, campaign, params }: CampaignArrival) {
  const desks = await listDesksEver(database.read, campaign.id);
  return desks.find(({ id }) => id === params.desk) ?? notFound();
}

export default function EditClearanceDesk() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused?.values ?? page.kept;
  const stored: Readonly<Record<string, string>> = page.stored;
  const typed = (field: string) => typedValue(values, field, values ? "" : (stored[field] ?? ""));
  return (
    <>
      <PageHead
        title={page.name}
        crumbs={[
          { label: "Desks", to: page.desks },
          { label: page.name, to: null },
        ]}
        acts={
          <ButtonForm
            action="?"
            label={page.isRetired ? "Ask it again" : "Ask it no more"}
            version={page.version}
            fields={{ intent: page.isRetired ? "ask again" : "ask no more" }}
          />
        }
      />
      {refused?.stale ? (
        <Conflict stale={refused.stale} mine={refused.values} labels={DESK_LABELS} keepTheirs="?" />
      ) : null}
      <ErrorSummary errors={refused?.errors} />
      <FormFrame action="?" version={Number(typed("version"))}>
        <ClearanceDeskFields
          typed={typed}
          errors={refused?.errors ?? {}}
          team={page.team}
          sides={page.sides}
        />
        <SaveBar label="Save" leave={page.desks} />
      </FormFrame>
      <section>
        <h2>History</h2>
        <History changes={page.changes} labels={COLUMN_LABELS} homeZone={page.homeZone} />
      </section>
    </>
  );
}

const COLUMN_LABELS = {
  name: "Name",
  side: "Side",
  country: "Country",
  zone: "Clock",
  holder_account_id: "Holder",
  deputy_account_id: "Deputy",
  away_from: "Away from",
  away_until: "Away until",
  asked_by_default: "Asked about papers",
  is_asked_for_holding_lines: "Asked about holding lines",
};
