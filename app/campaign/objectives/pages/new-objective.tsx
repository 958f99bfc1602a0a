import { useActionData, useLoaderData } from "@remix-run/react";
import { afterChange, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { explainObjectiveRefusal } from "../objective.ts";
import { addObjective } from "../store.server.ts";
import { readObjectiveChoices } from "./objective-choices.server.ts";
import { ObjectiveFields } from "./objective-fields.tsx";
import { NOT_OF_THIS_CAMPAIGN, readNewObjective } from "./objective-form.server.ts";

export const meta = () => pageTitle("Add an objective");

export const loader = campaignPage("write", async ({ database, campaign, kept }) => ({
  campaignId: campaign.id,
  choices: await readObjectiveChoices(database.read, campaign.id),
  kept,
}));

export const action = campaignAction(
  "write",
  async ({ form, author, submission, campaign, database, now }) => {
    const read = readNewObjective(form, dateIn(now, WASHINGTON));
    if (!read.ok) return refuseForm(form, read.errors);
    const added = await database.change(author, submission, (change) =>
      addObjective(change, campaign.id, read.objective),
    );
    if (added.ok) return afterChange(added);
    if (added.reason === "not-of-this-campaign") {
      return refuseForm(form, NOT_OF_THIS_CAMPAIGN);
    }
    return refuseByRule(form, explainObjectiveRefusal(added.reason));
  },
);

const USUAL: Readonly<Record<string, string>> = { level: "outcome", source: "entered", baselineOn: "today" };

export default function NewObjective() {
  const { campaignId, choices, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = refused?.values ?? kept;
  const page = `/c/${campaignId}/objectives`;
  return (
    <>
      <PageHead
        title="Add an objective"
        crumbs={[
          { label: "Objectives", to: page },
          { label: "Add", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <FormFrame>
        <ObjectiveFields
          value={(name) => typedValue(values, name, USUAL[name] ?? "")}
          errors={refused?.errors ?? {}}
          choices={choices}
        />
        <div className="save">
          <button type="submit" className="btn primary big">
            Add
          </button>
          <a href={page}>Cancel</a>
        </div>
      </FormFrame>
    </>
  );
}
