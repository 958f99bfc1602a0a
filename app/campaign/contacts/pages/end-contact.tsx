import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { version } from "#app/http/fields.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { EndOrReinstate, ErrorSummary } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { explainContactRefusal, isPublicRecord } from "../contact.ts";
import { contactHere } from "../contact-page.server.ts";
import { contactLocation } from "../memberships.server.ts";
import { endContact } from "../store.server.ts";

export const meta = () => pageTitle("No longer in office");

export const loader = campaignPage("write", async (arrival) => {
  const contact = await contactHere(arrival);
  const own = contactLocation({ campaignId: arrival.campaign.id, contactId: contact.id });
  return { own, name: contact.name, isPublic: isPublicRecord(contact), contact };
});

const sent = z.object({ version, standing: z.enum(["ended", "taken up"]) });

export const action = campaignAction("write", async (arrival) => {
  const { form, params, campaign, today } = arrival;
  const target = { campaignId: campaign.id, contactId: params.contact ?? "" };
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
      <PageHead title={name} crumbs={[{ label: name, to: own }, "End"]} />
      <ErrorSummary errors={useActionData<typeof action>()?.errors} />
      {isPublic ? (
        <p className="hint">{explainContactRefusal("public-record")}</p>
      ) : (
        <EndContact contact={contact} own={own} />
      )}
    </>
  );
}

/** Ends a contact who has left the office, or takes the end back. What was met and said stays. */
export function EndContact({
  contact: { endedOn, version },
  own,
}: {
  contact: { endedOn: CalendarDate | null; version: number };
  own: string;
}) {
  const today = useToday();
  return (
    <section>
      <h2>{endedOn === null ? "Has this person left office?" : `Ended on ${formatDay(endedOn, today)}`}</h2>
      <p className="hint">Past meetings and what was said stay on record.</p>
      <EndOrReinstate
        action={`${own}/end`}
        version={version}
        fields={{ standing: endedOn === null ? "ended" : "taken up" }}
        end="No longer in office"
        isEnded={endedOn !== null}
      />
    </section>
  );
}
