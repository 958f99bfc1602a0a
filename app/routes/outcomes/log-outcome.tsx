import { useActionData, useLoaderData } from "@remix-run/react";
import { explainLogRefusal, mayLogOutcome } from "#app/domain/outcomes/log-outcome.ts";
import { formatDay } from "#app/domain/time/format.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { afterChange, refuseByRule, refuseForm, valuesOf } from "#app/http/form.server.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { type OutcomeForm as Choice, findOutcomeForm } from "#db/queries/outcome-form.server.ts";
import { findLastTime } from "#db/queries/outcome-record.server.ts";
import { logOutcome } from "#db/queries/outcomes.server.ts";
import { emptyValues, reshapedValues } from "./outcome-fields.ts";
import { OutcomeForm } from "./outcome-form.tsx";
import styles from "./outcomes.css?url";
import { readOutcomeForm } from "./read-outcome-form.server.ts";
import { ScaleMeaning } from "./scale-meaning.tsx";

export const meta = () => pageTitle("Log outcome");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("write", async (arrival) => {
  const { database, account, kept, now } = arrival;
  const { form, around } = await formOf(arrival);
  const { event } = form;
  const mine = event.outcomes.find(({ officer }) => officer.id === account.id) ?? null;
  const allowed = mayLogOutcome(event, mine !== null, now);
  const last = await findLastTime(
    database.read,
    event,
    event.audiences.map(({ id }) => id),
  );
  return {
    form,
    around,
    last,
    values: kept ?? emptyValues(form),
    refusal: allowed.ok ? null : explainLogRefusal(allowed.reason),
    mine: mine?.id ?? null,
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form: sent, author, submission, campaign, database } = arrival;
  const { form, around } = await formOf(arrival);
  const pressed = sent.get("reshape");
  if (typeof pressed === "string")
    return { values: reshapedValues(valuesOf(sent), pressed, form), errors: {}, stale: null };
  const read = readOutcomeForm(sent, form, { ...around, accountId: author.accountId });
  if (!read.ok) return refuseForm(sent, read.errors);
  const of = { campaignId: campaign.id, eventId: form.event.id, home: around.home };
  const logged = await database.change(author, submission, (change) => logOutcome(change, of, read.draft));
  if (logged.ok) return afterChange(logged);
  return logged.reason === "not-found" ? notFound() : refuseByRule(sent, explainLogRefusal(logged.reason));
});

async function formOf({ database, campaign, params, home, now }: CampaignArrival) {
  const form: Choice | null = await findOutcomeForm(database.read, campaign.id, params.event ?? "");
  if (form === null) notFound();
  const around = {
    today: dateIn(now, WASHINGTON),
    home: { country: home.homeCountry, city: home.homeCity },
  };
  return { form, around };
}

export default function LogOutcome() {
  const { form, around, last, values, refusal, mine } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { event } = form;
  const base = `/c/${event.campaignId}`;
  const here = `${base}/events/${event.id}`;
  const state = { values: refused?.values ?? values, errors: refused?.errors ?? {} };
  return (
    <>
      <PageHead
        title="How did it go?"
        sub={whenAndWho(form, around.today)}
        crumbs={[
          { label: event.title, to: here },
          { label: "Log", to: null },
        ]}
      />
      <ErrorSummary errors={state.errors} />
      {refusal !== null && refused === undefined ? (
        <p>
          {refusal}{" "}
          {mine === null ? (
            <a href={here}>Open the event</a>
          ) : (
            <a href={`${base}/outcomes/${mine}`}>Open it</a>
          )}
        </p>
      ) : (
        <div className="log-cols">
          <OutcomeForm
            form={form}
            state={state}
            around={around}
            version={null}
            action={`${here}/log`}
            cancel={here}
          />
          <ScaleMeaning last={last} />
        </div>
      )}
    </>
  );
}

function whenAndWho({ event }: Choice, today: string): string {
  const day = event.day === today ? "Today" : formatDay(event.day);
  const from = timeIn(event.startsAt, WASHINGTON);
  const names = event.audiences.map(({ name }) => name).join(", ");
  const when = `${day}, ${from} to ${timeIn(event.endsAt, WASHINGTON)}`;
  return names === "" ? when : `${names}. ${when}`;
}
