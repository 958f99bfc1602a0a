import { useActionData, useLoaderData } from "@remix-run/react";
import { listEventChoices } from "#app/campaign/campaigns/choices.server.ts";
import { eventChoices } from "#app/campaign/campaigns/choices.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { formatDuration } from "#app/time/format.ts";
import { ownTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { wishRecord } from "../record.ts";
import { addWish, editWish, type Wish } from "../store.server.ts";
import { wishHere, wishTarget } from "./wish-view.server.ts";

export const meta = ownTitle;

/** The wish that is edited; null where one is kept. */
const presentIn = async (arrival: CampaignArrival) =>
  arrival.params.wish === undefined ? null : await wishHere(arrival);

export const loader = campaignPage("write", async (arrival) => {
  const present = await presentIn(arrival);
  const { campaign, account, database, url, kept } = arrival;
  const usual = {
    title: url.searchParams.get("title"),
    kind: "briefing",
    owner: account.id,
    audiences: url.searchParams.getAll("audience"),
    messages: url.searchParams.getAll("message"),
  };
  const offered = await listEventChoices(database.read, campaign.id);
  return {
    title: present === null ? "Add an unscheduled event" : "Edit the unscheduled event",
    base: `/c/${campaign.id}`,
    present,
    choices: eventChoices(offered, present ?? undefined),
    values: kept ?? (present === null ? wishRecord.typed(usual) : typedOf(present)),
  };
});

const typedOf = ({ minutes, owner, audiences, messages, ...wish }: Wish) =>
  wishRecord.typed({
    ...wish,
    length: minutes === null ? "" : formatDuration(minutes),
    owner: owner?.id,
    audiences: audiences.map(({ id }) => id),
    messages: messages.map(({ id }) => id),
  });

export const action = campaignAction("write", async (arrival) => {
  const present = await presentIn(arrival);
  return save(
    arrival,
    wishRecord.read(arrival.form, arrival.today),
    (change, typed, version) =>
      present === null || version === null
        ? addWish(change, arrival.campaign.id, typed)
        : editWish(change, wishTarget(arrival, present), typed, version),
    ({ field }) => ({ [field]: "Choose from this campaign’s list" }),
    present &&
      (async () => {
        const theirs = await wishHere(arrival);
        return { ...theirs, kind: "event to place" as const, values: typedOf(theirs) };
      }),
  );
});

export default function WriteWish() {
  const { title, base, present, choices, values } = useLoaderData<typeof loader>();
  const list = { label: "Unscheduled", to: `${base}/calendar?view=to-place` };
  const own = `${base}/wishes/${present?.id ?? "new"}`;
  const head =
    present === null
      ? { title, sub: "Wanted, but with no date yet.", crumbs: [list, "New"] }
      : {
          title: `Edit: ${present.title}`,
          crumbs: [list, { label: present.title, to: own }, "Edit"],
        };
  return (
    <RecordPage
      of={wishRecord}
      head={head}
      refused={useActionData<typeof action>()}
      choices={choices}
      values={values}
      version={present?.version ?? null}
      action={present === null ? own : `${own}/edit`}
      leave={present === null ? list.to : own}
      save={present === null ? "Save" : "Save"}
    />
  );
}
