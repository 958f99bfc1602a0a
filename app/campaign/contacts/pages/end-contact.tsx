import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { save } from "#app/http/act.server.ts";
import { version } from "#app/http/fields.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";

import { isPublicRecord } from "../contact.ts";
import { explainContactRefusal } from "../refusals.ts";
import { endContact } from "../store.server.ts";
import { contactLocation } from "../target.server.ts";
import { contactHere } from "./contact-here.server.ts";
import { EndContact } from "./end-contact-form.tsx";

export const meta = () => pageTitle("End a contact");

export const loader = campaignPage("write", async (arrival) => {
  const contact = await contactHere(arrival);
  const own = contactLocation({ campaignId: arrival.campaign.id, contactId: contact.id });
  return { own, name: contact.name, isPublic: isPublicRecord(contact), contact };
});

const sent = z.object({ version, standing: z.enum(["ended", "taken up"]) });

export const action = campaignAction("write", async (arrival) => {
  const { form, params, campaign, now } = arrival;
  const target = { campaignId: campaign.id, contactId: params.contact ?? "" };
  const today = dateIn(now, WASHINGTON);
  return save(
    arrival,
    readForm(form, sent),
    (change, typed) => endContact(change, target, typed.standing === "ended" ? today : null, typed.version),
    ({ reason }) => explainContactRefusal(reason),
  );
});

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
