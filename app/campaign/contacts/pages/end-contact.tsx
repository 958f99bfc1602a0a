import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { isPublicRecord } from "../contact.ts";
import { findContact } from "../contact-page.server.ts";
import { explainContactRefusal } from "../refusals.ts";
import { endContact } from "../store.server.ts";
import { contactLocation } from "../target.server.ts";
import { EndContact } from "./end-contact-form.tsx";

export const meta = () => pageTitle("End a contact");

export const loader = campaignPage("write", async ({ campaign, account, database, params }) => {
  const view = { campaignId: campaign.id, accountId: account.id };
  const contact = (await findContact(database.read, view, params.contact ?? "")) ?? notFound();
  const own = contactLocation({ campaignId: campaign.id, contactId: contact.id });
  return { own, name: contact.name, isPublic: isPublicRecord(contact), contact };
});

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

export default function EndAContact() {
  const { own, name, isPublic, contact } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={name}
        crumbs={[
          { label: name, to: own },
          { label: "End", to: null },
        ]}
      />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
      {isPublic ? (
        <p className="hint">{explainContactRefusal("public-record")}</p>
      ) : (
        <EndContact contact={contact} own={own} />
      )}
    </>
  );
}
