import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { startEmptyPaper } from "../store.server.ts";
import { HeadFields } from "./head-fields.tsx";
import { head } from "./paper-acts.ts";

export const meta = () => pageTitle("New talking points");

const newPaper = z.strictObject({ ...head, submission: z.string().max(64).optional() });

export const loader = campaignPage("write", async ({ campaign, account, kept }) => ({
  list: addressOf.talkingPoints(campaign.id),
  speaker: account.name,
  handling: campaign.handling,
  kept,
}));

export const action = campaignAction("write", async (arrival) =>
  save(
    arrival,
    readForm(arrival.form, newPaper),
    (change, { title, speaker, ask, objective, handling }) =>
      startEmptyPaper(change, arrival.campaign.id, { title, speaker, ask, objective, handling }),
    () => "",
  ),
);

export default function NewTalkingPoints() {
  const { list, speaker, handling, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const crumbs = [{ label: "Talking points", to: list }, "New talking points"];
  return (
    <>
      <PageHead
        title="New talking points"
        sub="For an event, start the paper from the event’s page: it will begin with what is planned there."
        crumbs={crumbs}
      />
      <ErrorSummary errors={refused?.errors} />
      <FormFrame>
        <HeadFields
          now={{ title: "", speaker, ask: "", objective: "", handling }}
          values={refused?.values ?? kept}
          errors={refused?.errors ?? {}}
        />
        <Submit look="primary">Start</Submit>
      </FormFrame>
    </>
  );
}
