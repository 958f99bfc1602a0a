import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listAudienceChoices } from "#app/campaign/audiences/lists.server.ts";
import { identifier } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { findContact, listAudiencesOfContact } from "../contact-page.server.ts";
import { placeInAudience } from "../memberships.server.ts";
import { contactLocation } from "../target.server.ts";
import { ContactAudiences } from "./contact-audiences.tsx";

export const meta = () => pageTitle("Audiences of a contact");

export const loader = campaignPage("write", async ({ campaign, account, database, params }) => {
  const view = { campaignId: campaign.id, accountId: account.id };
  const contact = (await findContact(database.read, view, params.contact ?? "")) ?? notFound();
  return {
    own: contactLocation({ campaignId: campaign.id, contactId: contact.id }),
    campaignId: campaign.id,
    name: contact.name,
    audiences: await listAudiencesOfContact(database.read, campaign.id, contact.id),
    choices: await listAudienceChoices(database.read, campaign.id),
  };
});

const sent = z.object({ audience: identifier, membership: z.enum(["in", "out"]) });

export const action = campaignAction(
  "write",
  async ({ form, params, campaign, database, author, submission }) => {
    const read = readForm(form, sent);
    if (!read.ok) return refuseForm(form, read.errors);
    const target = { campaignId: campaign.id, contactId: params.contact ?? "" };
    const audience = { id: read.value.audience, isIn: read.value.membership === "in" };
    const placed = await database.change(author, submission, (change) =>
      placeInAudience(change, target, audience),
    );
    return placed.ok ? afterChange(placed) : notFound();
  },
);

export default function PlaceInAudience() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={page.name}
        crumbs={[
          { label: page.name, to: page.own },
          { label: "Audiences", to: null },
        ]}
      />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
      <ContactAudiences {...page} mayWrite />
    </>
  );
}
