import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type EventChoices, listEventChoices } from "#app/campaign/outreach-events/choices.server.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm, refuseStale } from "#app/http/form.server.ts";
import type { FormValues } from "#app/http/form-values.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { editWish } from "../store.server.ts";
import { valuesOfWishRecord, WISH_LABELS, WishFields } from "./wish-fields.tsx";
import { readWishForm } from "./wish-form.server.ts";
import { wishHere, wishInWords, wishTarget } from "./wish-view.server.ts";

export const meta = () => pageTitle("Edit an event to place");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, database, kept } = arrival;
  const wish = await wishHere(arrival);
  return {
    list: `/c/${campaign.id}/calendar?view=to-place`,
    own: `/c/${campaign.id}/wishes/${wish.id}`,
    title: wish.title,
    version: wish.version,
    choices: await listEventChoices(database.read, campaign.id),
    values: kept ?? valuesOfWishRecord(wish),
  };
});

const schema = z.object({ version });

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, now } = arrival;
  const target = wishTarget(arrival, await wishHere(arrival));
  const seen = readForm(form, schema);
  const read = readWishForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  if (!seen.ok) return refuseForm(form, seen.errors);
  const saved = await database.change(author, submission, (change) =>
    editWish(change, target, read.value, seen.value.version),
  );
  if (saved.ok) return afterChange(saved);
  if (saved.reason === "not-found") notFound();
  if (saved.reason === "not-of-this-campaign")
    return refuseForm(form, { [saved.field]: "Choose from the list of this campaign" });
  const theirs = await wishHere(arrival);
  const record = { kind: "event to place", id: theirs.id, version: theirs.version } as const;
  return refuseStale(form, await staleRecord(database, record, wishInWords(theirs)));
});

export default function EditWish() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const stale = refused?.stale ?? null;
  return (
    <>
      <PageHead
        title={`Edit: ${page.title}`}
        crumbs={[
          { label: "To place", to: page.list },
          { label: page.title, to: page.own },
          { label: "Edit", to: null },
        ]}
      />
      {stale === null ? null : (
        <Conflict
          stale={stale}
          mine={namedIn(refused?.values ?? {}, page.choices)}
          labels={WISH_LABELS}
          keepTheirs={page.own}
        />
      )}
      <ErrorSummary errors={errors} />
      <FormFrame action={`${page.own}/edit`} version={stale?.version ?? page.version}>
        <WishFields values={refused?.values ?? page.values} errors={errors} choices={page.choices} />
        <SaveBar label="Save" leave={page.own} />
      </FormFrame>
    </>
  );
}

/** What was typed, with names instead of ids. */
function namedIn(mine: FormValues, { audiences, colleagues, messages }: EventChoices): FormValues {
  const named = [...audiences, ...colleagues].map(({ id, name }) => [id, name] as const);
  const names = new Map([
    ...named,
    ...messages.map(({ id, number, title }) => [id, `${number} ${title}`] as const),
  ]);
  return Object.fromEntries(
    Object.entries(mine).map(([name, list]) => [name, list.map((one) => names.get(one) ?? one)]),
  );
}
