import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import styles from "#app/campaign/outreach-events/event.css?url";
import { eventHere } from "#app/campaign/outreach-events/event-page.server.ts";
import { FreeSlots, type From, MoveForm } from "#app/campaign/outreach-events/moving/move-form.tsx";
import moving from "#app/campaign/outreach-events/moving/moving.css?url";
import { aroundEvent } from "#app/campaign/outreach-events/moving/selected-event.server.ts";
import { WarningLines } from "#app/campaign/outreach-events/warnings/warning-lines.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { type FormValues, typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { moveAction } from "./move-action.server.ts";

export const links: LinksFunction = () => [styles, moving].map((href) => ({ rel: "stylesheet", href }));

export const meta = () => pageTitle("Move the event");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, kept } = arrival;
  const event = await eventHere(arrival);
  return {
    campaignId: campaign.id,
    own: addressOf.event(campaign.id, event.id),
    title: event.title,
    version: event.version,
    event: { zone: event.zone, isAllDay: event.isAllDay, isInSeries: event.series !== null },
    kept,
    ...(await aroundEvent(arrival, event)),
  };
});

export const action = campaignAction("write", moveAction);

export default function MoveEvent() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const stale = refused?.stale ?? null;
  const rowVersion = stale?.version ?? page.version;
  const from = fromIn(refused?.values ?? page.kept);
  return (
    <>
      <PageHead
        title={`Move: ${page.title}`}
        sub={[page.clock.first, page.clock.beside].filter(Boolean).join(" · ")}
        crumbs={[
          { label: "Calendar", to: addressOf.calendar(page.campaignId) },
          { label: page.title, to: page.own },
          "Move",
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
            <h2 id="free">When everyone taking part is free</h2>
            <FreeSlots free={page} action={`${page.own}/move`} version={rowVersion} from={from} />
          </section>
          <section aria-labelledby="another">
            <h2 id="another">Another time</h2>
            <MoveForm
              action={`${page.own}/move`}
              version={rowVersion}
              event={page.event}
              values={refused?.values ?? page.kept}
              errors={errors}
              typed={page.typed}
              from={from}
              back={page.own}
            />
          </section>
        </div>
      ) : (
        <p>This event is over or cancelled, so it cannot be moved. You can edit it, or plan a new one.</p>
      )}
    </>
  );
}

/** A move that was sent from the calendar and refused goes back there once it is done. */
function fromIn(values: FormValues | null): From {
  return typedValue(values, "from", "event") === "calendar"
    ? { from: "calendar", shown: typedValue(values, "shown", "") }
    : { from: "event" };
}
