import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { PlannedTime } from "#app/domain/outreach-events/planned-time.ts";
import { explainStandingRefusal } from "#app/domain/outreach-events/refusals.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { twoClocks } from "#app/domain/time/two-clocks.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { type EventRecord, findEvent } from "#db/queries/outreach-event-record.server.ts";
import { moveEventTo } from "#db/queries/outreach-events.server.ts";
import styles from "./event.css?url";
import { readTime } from "./event-form.server.ts";
import { clashWordsAt } from "./event-warnings.server.ts";
import { FreeSlots, MoveForm } from "./move-form.tsx";
import moving from "./moving.css?url";
import { aroundEvent } from "./selected-event.server.ts";
import { WarningLines } from "./warning-lines.tsx";

export const links: LinksFunction = () => [styles, moving].map((href) => ({ rel: "stylesheet", href }));

export const meta = () => pageTitle("Move the event");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, home, kept } = arrival;
  const event = await eventHere(arrival);
  return {
    campaignId: campaign.id,
    own: `/c/${campaign.id}/events/${event.id}`,
    title: event.title,
    version: event.version,
    zone: event.zone,
    homeZone: home.homeZone,
    kept,
    ...(await aroundEvent(arrival, event)),
  };
});

const schema = z.object({ version, from: z.enum(["calendar", "event"]).default("event") });

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const event = await eventHere(arrival);
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  const time = readTime(form, event.zone, minutesOf(event), dateIn(now, WASHINGTON));
  if (!time.ok) return refuseForm(form, time.errors);
  const day = dateIn(time.time.startsAt, WASHINGTON);
  const own = `/c/${campaign.id}/events/${event.id}`;
  const inCalendar = `/c/${campaign.id}/calendar?view=week&date=${day}&event=${event.id}#selected`;
  const location = read.value.from === "calendar" ? inCalendar : own;
  const target = { campaignId: campaign.id, eventId: event.id, location };
  const summary = await movedSentence(arrival, event, time.time);
  const moved = await database.change(author, submission, (change) =>
    moveEventTo(change, target, { time: time.time, version: read.value.version, summary }),
  );
  if (moved.ok) return afterChange(moved);
  if (moved.reason === "not-found") notFound();
  if (moved.reason !== "changed-by-somebody-else")
    return refuseByRule(form, explainStandingRefusal(moved.reason));
  const theirs = await eventHere(arrival);
  const record = { kind: "outreach event", id: theirs.id, version: theirs.version } as const;
  return refuseStale(form, await staleRecord(database, record, dateAndStart(theirs)));
});

async function eventHere({ params, campaign, database }: CampaignArrival) {
  const event = await findEvent(database.read, campaign.id, params.event ?? "");
  return event ?? notFound();
}

/** "Moved to Thu 12 Nov, 14:00, 20:00 in Prague. No clash". */
async function movedSentence(
  arrival: CampaignArrival,
  event: EventRecord,
  time: PlannedTime,
): Promise<string> {
  const { washington, home } = twoClocks(time.startsAt, arrival.home.homeZone);
  const clash = await clashWordsAt(arrival, event, time);
  return `Moved to ${washington} in Washington, ${home}. ${clash ?? "No clash"}`;
}

function minutesOf({ startsAt, endsAt }: EventRecord): number {
  return (endsAt.getTime() - startsAt.getTime()) / 60_000;
}

function dateAndStart({ wallStart }: EventRecord): Record<string, string> {
  return { date: formatDate(wallStart.slice(0, 10)), start: wallStart.slice(11) };
}

export default function MoveEvent() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const stale = refused?.stale ?? null;
  const rowVersion = stale?.version ?? page.version;
  return (
    <>
      <PageHead
        title={`Move: ${page.title}`}
        sub={`${page.clock.washington} · ${page.clock.home}`}
        crumbs={[
          { label: "Calendar", to: `/c/${page.campaignId}/calendar` },
          { label: page.title, to: page.own },
          { label: "Move", to: null },
        ]}
      />
      {stale === null ? null : (
        <Conflict
          stale={stale}
          mine={refused?.values ?? {}}
          labels={{ date: "Date", start: "Begins" }}
          keepTheirs={page.own}
        />
      )}
      <ErrorSummary errors={errors} />
      <WarningLines warnings={page.warnings} />
      {page.isMovable ? (
        <div className="stack moving">
          <section aria-labelledby="free">
            <h2 id="free">Free for everybody in it</h2>
            <FreeSlots
              slots={page.slots}
              action={`${page.own}/move`}
              version={rowVersion}
              from="event"
              homeZone={page.homeZone}
            />
          </section>
          <section aria-labelledby="another">
            <h2 id="another">Another time</h2>
            <MoveForm
              action={`${page.own}/move`}
              version={rowVersion}
              zone={page.zone}
              values={refused?.values ?? page.kept}
              errors={errors}
              typed={page.typed}
              from="event"
              back={page.own}
            />
          </section>
        </div>
      ) : (
        <p>This event is over or cancelled, so it is not moved. You can edit it, or plan a new one.</p>
      )}
    </>
  );
}
