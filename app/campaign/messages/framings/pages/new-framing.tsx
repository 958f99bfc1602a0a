import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { withFaults } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { messageHere } from "../../message-view.server.ts";
import styles from "../../pages/message.css?url";
import { addFraming } from "../framing-acts.server.ts";
import { audienceIdsByName, listFramings } from "../framing-list.server.ts";
import { NO_FREE_AUDIENCE, newFramingRecord } from "../record.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Add a framing");

export const loader = campaignPage("write", async (arrival) => {
  const message = await messageHere(arrival);
  const { number, newest } = message;
  return {
    own: addressOf.message(arrival.campaign.id, number),
    message: { number, talkingPoint: newest.talkingPoint },
    audience: await freeAudiences(arrival, message.id),
    values: arrival.kept ?? newFramingRecord.typed({ audience: arrival.url.searchParams.get("audience") }),
  };
});

/** The audiences of the campaign for which the message has no framing yet. */
async function freeAudiences({ database, campaign }: CampaignArrival, messageId: string) {
  const audiences = await audienceIdsByName(database.read, campaign.id);
  const framed = (await listFramings(database.read, [messageId])).map((framing) => framing.audienceId);
  return [...audiences]
    .filter(([, id]) => !framed.includes(id))
    .map(([name, id]) => ({ value: id, label: name }));
}

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, today } = arrival;
  const message = await messageHere(arrival);
  const audiences = await freeAudiences(arrival, message.id);
  const { value: id, label: name } = audiences.find(({ value }) => value === form.get("audience")) ?? NOBODY;
  return save(
    arrival,
    withFaults(newFramingRecord.read(form, today), id === "" ? { audience: NO_FREE_AUDIENCE } : {}),
    (change, { text }) =>
      addFraming(change, { campaignId: campaign.id, message }, { audience: { id, name }, text }),
    () => `There is already a framing for ${name}. Edit that one`,
  );
});

const NOBODY = { value: "", label: "" };

export default function NewFraming() {
  const { own, message, audience, values } = useLoaderData<typeof loader>();
  return (
    <RecordPage
      of={newFramingRecord}
      head={{
        title: `Frame message ${message.number} for an audience`,
        sub: "The framing will start as a draft, to be cleared in the same way as the message.",
        crumbs: [
          { label: `Message ${message.number}`, to: own },
          { label: "Framings", to: `${own}/framings` },
          "Add a framing",
        ],
      }}
      refused={useActionData<typeof action>()}
      values={values}
      choices={{ audience }}
      action={`${own}/framings/new`}
      leave={`${own}/framings`}
      before={
        <section aria-labelledby="own" className="quoted">
          <h2 id="own">The message itself</h2>
          <p className="point prewrap">{message.talkingPoint}</p>
        </section>
      }
    />
  );
}
