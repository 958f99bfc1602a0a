import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listEventChoices } from "#app/campaign/campaigns/choices.server.ts";
import { eventChoices } from "#app/campaign/campaigns/choices.ts";
import { AudienceOffers } from "#app/campaign/contacts/audience-offers.tsx";
import {
  listAudienceOffers,
  makeOfferedAudiences,
} from "#app/campaign/contacts/audiences-of-contact.server.ts";
import {
  errorsIn,
  linkOutsideError,
  readEventForm,
} from "#app/campaign/outreach-events/event-form.server.ts";
import { linkOutsideCampaign } from "#app/campaign/outreach-events/links.server.ts";
import moving from "#app/campaign/outreach-events/moving/moving.css?url";
import { type EventRecord, findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import type { PlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { EVENT_FIELDS } from "#app/campaign/outreach-events/record.ts";
import { explainMovedRuleRefusal } from "#app/campaign/outreach-events/series/moved-rule.ts";
import { SCOPES, type Scope } from "#app/campaign/outreach-events/series/scope.ts";
import { ScopeChoice } from "#app/campaign/outreach-events/series/scope-choice.tsx";
import type { SeriesPlan } from "#app/campaign/outreach-events/series/store.server.ts";
import { moveEvent } from "#app/campaign/outreach-events/standing.ts";
import type { EventDetails } from "#app/campaign/outreach-events/store.server.ts";
import { expectedContacts } from "#app/campaign/outreach-events/warnings/event-warnings.server.ts";
import { WarningLines } from "#app/campaign/outreach-events/warnings/warning-lines.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { version } from "#app/http/fields.ts";
import { valuesOf } from "#app/http/form.server.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notFound,
  type Sent,
} from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { refuseForm, save } from "#app/http/save-form.server.ts";
import { RecordConflict } from "#app/ui/conflict.tsx";
import { Cancel, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { editAndRepeat, editInSeries } from "../edit-in-series.server.ts";
import { reachInSeries, reachOfRepeat } from "../what-an-edit-changes.server.ts";
import { type Asked, type SentEdit, toConfirm } from "./edit-warnings.server.ts";
import { EventFields, GoingAheadField } from "./event-form.tsx";
import { valuesOfDetails, valuesOfEvent } from "./event-form-values.ts";
import planning from "./planning.css?url";
import { readRepeat } from "./read-repeat.server.ts";
import { RepeatFields } from "./repeat-fields.tsx";

export const links = () => [moving, planning].map((href) => ({ rel: "stylesheet", href }));
export const meta = () => pageTitle("Edit the event");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, database, kept } = arrival;
  const event = await eventHere(arrival);
  return {
    campaignId: campaign.id,
    own: addressOf.event(campaign.id, event.id),
    calendar: addressOf.calendar(campaign.id),
    title: event.title,
    version: event.version,
    isInSeries: event.series !== null,
    mayRepeat: mayRepeat(event),
    choices: await choicesFor(arrival, event),
    offers: await listAudienceOffers(
      database.read,
      campaign.id,
      expectedContacts(event),
      event.audiences.map(({ id }) => id),
    ),
    values: kept ?? valuesOfEvent(event),
  };
});

const schema = z.object({
  version,
  scope: z.enum(SCOPES, "Say which dates to change").default("this"),
});

export const action = campaignAction("write", async (arrival) => {
  const { form, database, campaign, today } = arrival;
  const event = await eventHere(arrival);
  const seen = readForm(form, schema);
  const read = readEventForm(form, event.zone, today);
  const repeat = readRepetition(arrival, event, read.ok ? read.details.time : null);
  if (!seen.ok || !read.ok || !repeat.ok) return refuseForm(form, errorsIn(seen, read, repeat));
  const present = event.officers.map(({ id }) => id);
  const stranger = await linkOutsideCampaign(database.read, campaign.id, read.details, [], present);
  if (stranger !== null) return refuseForm(form, linkOutsideError(stranger));
  const { scope } = seen.value;
  const isCurrent = seen.value.version === event.version;
  const asked = isCurrent
    ? await toConfirm(
        arrival,
        event,
        read.details,
        await reachOf(arrival, event, { details: read.details, scope, plan: repeat.plan }),
      )
    : null;
  if (asked !== null) return asked;
  const target = {
    campaignId: campaign.id,
    eventId: event.id,
    location: addressOf.event(campaign.id, event.id),
  };
  const contactIds = expectedContacts(event);
  return save(
    arrival,
    { ok: true, value: read.details },
    async (change, typed, version) => {
      const made = await makeOfferedAudiences(change, campaign.id, contactIds, ticked(form));
      const details = { ...typed, audienceIds: [...typed.audienceIds, ...made.values()] };
      return repeat.plan === null
        ? editInSeries(change, target, details, { scope, version })
        : editAndRepeat(change, target, details, { version, plan: repeat.plan, contactIds });
    },
    (refusal) =>
      refusal.reason === "not-of-this-campaign"
        ? linkOutsideError(refusal.field)
        : { scope: explainMovedRuleRefusal(refusal.reason) },
    async () => {
      const theirs = await eventHere(arrival);
      return { ...theirs, kind: "outreach event" as const, values: valuesOfEvent(theirs) };
    },
  );
});

