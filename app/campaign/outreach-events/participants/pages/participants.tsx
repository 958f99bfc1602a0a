import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { identifier, version } from "#app/http/fields.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { ErrorSummary } from "#app/ui/form-frame.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import type { Change } from "#db/change.server.ts";
import styles from "../../event.css?url";
import { findEvent } from "../../outreach-event-record.server.ts";
import { findContactsByName, listContactsOfAudiences } from "../contacts.server.ts";
import { ATTENDANCES, REPLIES } from "../participation.ts";
import {
  addParticipant,
  type ParticipantTarget,
  recordParticipation,
  removeParticipant,
} from "../store.server.ts";
import { AddContacts, FindContact, ParticipantForm } from "./participant-forms.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = () => pageTitle("In the room");

export const loader = campaignPage("write", async ({ campaign, params, database, url }) => {
  const event = await findEvent(database.read, campaign.id, params.event ?? "");
  if (event === null) notFound();
  const who = (url.searchParams.get("who") ?? "").slice(0, 100);
  const [ofAudiences, found] = await Promise.all([
    listContactsOfAudiences(database.read, campaign.id, event.id),
    findContactsByName(database.read, campaign.id, event.id, who),
  ]);
  const own = addressOf.event(campaign.id, event.id);
  return { calendar: addressOf.calendar(campaign.id), own, event, who, ofAudiences, found };
});

const contact = identifier;
const schema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("add"), contact }),
  z.object({ act: z.literal("remove"), contact }),
  z.object({
    act: z.literal("record"),
    contact,
    version,
    reply: z.enum(REPLIES, { error: "Choose a reply" }),
    attendance: z.enum(ATTENDANCES, { error: "Choose whether they were there" }),
  }),
]);
type Act = z.infer<typeof schema>;

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, params } = arrival;
  const eventId = params.event ?? "";
  const target = {
    campaignId: campaign.id,
    eventId,
    location: addressOf.participants(campaign.id, eventId),
  };
  return save(
    arrival,
    readForm(form, schema),
    (change, act) => perform(change, { ...target, contactId: act.contact }, act),
    () => "Someone has changed this since you opened the page. Check what has changed, then try again.",
  );
});

function perform(change: Change, target: ParticipantTarget, act: Act) {
  switch (act.act) {
    case "add":
      return addParticipant(change, target);
    case "remove":
      return removeParticipant(change, target);
    case "record":
      return recordParticipation(change, target, act);
  }
}

export default function Participants() {
  const { calendar, own, event, who, ofAudiences, found } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const here = `${own}/participants`;
  return (
    <>
      <PageHead
        title="In the room"
        sub={event.title}
        crumbs={[{ label: "Calendar", to: calendar }, { label: event.title, to: own }, "In the room"]}
      />
      <ErrorSummary errors={refused?.errors} />
      <div className="stack">
        <section aria-labelledby="taking-part">
          <h2 id="taking-part">Taking part</h2>
          {event.participants.length === 0 ? <Empty text="No one yet. Add someone below." /> : null}
          <ul className="taking-part">
            {event.participants.map((participant) => (
              <ParticipantForm key={participant.contactId} participant={participant} action={here} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="add">
          <h2 id="add">Add someone</h2>
          <FindContact action={here} who={who} found={found} />
          <AddContacts
            title="From the audiences of this event"
            contacts={ofAudiences}
            action={here}
            empty={
              event.audiences.length === 0
                ? "The event has no audience yet. To be offered people here, choose one on the event’s page."
                : "No one else is known in the audiences of this event. To be offered more people here, choose another audience on the event’s page."
            }
            others="Find the others by name, above."
          />
        </section>
      </div>
    </>
  );
}
