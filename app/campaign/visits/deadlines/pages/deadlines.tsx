import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { identifier } from "#app/http/fields.ts";
import { type CampaignArrival, campaignAction, campaignPage, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";

import { crumbsOf } from "../../programme-words.ts";
import { programmePath, targetHere, visitHere } from "../../visit-here.server.ts";
import { addUsualDeadlines, tickDeadline } from "../store.server.ts";

export const meta = () => pageTitle("Visit deadlines");

export const loader = campaignPage("read", async (arrival) => {
  const { event } = await visitHere(arrival);
  return { here: programmePath(arrival.campaign.id, event.id), title: event.title };
});

export const action = campaignAction("write", async (arrival) => {
  const { event } = await visitHere(arrival);
  return arrival.form.get("act") === "usual"
    ? addUsual(arrival, event.owner?.id ?? arrival.account.id)
    : tick(arrival);
});

function addUsual(arrival: CampaignArrival & Sent, ownerAccountId: string) {
  const target = targetHere(arrival, "#due");
  return save(
    arrival,
    { ok: true, value: undefined },
    (change) => addUsualDeadlines(change, target, ownerAccountId),
    () => "The visit already has deadlines. Add what is missing to them",
  );
}

const schema = z.object({
  act: z.enum(["done", "open"], { error: "Say whether it is done" }),
  deadline: identifier,
});

function tick(arrival: CampaignArrival & Sent) {
  const target = targetHere(arrival, "#due");
  return save(
    arrival,
    readForm(arrival.form, schema),
    (change, { act, deadline }) => tickDeadline(change, { ...target, deadlineId: deadline }, act === "done"),
    () =>
      "This deadline is met once every item has a plan B or, for the briefs, once every paper is cleared. It cannot be ticked by hand",
  );
}

/** The deadlines stand on the programme; this page is seen where a form of it was refused. */
export default function Deadlines() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Visit deadlines" sub={page.title} crumbs={crumbsOf(page, "Deadlines")} />
      <ErrorSummary errors={refused?.errors} />
      <p>
        The deadlines are on the <a href={`${page.here}#due`}>programme</a>. You can{" "}
        <a href={`${page.here}/deadlines/new`}>add one</a>.
      </p>
    </>
  );
}
