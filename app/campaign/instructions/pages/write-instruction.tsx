import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { ownTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { errorsOf } from "../instruction.ts";
import { instructionHere } from "../instruction-view.server.ts";
import type { Instruction } from "../lists.server.ts";
import { instructionRecord } from "../record.ts";
import { addInstruction, editInstruction } from "../store.server.ts";

export const meta = ownTitle;

/** The instruction that is edited; null where one is added. */
const presentIn = async (arrival: CampaignArrival) =>
  arrival.params.instruction === undefined ? null : await instructionHere(arrival);

export const loader = campaignPage("write", async (arrival) => {
  const present = await presentIn(arrival);
  const { campaign, today, kept } = arrival;
  const usual = { handling: campaign.handling, receivedOn: today };
  return {
    title: present === null ? "Record an instruction" : "Edit the instruction",
    list: addressOf.instructions(campaign.id),
    present,
    values: kept ?? instructionRecord.typed(present ?? usual),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const present = await presentIn(arrival);
  const target = { campaignId: arrival.campaign.id, id: present?.id ?? "" };
  return save(
    arrival,
    instructionRecord.read(arrival.form, arrival.today),
    (change, typed, version) =>
      version === null
        ? addInstruction(change, target.campaignId, typed)
        : editInstruction(change, target, typed, version),
    ({ reason }) => errorsOf(reason),
    present && (async () => presentOf(await instructionHere(arrival))),
  );
});

const presentOf = (theirs: Instruction) => ({
  kind: "instruction" as const,
  ...theirs,
  values: instructionRecord.typed(theirs),
});

export default function WriteInstruction() {
  const { list, present, title, values } = useLoaderData<typeof loader>();
  const own = present === null ? list : `${list}/${present.id}`;
  const here = present === null ? ["New"] : [{ label: present.reference, to: own }, "Edit"];
  return (
    <RecordPage
      of={instructionRecord}
      head={{
        title: present === null ? title : `Edit ${present.reference}`,
        crumbs: [{ label: "Instructions", to: list }, ...here],
      }}
      refused={useActionData<typeof action>()}
      values={values}
      version={present?.version ?? null}
      action={present === null ? `${list}/new` : `${own}/edit`}
      leave={own}
    />
  );
}
