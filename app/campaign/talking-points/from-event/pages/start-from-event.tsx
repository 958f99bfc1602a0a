import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPaperIdOfEvent } from "#app/campaign/paper-text/paper-of-event.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { afterChange } from "#app/http/save-form.server.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { findPlannedEvent, startPaper } from "../planned-paper.server.ts";

export const meta = () => pageTitle("Start talking points");

/** Leads to the paper of the event where there is one; else offers to start it. */
export const loader = campaignPage("read", async ({ database, campaign, params, may }) => {
  const eventId = params.event ?? "";
  const event = await findPlannedEvent(database.read, campaign.id, eventId);
  if (event === null) notFound();
  const paperId = await findPaperIdOfEvent(database.read, eventId);
  if (paperId !== null) throw redirect(addressOf.paper(campaign.id, paperId));
  return {
    title: event.planned.title,
    eventPage: addressOf.event(campaign.id, eventId),
    mayWrite: may("write"),
  };
});

export const action = campaignAction("write", async ({ database, author, submission, campaign, params }) => {
  const eventId = params.event ?? "";
  const started = await database.change(author, submission, (change) =>
    startPaper(change, { campaignId: campaign.id, eventId }),
  );
  if (started.ok) return afterChange(started);
  if (started.reason === "not-found") notFound();
  const paperId = await findPaperIdOfEvent(database.read, eventId);
  return redirect(addressOf.paper(campaign.id, paperId ?? ""), 303);
});

export default function StartFromEvent() {
  const { title, eventPage, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={`Talking points: ${title}`} crumbs={[{ label: title, to: eventPage }]} />
      <p>
        No paper has been started for this event. A new one opens with the cleared wording of each planned
        message for this audience, the replies to what this audience has raised, what to avoid, the facts on
        record and the sources.
      </p>
      {mayWrite ? <ButtonForm label="Start talking points" className="button primary" /> : null}
    </>
  );
}
