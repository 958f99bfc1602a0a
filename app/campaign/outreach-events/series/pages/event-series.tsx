import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { identifier, optionalLine } from "#app/http/fields.ts";
import { typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import styles from "../../event.css?url";
import { eventHere } from "../../event-page.server.ts";
import moving from "../../moving/moving.css?url";
import { endSeriesWith, leaveTimeOut, putTimeBack } from "../exceptions.server.ts";
import { seriesAround } from "../record.server.ts";
import { explainSeriesRefusal } from "../scope.ts";
import { SeriesSection } from "../series-section.tsx";

export const links: LinksFunction = () => [styles, moving].map((href) => ({ rel: "stylesheet", href }));

export const meta = () => pageTitle("Repeats");

export const loader = campaignPage("write", async (arrival) => {
  const event = await eventHere(arrival);
  const { campaign } = arrival;
  return {
    own: addressOf.event(campaign.id, event.id),
    calendar: addressOf.calendar(campaign.id),
    title: event.title,
    series: await seriesAround(arrival, event),
  };
});

const schema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("put back"), leftOut: identifier }),
  z.object({ act: z.literal("leave out"), reason: optionalLine(200) }),
  z.object({ act: z.literal("end") }),
]);

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign } = arrival;
  const event = await eventHere(arrival);
  const series = (await seriesAround(arrival, event)) ?? notFound();
  const own = addressOf.event(campaign.id, event.id);
  const beside =
    (series.next ?? series.previous)?.to ?? `${addressOf.calendar(campaign.id)}?date=${event.day}`;
  const target = { campaignId: campaign.id, eventId: event.id, location: own };
  return save(
    arrival,
    readForm(form, schema),
    async (change, act) => {
      if (act.act === "put back") return putTimeBack(change, target, act.leftOut);
      if (act.act === "end") return endSeriesWith(change, target);
      return leaveTimeOut(change, { ...target, location: beside }, act.reason);
    },
    ({ reason }) => explainSeriesRefusal(reason),
  );
});

/** The section of the event's page on a page of its own: here a refused form comes back with its reason. */
export default function EventSeries() {
  const { own, calendar, title, series } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Repeats"
        sub={title}
        crumbs={[{ label: "Calendar", to: calendar }, { label: title, to: own }, "Repeats"]}
      />
      <ErrorSummary errors={refused?.errors} form="leave-out" />
      {series === null ? (
        <Empty text="This event does not repeat." />
      ) : (
        <SeriesSection
          series={series}
          own={own}
          mayWrite
          reason={typedValue(refused?.values ?? {}, "reason", "")}
          reasonError={refused?.errors.reason}
        />
      )}
      <p>
        <a href={own}>Back to the event</a>
      </p>
    </>
  );
}
