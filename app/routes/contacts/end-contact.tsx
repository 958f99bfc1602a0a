import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { explainContactRefusal } from "#app/domain/contacts/refusals.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { contactLocation } from "#db/queries/contact-target.server.ts";
import { endContact } from "#db/queries/contacts.server.ts";

export const meta = () => pageTitle("End a contact");

export const loader = campaignPage("write", async ({ campaign, params }) =>
  redirect(contactLocation({ campaignId: campaign.id, contactId: params.contact ?? "" })),
);

const sent = z.object({ version, standing: z.enum(["ended", "taken up"]) });

export const action = campaignAction(
  "write",
  async ({ form, params, campaign, database, author, submission, now }) => {
    const read = readForm(form, sent);
    if (!read.ok) return refuseForm(form, read.errors);
    const target = { campaignId: campaign.id, contactId: params.contact ?? "" };
    const endedOn = read.value.standing === "ended" ? dateIn(now, WASHINGTON) : null;
    const ended = await database.change(author, submission, (change) =>
      endContact(change, target, endedOn, read.value.version),
    );
    if (ended.ok) return afterChange(ended);
    if (ended.reason === "not-found") notFound();
    return refuseByRule(form, explainContactRefusal(ended.reason));
  },
);

export default function NotEnded() {
  return (
    <>
      <PageHead title="The contact was not changed" />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
    </>
  );
}
