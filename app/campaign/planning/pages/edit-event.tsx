import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listEventChoices } from "#app/campaign/campaigns/choices.server.ts";
import { readEventForm, strangerError } from "#app/campaign/outreach-events/event-form.server.ts";
import { strangerAmong } from "#app/campaign/outreach-events/links.server.ts";
import moving from "#app/campaign/outreach-events/moving/moving.css?url";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { EVENT_FIELDS } from "#app/campaign/outreach-events/record.ts";
import { explainMovedRuleRefusal } from "#app/campaign/outreach-events/series/moved-rule.ts";
import { SCOPES } from "#app/campaign/outreach-events/series/scope.ts";
import { ScopeChoice } from "#app/campaign/outreach-events/series/scope-choice.tsx";
import { WarningLines } from "#app/campaign/outreach-events/warnings/warning-lines.tsx";
import type { Warning } from "#app/campaign/outreach-events/warnings/warnings.ts";
import { staleRecord } from "#app/http/act.server.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { RecordConflict } from "#app/ui/conflict.tsx";
import { Cancel, ErrorSummary, FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { editInSeries } from "../edit-in-series.server.ts";
import { type SentEdit, toConfirm } from "./edit-warnings.server.ts";
import { EventFields, GoingAheadField, listsOf } from "./event-form.tsx";
import { valuesOfEvent } from "./event-form-values.ts";

export const links = () => [{ rel: "stylesheet", href: moving }];
export const meta = () => pageTitle("Edit the event");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, database, home, kept } = arrival;
  const event = await eventHere(arrival);
  return {
    own: `/c/${campaign.id}/events/${event.id}`,
    calendar: `/c/${campaign.id}/calendar`,
    title: event.title,
    version: event.version,
    isInSeries: event.series !== null,
    homeZone: home.homeZone,
    choices: await listEventChoices(database.read, campaign.id),
    values: kept ?? valuesOfEvent(event),
  };
});

const schema = z.object({
  version,
  scope: z.enum(SCOPES, "Say which dates to change").default("this"),
});

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const event = await eventHere(arrival);
  const seen = readForm(form, schema);
  const read = readEventForm(form, event.zone, dateIn(now, WASHINGTON));
  if (!seen.ok) return refuseForm(form, seen.errors);
  if (!read.ok) return refuseForm(form, read.errors);
  const stranger = await strangerAmong(database.read, campaign.id, read.details, []);
  if (stranger !== null) return refuseForm(form, strangerError(stranger));
  const asked = seen.value.version === event.version ? await toConfirm(arrival, event, read.details) : null;
  if (asked !== null) return asked;
  const target = {
    campaignId: campaign.id,
    eventId: event.id,
    location: `/c/${campaign.id}/events/${event.id}`,
  };
  const edited = await database.change(author, submission, (change) =>
    editInSeries(change, target, read.details, seen.value),
  );
  if (edited.ok) return afterChange(edited);
  if (edited.reason === "not-found") notFound();
  if (edited.reason === "not-of-this-campaign") return refuseForm(form, strangerError(edited.field));
  if (edited.reason !== "changed-by-somebody-else")
    return refuseForm(form, { scope: explainMovedRuleRefusal(edited.reason) });
  const theirs = await eventHere(arrival);
  const record = { kind: "outreach event", id: theirs.id, version: theirs.version } as const;
  return refuseStale(form, await staleRecord(database, record, valuesOfEvent(theirs)));
});

async function eventHere({ params, campaign, database }: CampaignArrival) {
  const event = await findEvent(database.read, campaign.id, params.event ?? "");
  return event ?? notFound();
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
        crumbs={[
          { label: "Calendar", to: page.calendar },
          { label: page.title, to: page.own },
          { label: "Edit", to: null },
        ]}
      />
      {stale === null ? null : (
        <RecordConflict
          of={{ fields: EVENT_FIELDS }}
          stale={stale}
          mine={refused?.values ?? {}}
          choices={listsOf(page.choices)}
          keepTheirs={page.own}
        />
      )}
      <ErrorSummary errors={errors} />
      {asked === null ? null : <ToEditWarnings added={asked.added} />}
      <FormFrame action={`${page.own}/edit`} version={stale?.version ?? page.version}>
        <EventFields
          values={refused?.values ?? page.values}
          errors={errors}
          choices={page.choices}
          homeZone={page.homeZone}
        />
        {asked === null ? null : <EditWarnings added={asked.added} digest={asked.digest} />}
        <GoingAheadField values={refused?.values ?? page.values} errors={errors} />
        <ScopeChoice
          isInSeries={page.isInSeries}
          label="Which dates to change?"
          values={refused?.values ?? page.values}
          error={errors.scope}
        />
        <div className="save">
          <button type="submit" className="button primary large">
            Save
          </button>
          <Cancel to={page.own} />
        </div>
      </FormFrame>
    </>
  );
}

/** At the head of an edit that comes back: where to read what speaks against the event since. */
function ToEditWarnings({ added }: { added: readonly Warning[] }) {
  return (
    <p>
      <a href="#edit-warnings">
        {added.length === 1
          ? "Not saved yet: one point to note first"
          : `Not saved yet: ${added.length} points to note first`}
      </a>
    </p>
  );
}

/** What speaks against the event since the edit, before the field for why it goes ahead. */
function EditWarnings({ added, digest }: { added: readonly Warning[]; digest: string }) {
  return (
    <div id="edit-warnings" role="alert" tabIndex={-1} data-focus="" data-answer="">
      <h2>Before it is saved</h2>
      <WarningLines warnings={added} />
      <p className="note">You can still save it. Say why it goes ahead, or save it as it is.</p>
      <input type="hidden" name="seen" value={digest} />
    </div>
  );
}
