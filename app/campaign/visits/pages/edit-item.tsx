import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Conflict } from "#app/ui/conflict.tsx";
import { TextInput } from "#app/ui/controls.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { programmePath, visitHere } from "../visit-here.server.ts";
import { ITEM_LABELS, ItemFields } from "./item-fields.tsx";
import { valuesOfItem } from "./item-values.ts";
import { saveItem } from "./save-item.server.ts";
import { crumbsOf } from "./visit-crumbs.ts";
import styles from "./visits.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Edit the item");

export const loader = campaignPage("write", async (arrival) => {
  const { visit, item } = await itemHere(arrival);
  return {
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    event: `/c/${arrival.campaign.id}/events/${item.eventId}`,
    item: { id: item.id, title: item.title, version: item.version, mayBeCancelled: item.takesPlace },
    values: arrival.kept ?? valuesOfItem(item),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { visit, item } = await itemHere(arrival);
  return saveItem(arrival, visit, item);
});

async function itemHere(arrival: CampaignArrival) {
  const visit = await visitHere(arrival);
  const item = visit.items.find(({ id }) => id === arrival.params.item);
  return item === undefined ? notFound() : { visit, item };
}

export default function EditItem() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const stale = refused?.stale ?? null;
  const isRemoving = typedValue(refused?.values, "act", "") === "remove";
  return (
    <>
      <PageHead
        title={page.item.title}
        sub={
          <>
            Its time, place, people and paper are those of the event: <a href={page.event}>open it</a>,{" "}
            <a href={`${page.event}/edit`}>edit it</a>
          </>
        }
        crumbs={crumbsOf(page, page.item.title)}
      />
      {stale === null ? null : (
        <Conflict stale={stale} mine={refused?.values ?? {}} labels={ITEM_LABELS} keepTheirs="?" />
      )}
      <ErrorSummary errors={errors} form={isRemoving ? "remove" : "item"} />
      <FormFrame id="item" action="?" version={stale?.version ?? page.item.version}>
        <ItemFields values={isRemoving ? page.values : (refused?.values ?? page.values)} errors={errors} />
        <SaveBar label="Save" leave={page.here} />
      </FormFrame>
      <TakeOff page={page} values={isRemoving ? (refused?.values ?? null) : null} errors={errors} />
    </>
  );
}

type TakeOffProps = {
  page: ReturnType<typeof useLoaderData<typeof loader>>;
  values: FormValues | null;
  errors: FieldErrors;
};

function TakeOff({ page, values, errors }: TakeOffProps) {
  return (
    <section aria-labelledby="off">
      <h2 id="off">Take it off the programme</h2>
      <FormFrame id="remove" action="?">
        <input type="hidden" name="act" value="remove" />
        <Choices
          kind="one"
          name="event"
          label="Its event"
          error={errors.event}
          chosen={typedValues(values, "event", ["stays"])}
          choices={[
            { value: "stays", label: "stays in the calendar" },
            ...(page.item.mayBeCancelled ? [{ value: "cancelled", label: "is cancelled" }] : []),
          ]}
        />
        {page.item.mayBeCancelled ? (
          <TextInput
            name="reason"
            label="Why it is cancelled"
            optional
            error={errors.reason}
            value={typedValue(values, "reason", "")}
            autoComplete="off"
          />
        ) : null}
        <p>
          <button type="submit" className="btn">
            Take it off
          </button>
        </p>
      </FormFrame>
    </section>
  );
}
