import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { valuesOf } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notAllowed,
  notFound,
} from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { explainLogRefusal } from "../log-outcome.ts";
import { findOutcomeForm } from "../outcome-form.server.ts";
import { findEventOfOutcome, listOutcomesOfEvent, type OutcomeRecord } from "../outcome-record.server.ts";
import { editOutcome } from "../store.server.ts";
import styles from "./log-outcome.css?url";
import { reshapedValues, valuesOfOutcome } from "./outcome-fields.ts";
import { OutcomeForm } from "./outcome-form.tsx";
import { readOutcomeForm } from "./read-outcome-form.server.ts";
import { ScaleMeaning } from "./receptions.tsx";
import { addedBy, tickedIn, withTickedAudiences } from "./ticked-audiences.ts";

export const meta = () => pageTitle("Change what you logged");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("write", async (arrival) => {
  const { form, outcome, around } = await mine(arrival);
  return {
    form,
    around,
    outcomeId: outcome.id,
    version: outcome.version,
    values: arrival.kept ?? valuesOfOutcome(form, outcome),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form: sent, author, campaign } = arrival;
  const { form: asked, outcome, around } = await mine(arrival);
  const form = withTickedAudiences(asked, tickedIn(valuesOf(sent)));
  const pressed = sent.get("reshape");
  if (typeof pressed === "string")
    return { values: reshapedValues(valuesOf(sent), pressed, form), errors: {}, stale: null };
  const of = { campaignId: campaign.id, outcomeId: outcome.id, home: around.home };
  return save(
    arrival,
    readOutcomeForm(sent, form, { ...around, accountId: author.accountId }),
    (change, draft, version) => editOutcome(change, of, draft, version, addedBy(asked, form)),
    ({ reason }) => explainLogRefusal(reason),
    async () => theirs((await mine(arrival)).outcome),
  );
});

/** The outcome, the form of its event, and what is around; only its officer may change it. */
async function mine({ database, campaign, params, account, home, today }: CampaignArrival) {
  const outcomeId = params.outcome ?? "";
  const eventId = await findEventOfOutcome(database.read, campaign.id, outcomeId);
  if (eventId === null) notFound();
  const outcomes = await listOutcomesOfEvent(database.read, eventId);
  const outcome = outcomes.find(({ id }) => id === outcomeId) ?? notFound();
  const form = (await findOutcomeForm(database.read, campaign.id, eventId, outcome)) ?? notFound();
  if (outcome.officer.id !== account.id) notAllowed(explainLogRefusal("not-your-outcome"));
  const around = {
    today,
    home: { country: home.homeCountry, city: home.homeCity },
  };
  return { form, outcome, around };
}

function theirs({ id, version, said, impression, assessment, askAnswer }: OutcomeRecord) {
  const values = Object.fromEntries(
    Object.entries({ said, impression, assessment, askAnswer }).map(([name, text]) => [name, [text]]),
  );
  return { kind: "outcome" as const, id, version, values };
}

const texts = {
  said: "What was said",
  impression: "Our impression",
  assessment: "Our assessment",
  askAnswer: "Answer to our ask",
};

export default function EditOutcome() {
  const { form, around, outcomeId, version, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = addressOf.outcome(form.event.campaignId, outcomeId);
  const shown = refused?.values ?? values;
  const parts = {
    form: withTickedAudiences(form, tickedIn(shown)),
    values: shown,
    errors: refused?.errors ?? {},
  };
  return (
    <>
      <PageHead
        title="Change what you logged"
        sub={form.event.title}
        crumbs={[{ label: "Outcome", to: here }, "Change"]}
      />
      {refused?.stale ? (
        <Conflict stale={refused.stale} mine={parts.values} labels={texts} keepTheirs={`${here}/edit`} />
      ) : null}
      <ErrorSummary errors={parts.errors} />
      <div className="log-cols">
        <OutcomeForm
          parts={parts}
          around={around}
          version={Number(typedValue(parts.values, "version", String(version)))}
          action={`${here}/edit`}
          cancel={here}
        />
        <ScaleMeaning last={null} />
      </div>
    </>
  );
}
