import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listAudienceChoices } from "#app/campaign/audiences/lists.server.ts";
import { identifier } from "#app/http/fields.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { contactHere, listAudiencesOfContact } from "../contact-page.server.ts";
import { contactLocation, placeInAudience } from "../memberships.server.ts";
import { ContactAudiences } from "./contact-audiences.tsx";

export const meta = () => pageTitle("Audiences of a contact");

export const loader = campaignPage("write", async (arrival) => {
  const { campaign, database } = arrival;
  const contact = await contactHere(arrival);
  return {
    own: contactLocation({ campaignId: campaign.id, contactId: contact.id }),
    campaignId: campaign.id,
    name: contact.name,
    audiences: await listAudiencesOfContact(database.read, campaign.id, contact.id),
    choices: await listAudienceChoices(database.read, campaign.id),
  };
});

const sent = z.object({ audience: identifier, membership: z.enum(["in", "out"]) });

export const action = campaignAction("write", async (arrival) => {
  const { form, params, campaign } = arrival;
  const target = { campaignId: campaign.id, contactId: params.contact ?? "" };
  return save(
    arrival,
    readForm(form, sent),
    (change, { audience, membership }) =>
      placeInAudience(change, target, { id: audience, isIn: membership === "in" }),
    () => "",
  );
});

export default function PlaceInAudience() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={page.name} crumbs={[{ label: page.name, to: page.own }, "Audiences"]} />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
      <ContactAudiences {...page} mayWrite />
    </>
  );
}
