import { useActionData, useLoaderData } from "@remix-run/react";
import { refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { editMessage } from "../acts.server.ts";
import { answerEdit } from "../answer-edit.server.ts";
import { EditPage } from "../edit-page.tsx";
import { linksOfMessage } from "../list.server.ts";
import { codesChosen, readMessageChoices, strangersAmong } from "../message-choices.server.ts";
import { readMessageForm } from "../message-form.server.ts";
import { isSameText } from "../message-revision.ts";
import { messageHere } from "../message-view.server.ts";
import { MessageFields } from "./message-form.tsx";

export const meta = () => pageTitle("New wording");

export const loader = campaignPage("write", async (arrival) => {
  const { message, choices, values, links } = await readEdited(arrival);
  return {
    base: `/c/${arrival.campaign.id}`,
    number: message.number,
    choices,
    links,
    values: arrival.kept ?? values,
  };
});

async function readEdited(arrival: CampaignArrival) {
  const message = await messageHere(arrival);
  const choices = await readMessageChoices(arrival, message);
  const proofPoints = codesChosen(choices.proofPoints, message.proofPointIds.length);
  const objections = codesChosen(choices.objections, message.objectionIds.length);
  const { title, statement, talkingPoint, avoid, note } = message.newest;
  const values = {
    ...{ title: [title], statement: [statement], talkingPoint: [talkingPoint], avoid: [avoid], note: [note] },
    effectiveFrom: [message.effectiveFrom ? formatDate(message.effectiveFrom) : ""],
    effectiveUntil: [message.effectiveUntil ? formatDate(message.effectiveUntil) : ""],
    proofPoints,
    objections,
    version: [String(message.version)],
  };
  return { message, choices, values, links: linksOfMessage(message) };
}

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, now } = arrival;
  const { message, choices, values } = await readEdited(arrival);
  const read = readMessageForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const { proofPoints, objections } = read.message;
  const strangers = strangersAmong({ proofPoints, objections }, choices);
  if (Object.keys(strangers).length > 0) return refuseForm(form, strangers);
  if (read.reason === "" && !isSameText(message.newest, read.message)) {
    return refuseForm(form, { reason: "Say why, for those who read the revisions later" });
  }
  const { id, version, number } = message;
  const record = { kind: "key message", id, version, values, labels: LABELS } as const;
  return answerEdit(arrival, record, (change, seen) =>
    editMessage(change, campaign.id, { ...read.message, number }, read.reason, seen),
  );
});

const LABELS = {
  title: "Title",
  statement: "Statement",
  talkingPoint: "Talking point",
  avoid: "Avoid",
  note: "Note for our own side",
  effectiveFrom: "Effective from",
  effectiveUntil: "Effective until",
  proofPoints: "Proof points",
  objections: "Objections",
};

export default function EditMessage() {
  const { base, number, choices, links, values } = useLoaderData<typeof loader>();
  const own = `${base}/messages/${number}`;
  return (
    <EditPage
      title={`New wording for message ${number}`}
      sub="Saving other words makes a new revision, which begins as a draft. The cleared one stays in use until the new one is cleared."
      crumbs={[
        { label: "Messages", to: `${base}/messages` },
        { label: `Message ${number}`, to: own },
      ]}
      own={own}
      labels={LABELS}
      links={links}
      values={values}
      refused={useActionData<typeof action>()}
    >
      {(typed, errors) => <MessageFields values={typed} errors={errors} choices={choices} asksReason />}
    </EditPage>
  );
}