/** The audiences that are made with the edit, as the offers send them. */
function ticked(form: FormData): string[] {
  return (valuesOf(form).make ?? []).slice(0, 60);
}

/** What stands alone and lies ahead can be made to repeat; a visit has a programme of its own days. */
function mayRepeat(event: EventRecord): boolean {
  const isAhead = moveEvent({ ...event, outcomes: event.outcomes.length }).ok;
  return event.series === null && isAhead && event.kind !== "delegation visit";
}

/** How the form says that it repeats from now on: it is the first of its times. */
function readRepetition(
  { form, campaign, today }: CampaignArrival & Sent,
  event: EventRecord,
  time: PlannedTime | null,
): ReturnType<typeof readRepeat> {
  if (!mayRepeat(event)) return { ok: true, plan: null };
  const read = readRepeat(form, time, { campaignEnds: campaign.endsOn, today });
  if (!read.ok || read.plan === null || time === null) return read;
  const [first, ...more] = read.plan.times;
  if (first?.time.wallStart !== time.wallStart)
    return { ok: false, errors: { repeat: "Choose days that include the date above" } };
  return more.length > 0
    ? read
    : {
        ok: false,
        errors: {
          repeat: "No later date fits, so the event would not repeat. Choose other days or another end",
        },
      };
}

type Reaching = { details: EventDetails; scope: Scope; plan: SeriesPlan | null };

async function reachOf(arrival: CampaignArrival, event: EventRecord, { details, scope, plan }: Reaching) {
  if (plan !== null) return reachOfRepeat(plan, arrival.today);
  if (event.series === null || scope === "this") return null;
  const choices = await choicesFor(arrival, event);
  const typed = { before: valuesOfEvent(event), after: valuesOfDetails(details) };
  return reachInSeries(arrival, event, scope, { ...typed, choices, details });
}

async function choicesFor({ database, campaign }: CampaignArrival, event: EventRecord) {
  return eventChoices(await listEventChoices(database.read, campaign.id), event);
}

async function eventHere({ params, campaign, database }: CampaignArrival) {
  return (await findEvent(database.read, campaign.id, params.event ?? "")) ?? notFound();
}

export default function EditEvent() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<SentEdit>();
  const errors = refused?.errors ?? {};
  const stale = refused?.stale ?? null;
  const asked = refused?.asked ?? null;
  return (
    <>
      <PageHead
        title={`Edit: ${page.title}`}
        crumbs={[{ label: "Calendar", to: page.calendar }, { label: page.title, to: page.own }, "Edit"]}
      />
      {stale === null ? null : (
        <RecordConflict
          of={{ fields: EVENT_FIELDS }}
          stale={stale}
          mine={refused?.values ?? {}}
          choices={page.choices}
          keepTheirs={page.own}
        />
      )}
      <ErrorSummary errors={errors} />
      {asked === null ? null : <ToEditWarnings asked={asked} />}
      <FormFrame action={`${page.own}/edit`} version={stale?.version ?? page.version}>
        <EventFields
          campaignId={page.campaignId}
          values={refused?.values ?? page.values}
          errors={errors}
          choices={page.choices}
        />
        <AudienceOffers offers={page.offers} chosen={refused?.values ?? page.values} />
        {page.mayRepeat ? <RepeatFields values={refused?.values ?? page.values} errors={errors} /> : null}
        {asked === null ? null : <BeforeSaving asked={asked} />}
        <GoingAheadField values={refused?.values ?? page.values} errors={errors} />
        <ScopeChoice
          isInSeries={page.isInSeries}
          label="Which dates should change?"
          values={refused?.values ?? page.values}
          error={errors.scope}
        />
        <div className="save">
          <Submit look="primary large">Save</Submit>
          <Cancel to={page.own} />
        </div>
      </FormFrame>
    </>
  );
}

/** At the head of an edit that comes back: where to read what it does, and what speaks against the event since. */
function ToEditWarnings({ asked: { reach, added } }: { asked: Asked }) {
  const count = added.length + (reach === null ? 0 : 1);
  return (
    <p>
      <a href="#edit-warnings">
        {count === 1
          ? "Not saved yet: one point to note first"
          : `Not saved yet: ${count} points to note first`}
      </a>
    </p>
  );
}

/** What the edit does to other dates and what speaks against the event since, before the field for why it goes ahead. */
function BeforeSaving({ asked: { reach, added, digest } }: { asked: Asked }) {
  return (
    <div id="edit-warnings" role="alert" tabIndex={-1} data-focus="" data-answer="">
      <h2>Before it is saved</h2>
      {reach === null ? null : (
        <>
          <p>{reach.head}</p>
          <ul>
            {reach.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <WarningLines warnings={added} />
      <p className="note">
        {added.length === 0
          ? "Nothing has been saved yet. Save to go ahead, or change the form first."
          : "Say why it should go ahead, or save it as it is."}
      </p>
      <input type="hidden" name="seen" value={digest} />
    </div>
  );
}
