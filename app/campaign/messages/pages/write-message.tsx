import { useActionData, useLoaderData } from "@remix-run/react";
import { valuesOf } from "#app/http/form.server.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { withFaults } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { ownTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { addMessage, editMessage } from "../acts.server.ts";
import { LinksShown, linksIn } from "../links-shown.tsx";
import { type KeyMessage, linksOfMessage } from "../list.server.ts";
import { type MessageChoices, readMessageChoices, strangersAmong } from "../message-choices.server.ts";
import { messageHere } from "../message-view.server.ts";
import { dayFaults, messageRecord } from "../record.ts";

export const meta = ownTitle;

/** The message that is worded anew; null where one is added. */
const presentIn = async (arrival: CampaignArrival) =>
  arrival.params.number === undefined ? null : await messageHere(arrival);

export const loader = campaignPage("write", async (arrival) => {
  const present = await presentIn(arrival);
  const choices = await readMessageChoices(arrival, present);
  return {
    title: present === null ? "Add a message" : "New wording",
    base: `/c/${arrival.campaign.id}`,
    present: present && { number: present.number, version: present.version, links: linksOfMessage(present) },
    choices,
    values: arrival.kept ?? (present ? typedMessage(present, choices) : messageRecord.typed({})),
  };
});

/** What a message leans on stands first in its choices. */
function typedMessage(message: KeyMessage, choices: MessageChoices) {
  const firstOf = (list: readonly { value: string }[], ids: readonly string[]) =>
    list.slice(0, ids.length).map(({ value }) => value);
  return messageRecord.typed({
    ...message.newest,
    ...message,
    reason: "",
    proofPoints: firstOf(choices.proofPoints, message.proofPointIds),
    objections: firstOf(choices.objections, message.objectionIds),
  });
}

export const action = campaignAction("write", async (arrival) => {
  const { campaign, form, today } = arrival;
  const present = await presentIn(arrival);
  const read = messageRecord.read(form, today);
  const strangers = strangersAmong(read, await readMessageChoices(arrival, present));
  return save(
    arrival,
    withFaults(read, { ...strangers, ...dayFaults(form, today) }),
    (change, typed, version) =>
      present === null || version === null
        ? addMessage(change, campaign.id, typed)
        : editMessage(change, campaign.id, present.number, typed, { version, links: linksIn(form) }),
    () => ({ reason: "Say why, for those who read the revisions later" }),
    present && (() => presentOf(arrival)),
  );
});

/** The message as it stands now; why it was worded is no part of it, so what was typed there is nobody's to compare. */
async function presentOf(arrival: CampaignArrival & { form: FormData }) {
  const message = await messageHere(arrival);
  const values = typedMessage(message, await readMessageChoices(arrival, message));
  const { reason = [] } = valuesOf(arrival.form);
  return { kind: "key message" as const, ...message, values: { ...values, reason } };
}

export default function WriteMessage() {
  const { base, title, present, choices, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const list = `${base}/messages`;
  const asked = messageRecord.fields.map(({ name }) => name);
  const shared = { of: messageRecord, choices, refused, values };
  if (present === null) {
    return (
      <RecordPage
        {...shared}
        only={asked.filter((name) => name !== "reason")}
        head={{
          title,
          sub: "It will start as a draft and take the next number.",
          crumbs: [{ label: "Messages", to: list }, title],
        }}
        action={`${list}/new`}
        leave={list}
      />
    );
  }
  const { number, version, links } = present;
  const own = `${list}/${number}`;
  return (
    <RecordPage
      {...shared}
      head={{
        title: `New wording for message ${number}`,
        sub: "Changing the words creates a new revision, which starts as a draft. Any revision already cleared stays in use until the new one is cleared.",
        crumbs: [{ label: "Messages", to: list }, { label: `Message ${number}`, to: own }, "Edit"],
      }}
      version={version}
      action={`${own}/edit`}
      leave={own}
      before={<LinksShown refused={refused} links={links} />}
    />
  );
}
