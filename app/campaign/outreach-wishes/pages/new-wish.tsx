import { useActionData, useLoaderData } from "@remix-run/react";
import { listEventChoices } from "#app/campaign/outreach-events/choices.server.ts";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { addWish } from "../store.server.ts";
import { WishFields } from "./wish-fields.tsx";
import { readWishForm } from "./wish-form.server.ts";

export const meta = () => pageTitle("Keep an event to place");

export const loader = campaignPage("write", async ({ campaign, account, database, url, kept }) => ({
  address: `/c/${campaign.id}/wishes/new`,
  list: `/c/${campaign.id}/calendar?view=to-place`,
  choices: await listEventChoices(database.read, campaign.id),
  values: kept ?? {
    title: [url.searchParams.get("title") ?? ""],
    kind: ["briefing"],
    owner: [account.id],
    audiences: url.searchParams.getAll("audience"),
    messages: url.searchParams.getAll("message"),
  },
}));

export const action = campaignAction(
  "write",
  async ({ form, campaign, database, author, submission, now }) => {
    const read = readWishForm(form, dateIn(now, WASHINGTON));
    if (!read.ok) return refuseForm(form, read.errors);
    const added = await database.change(author, submission, (change) =>
      addWish(change, campaign.id, read.value),
    );
    if (added.ok) return afterChange(added);
    return refuseForm(form, { [added.field]: "Choose from the list of this campaign" });
  },
);

export default function NewWish() {
  const { address, list, choices, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHead
        title="Keep an event to place"
        sub="Wanted, and without a day yet."
        crumbs={[
          { label: "To place", to: list },
          { label: "New", to: null },
        ]}
      />
      <ErrorSummary errors={errors} />
      <FormFrame action={address}>
        <WishFields values={refused?.values ?? values} errors={errors} choices={choices} />
        <SaveBar label="Keep it" leave={list} />
      </FormFrame>
    </>
  );
}
