import { useActionData, useLoaderData } from "@remix-run/react";
import { valuesOf } from "#app/http/form.server.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { inWords } from "#app/text/in-words.ts";
import { formatDay, spanOnClocks } from "#app/time/format.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import { explainLogRefusal, mayLogOutcome } from "../log-outcome.ts";
import { type OutcomeForm as Choice, findOutcomeForm } from "../outcome-form.server.ts";
import { findLastTime } from "../outcome-record.server.ts";
import { logOutcome } from "../store.server.ts";
import styles from "./log-outcome.css?url";
import { emptyValues, reshapedValues } from "./outcome-fields.ts";
import { OutcomeForm } from "./outcome-form.tsx";
import { readOutcomeForm } from "./read-outcome-form.server.ts";
import { ScaleMeaning } from "./receptions.tsx";
import { addedBy, tickedIn, withTickedAudiences } from "./ticked-audiences.ts";

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
  const { form: sent, author, campaign } = arrival;
  const { form: asked, around } = await formOf(arrival);
  const form = withTickedAudiences(asked, tickedIn(valuesOf(sent)));
  const pressed = sent.get("reshape");
  if (typeof pressed === "string")
    return { values: reshapedValues(valuesOf(sent), pressed, form), errors: {}, stale: null };
  const of = { campaignId: campaign.id, eventId: form.event.id, home: around.home };
  return save(
    arrival,
    readOutcomeForm(sent, form, { ...around, accountId: author.accountId }),
    (change, draft) => logOutcome(change, of, draft, addedBy(asked, form)),
    ({ reason }) => explainLogRefusal(reason),
  );
});

async function formOf({ database, campaign, params, home, today }: CampaignArrival) {
  const form: Choice | null = await findOutcomeForm(database.read, campaign.id, params.event ?? "");
  if (form === null) notFound();
  const around = {
    today,
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
  const shown = refused?.values ?? values;
  const parts = {
    form: withTickedAudiences(form, tickedIn(shown)),
    values: shown,
    errors: refused?.errors ?? {},
  };
  return (
    <>
      <PageHead
        title="How did it go?"
        sub={<WhoAndWhen form={form} />}
        crumbs={[{ label: event.title, to: here }, "Log"]}
      />
      <ErrorSummary errors={parts.errors} />
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
          <OutcomeForm parts={parts} around={around} version={null} action={`${here}/log`} cancel={here} />
          <ScaleMeaning last={last} />
        </div>
      )}
    </>
  );
}

/** "Senate Foreign Relations. Today, 14:00 to 14:45 · 20:00 to 20:45 in Prague" */
function WhoAndWhen({ form: { event } }: { form: Choice }) {
  const today = useToday();
  const times = spanOnClocks(event, useHomeZone(), today);
  const names = inWords(event.audiences.map(({ name }) => name));
  return (
    <>
      {names === "" ? null : `${names}. `}
      {event.day === today ? times.washington.replace(formatDay(today, today), "Today") : times.washington}
      {times.home === "" ? "" : ` · ${times.home}`}
    </>
  );
}
