import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { valuesOf } from "#app/http/form.server.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { messageHere } from "../../message-view.server.ts";
import { editFraming } from "../framing-acts.server.ts";
import { framingRecord } from "../record.ts";
import { framingHere } from "./framing-view.server.ts";

export const meta = () => pageTitle("New wording for a framing");

export const loader = campaignPage("write", async (arrival) => {
  const { id, number } = await messageHere(arrival);
  const framing = await framingHere(arrival, id);
  return {
    own: addressOf.message(arrival.campaign.id, number),
    number,
    framing: { id: framing.id, audienceName: framing.audienceName, version: framing.version },
    values: arrival.kept ?? framingRecord.typed({ text: framing.newest.text }),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, today } = arrival;
  const message = await messageHere(arrival);
  const framing = await framingHere(arrival, message.id);
  return save(
    arrival,
    framingRecord.read(form, today),
    (change, typed, version) =>
      editFraming(change, { campaignId: campaign.id, message }, framing, { ...typed, version }),
    () => ({ reason: "Say why, for those who read the revisions later" }),
    async () => {
      const theirs = await framingHere(arrival, message.id);
      const { reason = [] } = valuesOf(form);
      return { kind: "framing" as const, ...theirs, values: { text: [theirs.newest.text], reason } };
    },
  );
});

export default function EditFraming() {
  const { own, number, framing, values } = useLoaderData<typeof loader>();
  const framings = `${own}/framings`;
  return (
    <RecordPage
      of={framingRecord}
      head={{
        title: `New wording for ${framing.audienceName}`,
        sub: "Changing the words creates a new revision, which starts as a draft. Any revision already cleared stays in use until the new one is cleared.",
        crumbs: [
          { label: `Message ${number}`, to: own },
          { label: "Framings", to: framings },
          { label: framing.audienceName, to: `${framings}/${framing.id}` },
          "Edit",
        ],
      }}
      refused={useActionData<typeof action>()}
      values={values}
      version={framing.version}
      action={`${framings}/${framing.id}/edit`}
      leave={`${framings}/${framing.id}`}
    />
  );
}
