import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { linkOutsideError } from "#app/campaign/outreach-events/event-form.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { valuesOf } from "#app/http/form.server.ts";
import type { FieldErrors, FormValues } from "#app/http/form-values.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notFound,
  type Sent,
} from "#app/http/page.server.ts";
import { afterChange, asOnPage } from "#app/http/save-form.server.ts";
import { formatDate } from "#app/time/format.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { explainLogRefusal } from "../../log-outcome.ts";
import styles from "../../pages/log-outcome.css?url";
import { reshapedValues } from "../../pages/outcome-fields.ts";
import { OutcomeForm } from "../../pages/outcome-form.tsx";
import { readOutcomeForm } from "../../pages/read-outcome-form.server.ts";
import { ScaleMeaning } from "../../pages/receptions.tsx";
import { addedBy, tickedIn, withTickedAudiences } from "../../pages/ticked-audiences.ts";
import {
  askedIn,
  type Company,
  companyOf,
  formOfUnplanned,
  readUnplanned,
  whenItWas,
} from "../read-unplanned.server.ts";
import { logUnplanned } from "../store.server.ts";
import { MANNERS, usualStart } from "../unplanned.ts";
import { UnplannedFields } from "./unplanned-fields.tsx";

export const meta = () => pageTitle("Log something that is not in the calendar");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = campaignPage("write", async (arrival) => {
  const { url, kept, now } = arrival;
  const start = usualStart(now);
  const values: FormValues = kept ?? {
    attended: url.searchParams.getAll("contact").slice(0, 60),
    audiences: url.searchParams.getAll("audience").slice(0, 60),
    manner: [MANNERS[0].value],
    date: [formatDate(start.date)],
    start: [start.time],
    groundRule: ["background"],
  };
  const { attended = [], audiences = [], who = [] } = values;
  const company = await companyOf(arrival, { attended, audiences, who: who[0] ?? "" });
  return { ...(await shown(arrival, company, values)), values, errors: {} };
});

export const action = campaignAction("write", async (arrival) => {
  const { form: sent, campaign, database, author, submission } = arrival;
  const company = await companyOf(arrival, askedIn(sent));
  const form = withFound(sent, company);
  const page = await shown(arrival, company, valuesOf(form));
  const pressed = sent.get("reshape");
  if (typeof pressed === "string") return reshaped(page, form, pressed, company);
  const read = readAll(arrival, form, page, company);
  if (!read.ok) return answer(page, form, read.errors, 400);
  const { details, draft } = read;
  const contacts = company.people.map(({ id }) => id);
  const of = { campaignId: campaign.id, home: page.around.home };
  const logged = await database.change(author, submission, (change) =>
    logUnplanned(change, of, details, contacts, draft, addedBy(page.asked, page.form).make),
  );
  if (logged.ok) return afterChange(logged);
  if (logged.reason === "not-found") return notFound();
  if (logged.reason === "not-of-this-campaign")
    return answer(page, form, linkOutsideError(logged.field), 400);
  return answer(page, form, { "": explainLogRefusal(logged.reason) }, 409);
});

function readAll(arrival: CampaignArrival & Sent, form: FormData, page: Page, company: Company) {
  const event = readUnplanned(arrival, form, company);
  const log = readOutcomeForm(form, page.form, { ...page.around, accountId: arrival.account.id });
  const errors = { ...(event.ok ? {} : event.errors), ...(log.ok ? {} : log.errors) };
  if (!event.ok || !log.ok || Object.keys(errors).length > 0) return { ok: false as const, errors };
  const details = { ...event.details, groundRule: log.value.groundRule };
  return { ok: true as const, details, draft: log.value };
}

/** The page again with whoever was found, or with another part opened. */
function reshaped(page: Page, form: FormData, pressed: string, { errors }: Company) {
  if (Object.keys(errors).length > 0) return answer(page, form, errors, 400);
  return data({ ...page, values: reshapedValues(valuesOf(form), pressed, page.form), errors: {} });
}

function answer(page: Page, form: FormData, errors: FieldErrors, status: number) {
  return data({ ...page, values: valuesOf(form), errors: asOnPage(form, errors) }, { status });
}

/** The form with whoever has the typed name among those who were there. */
function withFound(sent: FormData, { people }: Company): FormData {
  const form = new FormData();
  for (const [name, value] of sent) if (name !== "attended") form.append(name, value);
  for (const { id } of people) form.append("attended", id);
  const wasThere = sent.getAll("attended");
  if (people.some(({ id }) => !wasThere.includes(id))) form.delete("who");
  return form;
}

async function shown(arrival: CampaignArrival, company: Company, values: FormValues) {
  const { campaign, now, today, home } = arrival;
  const asked = await formOfUnplanned(arrival, company);
  return {
    here: addressOf.log(campaign.id),
    asked,
    form: withTickedAudiences(asked, tickedIn(values)),
    company,
    when: whenItWas(values, now, home.homeZone),
    around: {
      today,
      home: { country: home.homeCountry, city: home.homeCity },
    },
  };
}

type Page = Awaited<ReturnType<typeof shown>>;

export default function LogUnplanned() {
  const opened = useLoaderData<typeof loader>();
  const { here, asked, form, company, when, around, values, errors } =
    useActionData<typeof action>() ?? opened;
  const parts = { form, values, errors };
  return (
    <>
      <PageHead
        title="Who was it, and what was said?"
        sub="The event will be added to the calendar together with its log."
        crumbs={[{ label: "Log", to: here }, "Not in the calendar"]}
      />
      <ErrorSummary errors={errors} />
      <div className="log-cols">
        <OutcomeForm
          parts={parts}
          around={around}
          version={null}
          action={`${here}/new`}
          cancel={here}
          unplanned={
            <UnplannedFields
              form={asked}
              company={company}
              when={when}
              values={values}
              errors={errors}
              action={`${here}/new`}
            />
          }
        />
        <ScaleMeaning last={null} />
      </div>
    </>
  );
}
