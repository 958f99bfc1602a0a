import { useActionData, useLoaderData } from "@remix-run/react";
import { afterChange, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { addMessage } from "../acts.server.ts";
import { EditForm } from "../edit-form.tsx";
import { readMessageChoices, strangersAmong } from "../message-choices.server.ts";
import { readMessageForm } from "../message-form.server.ts";
import { MessageFields } from "./message-form.tsx";

export const meta = () => pageTitle("Add a message");

export const loader = campaignPage("write", async (arrival) => ({
  base: `/c/${arrival.campaign.id}`,
  choices: await readMessageChoices(arrival, null),
  values: arrival.kept ?? {},
}));

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, now } = arrival;
  const read = readMessageForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const { proofPoints, objections } = read.message;
  const strangers = strangersAmong({ proofPoints, objections }, await readMessageChoices(arrival, null));
  if (Object.keys(strangers).length > 0) return refuseForm(form, strangers);
  const added = await database.change(author, submission, (change) =>
    addMessage(change, campaign.id, read.message),
  );
  return added.ok ? afterChange(added) : notFound();
});

export default function NewMessage() {
  const { base, choices, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Add a message"
        sub="It begins as a draft, under the next number."
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: "Add a message", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      <EditForm action={`${base}/messages/new`} version={null} links={null} leaveTo={`${base}/messages`}>
        <MessageFields
          values={refused?.values ?? values}
          errors={refused?.errors ?? {}}
          choices={choices}
          asksReason={false}
        />
      </EditForm>
    </>
  );
}
