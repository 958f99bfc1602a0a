import { useActionData, useLoaderData } from "@remix-run/react";
import { afterChange, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { typedValue } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { Select } from "#app/ui/controls.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { EditForm } from "../../edit-form.tsx";
import { messageHere } from "../../message-view.server.ts";
import styles from "../../pages/message.css?url";
import { addFraming } from "../framing-acts.server.ts";
import { audienceIdsByName, listFramings } from "../framing-list.server.ts";
import { FramingText } from "./framing-fields.tsx";
import { readFramingForm } from "./framing-form.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Add a framing");

export const loader = campaignPage("write", async (arrival) => {
  const message = await messageHere(arrival);
  const { number, newest } = message;
  const { title, talkingPoint } = newest;
  return {
    own: `/c/${arrival.campaign.id}/messages/${number}`,
    message: { number, title, talkingPoint },
    audiences: await freeAudiences(arrival, message.id),
    values: arrival.kept ?? { audience: [arrival.url.searchParams.get("audience") ?? ""] },
  };
});

/** The audiences of the campaign for which the message has no framing yet. */
async function freeAudiences({ database, campaign }: CampaignArrival, messageId: string) {
  const audiences = await audienceIdsByName(database.read, campaign.id);
  const framed = (await listFramings(database.read, [messageId])).map((framing) => framing.audienceId);
  return [...audiences].filter(([, id]) => !framed.includes(id)).map(([name, id]) => ({ id, name }));
}

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign } = arrival;
  const message = await messageHere(arrival);
  const read = readFramingForm(form);
  const audiences = await freeAudiences(arrival, message.id);
  const audience = audiences.find((one) => one.id === form.get("audience"));
  const errors = {
    ...(read.ok ? {} : read.errors),
    ...(audience ? {} : { audience: "Choose an audience of this campaign that has no framing yet" }),
  };
  if (!read.ok || !audience) return refuseForm(form, errors);
  const added = await database.change(author, submission, (change) =>
    addFraming(change, { campaignId: campaign.id, message }, { audience, text: read.framing.text }),
  );
  if (added.ok) return afterChange(added);
  if (added.reason === "framed-already")
    return refuseByRule(form, `There is a framing for ${audience.name} already. Edit that one`);
  return notFound();
});

export default function NewFraming() {
  const { own, message, audiences, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.values ?? values;
  return (
    <>
      <PageHead
        title={`Frame message ${message.number} for an audience`}
        sub="It begins as a draft, and is cleared like the message."
        crumbs={[
          { label: `Message ${message.number}`, to: own },
          { label: "Framings", to: `${own}/framings` },
          { label: "Add a framing", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <section aria-labelledby="own" className="quoted">
        <h2 id="own">The message in its own words</h2>
        <p className="point prewrap">{message.talkingPoint}</p>
      </section>
      <EditForm action={`${own}/framings/new`} version={null} links={null} leaveTo={`${own}/framings`}>
        <Select
          name="audience"
          label="Audience"
          value={typedValue(typed, "audience", "")}
          error={refused?.errors.audience}
          options={[
            { value: "", label: "Choose one" },
            ...audiences.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <FramingText values={typed} errors={refused?.errors ?? {}} />
      </EditForm>
    </>
  );
}
