import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { explainStandingRefusal } from "#app/campaign/outreach-events/standing.ts";
import { addressOf } from "#app/http/addresses.ts";
import { optionalLine } from "#app/http/fields.ts";
import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notFound,
  type Sent,
} from "#app/http/page.server.ts";
import { checkRead, readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { RecordConflict } from "#app/ui/conflict.tsx";
import { TextInput } from "#app/ui/controls.tsx";
import { Choices } from "#app/ui/field.tsx";
import { ErrorSummary, FormFrame, SaveBar, Submit } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { Fields } from "#app/ui/record-page.tsx";

import { editItem, type ItemTarget, removeItem } from "../items.server.ts";
import { crumbsOf } from "../programme-words.ts";
import { itemFaults, itemRecord } from "../record.ts";
import type { VisitItem } from "../store.server.ts";
import { programmePath, targetHere, visitHere } from "../visit-here.server.ts";
import styles from "./visits.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Edit the item");

export const loader = campaignPage("write", async (arrival) => {
  const { visit, item } = await itemHere(arrival);
  return {
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    event: addressOf.event(arrival.campaign.id, item.eventId),
    item: { id: item.id, title: item.title, version: item.version, mayBeCancelled: item.takesPlace },
    values: arrival.kept ?? typedOf(item),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { visit, item } = await itemHere(arrival);
  const target = { ...targetHere(arrival), itemId: item.id };
  if (arrival.form.get("act") === "remove") return remove(arrival, target);
  return save(
    arrival,
    checkRead(itemRecord.read(arrival.form, arrival.today), itemFaults),
    (change, typed, version) => editItem(change, target, typed, version),
    () => "",
    async () => {
      const { item: theirs } = await itemHere(arrival);
      const { id } = visit.event;
      return { kind: "outreach event" as const, id, version: theirs.version, values: typedOf(theirs) };
    },
  );
});

const removing = z.object({
  event: z.enum(["stays", "cancelled"], { error: "Say what happens to its event" }),
  reason: optionalLine(300),
});

function remove(arrival: CampaignArrival & Sent, target: ItemTarget) {
  return save(
    arrival,
    checkRead(readForm(arrival.form, removing), ({ event, reason }) =>
      event === "cancelled" && reason === ""
        ? { reason: explainStandingRefusal("cancellation-needs-a-reason") }
        : {},
    ),
    (change, { event, reason }) => removeItem(change, target, event === "cancelled" ? reason : null),
    ({ reason }) => explainStandingRefusal(reason),
  );
}

async function itemHere(arrival: CampaignArrival) {
  const visit = await visitHere(arrival);
  const item = visit.items.find(({ id }) => id === arrival.params.item);
  return item === undefined ? notFound() : { visit, item };
}

function typedOf({ decideBy, ...item }: VisitItem) {
  const [decideDate, decideTime] = decideBy?.split("T") ?? [];
  return itemRecord.typed({ ...item, decideDate, decideTime });
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
            Its time, place, people and paper come from the event: <a href={page.event}>open it</a> or{" "}
            <a href={`${page.event}/edit`}>edit it</a>
          </>
        }
        crumbs={crumbsOf(page, page.item.title)}
      />
      {stale === null ? null : (
        <RecordConflict of={itemRecord} stale={stale} mine={refused?.values ?? {}} keepTheirs="?" />
      )}
      <ErrorSummary errors={errors} form={isRemoving ? "remove" : "item"} />
      <FormFrame id="item" action="?" version={stale?.version ?? page.item.version}>
        <Fields
          of={itemRecord}
          values={isRemoving ? page.values : (refused?.values ?? page.values)}
          errors={errors}
        />
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
      <h2 id="off">Remove from the programme</h2>
      <FormFrame id="remove" action="?">
        <input type="hidden" name="act" value="remove" />
        <Choices
          kind="one"
          name="event"
          label="The event"
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
          <Submit look="danger">Remove</Submit>
        </p>
      </FormFrame>
    </section>
  );
}
