import { useActionData, useLoaderData } from "@remix-run/react";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { addDesk } from "../desks.server.ts";
import { ClearanceDeskFields } from "./clearance-desk-fields.tsx";
import {
  givenForDesk,
  listColleaguesWithSide,
  readDeskForm,
  refuseUnlessMaySetDesks,
  sidesToSet,
} from "./clearance-desk-form.server.ts";

export const meta = () => pageTitle("Add a desk");

export const loader = campaignPage("read", async (arrival) => {
  refuseUnlessMaySetDesks(arrival);
  const { campaign, home, kept } = arrival;
  return {
    desks: `/c/${campaign.id}/settings/desks`,
    team: await listColleaguesWithSide(arrival),
    sides: sidesToSet(arrival),
    usual: { place: home.homeCity, asks: "not asked", isAskedForHoldingLines: "yes" },
    kept,
  };
});

export const action = campaignAction("read", async (arrival) => {
  refuseUnlessMaySetDesks(arrival);
  const { form, database, author, submission, campaign } = arrival;
  const read = readDeskForm(form, await givenForDesk(arrival));
  if (!read.ok) return refuseForm(form, read.errors);
  const added = await database.change(author, submission, (change) =>
    addDesk(change, campaign.id, read.desk),
  );
  return afterChange(added);
});

export default function NewClearanceDesk() {
  const { desks, team, sides, usual, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused?.values ?? kept;
  const start: Readonly<Record<string, string>> = { ...usual, side: sides.at(-1) ?? "" };
  const typed = (field: string) => typedValue(values, field, values ? "" : (start[field] ?? ""));
  return (
    <>
      <PageHead
        title="Add a desk"
        crumbs={[
          { label: "Desks", to: desks },
          { label: "Add", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <FormFrame>
        <ClearanceDeskFields typed={typed} errors={refused?.errors ?? {}} team={team} sides={sides} />
        <SaveBar label="Add" leave={desks} />
      </FormFrame>
    </>
  );
}
