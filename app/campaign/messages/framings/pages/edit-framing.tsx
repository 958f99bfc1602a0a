import { useActionData, useLoaderData } from "@remix-run/react";
import { refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { answerEdit } from "../../answer-edit.server.ts";
import { EditPage } from "../../edit-page.tsx";
import { messageHere } from "../../message-view.server.ts";
import { editFraming } from "../framing-acts.server.ts";
import type { Framing } from "../framing-list.server.ts";
import { FramingReason, FramingText } from "./framing-fields.tsx";
import { readFramingForm } from "./framing-form.server.ts";
import { framingHere } from "./framing-view.server.ts";

export const meta = () => pageTitle("New wording of a framing");

export const loader = campaignPage("write", async (arrival) => {
  const { id, number } = await messageHere(arrival);
  const framing = await framingHere(arrival, id);
  return {
    own: `/c/${arrival.campaign.id}/messages/${number}`,
    number,
    framing: { id: framing.id, audienceName: framing.audienceName },
    values: arrival.kept ?? valuesOf(framing),
  };
});

function valuesOf({ newest, version }: Framing) {
  return { text: [newest.text], version: [String(version)] };
}

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign } = arrival;
  const message = await messageHere(arrival);
  const framing = await framingHere(arrival, message.id);
  const read = readFramingForm(form);
  if (!read.ok) return refuseForm(form, read.errors);
  const { text, reason } = read.framing;
  if (reason === "" && text !== framing.newest.text)
    return refuseForm(form, { reason: "Say why, for those who read the revisions later" });
  const { id, version } = framing;
  const record = { kind: "framing", id, version, values: valuesOf(framing), labels: LABELS } as const;
  return answerEdit(arrival, record, (change, seen) =>
    editFraming(change, { campaignId: campaign.id, message }, framing, {
      text,
      reason,
      version: seen.version,
    }),
  );
});

const LABELS = { text: "Say it this way" };

export default function EditFraming() {
  const { own, number, framing, values } = useLoaderData<typeof loader>();
  return (
    <EditPage
      title={`New wording for ${framing.audienceName}`}
      sub="Saving other words makes a new revision, which begins as a draft. The cleared one stays in use until the new one is cleared."
      crumbs={[
        { label: `Message ${number}`, to: own },
        { label: "Framings", to: `${own}/framings` },
        { label: framing.audienceName, to: `${own}/framings/${framing.id}` },
      ]}
      own={`${own}/framings/${framing.id}`}
      labels={LABELS}
      values={values}
      refused={useActionData<typeof action>()}
    >
      {(typed, errors) => (
        <>
          <FramingText values={typed} errors={errors} />
          <FramingReason values={typed} errors={errors} />
        </>
      )}
    </EditPage>
  );
}
