import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { identifier } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { placeInAudience } from "#db/queries/contact-memberships.server.ts";
import { contactLocation } from "#db/queries/contact-target.server.ts";

export const meta = () => pageTitle("Audiences of a contact");

export const loader = campaignPage("write", async ({ campaign, params }) =>
  redirect(contactLocation({ campaignId: campaign.id, contactId: params.contact ?? "" })),
);

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

export default function NotPlaced() {
  return (
    <>
      <PageHead title="The contact was not changed" />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
    </>
  );
}
