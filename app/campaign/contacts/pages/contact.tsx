import { useLoaderData } from "@remix-run/react";
import { listAudienceChoices } from "#app/campaign/audiences/lists.server.ts";
import { ReadingsTable } from "#app/campaign/audiences/stances/readings-table.tsx";
import {
  listStanceReadingsOfContact,
  type StoredReading,
} from "#app/campaign/audiences/stances/stance-readings.server.ts";
import { listSeatsOfContact } from "#app/campaign/organisations/seat-lists.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage, pageAsked } from "#app/http/page.server.ts";
import { isOnRecord, personName } from "#app/text/person-name.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { History } from "#app/ui/history.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { type HistoricRow, listRowChanges } from "#db/history.server.ts";
import { explainContactRefusal, isPublicRecord, personStanceAllowed } from "../contact.ts";
import {
  type ContactRecord,
  contactHere,
  listAudiencesOfContact,
  listContactMeetings,
} from "../contact-page.server.ts";
import styles from "../contacts.css?url";
import { contactRecord } from "../record.ts";
import { ContactAudiences } from "./contact-audiences.tsx";
import { ContactFacts, ContactMeetings } from "./contact-facts.tsx";
import { EndContact } from "./end-contact.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Contact");

export const loader = campaignPage("read", async (arrival) => {
  const { campaign, account, database, url, may } = arrival;
  const { read } = database;
  const view = { campaignId: campaign.id, accountId: account.id };
  const page = pageAsked(url);
  const contact = await contactHere(arrival);
  const mayWrite = may("write") && isOnRecord(contact.name);
  return {
    campaignId: campaign.id,
    mayWrite,
    contact,
    seats: await listSeatsOfContact(read, contact.id),
    audiences: await listAudiencesOfContact(read, campaign.id, contact.id),
    choices: mayWrite ? await listAudienceChoices(read, campaign.id) : [],
    page,
    ...(await listContactMeetings(read, view, contact.id, page)),
    isPersonStanceAllowed: campaign.isPersonStanceAllowed,
    readings: await listStanceReadingsOfContact(read, campaign.id, contact.id),
    changes: await listRowChanges(read, campaign.id, historicRows(contact)),
  };
});

const LABELS = {
  ...contactRecord.columns,
  sort_name: "Name for sorting",
  is_elected_or_appointed: "Elected or appointed",
};

/** The contact's own row, and the campaign's with its note. */
function historicRows({ id, campaignRowId }: ContactRecord): HistoricRow[] {
  const own = { table: "contact", id } as const;
  return campaignRowId === null ? [own] : [own, { table: "campaign_contact", id: campaignRowId }];
}

export default function Contact() {
  const page = useLoaderData<typeof loader>();
  const { contact, campaignId, mayWrite } = page;
  const own = addressOf.contact(campaignId, contact.id);
  return (
    <>
      <PageHead
        title={personName(contact.name)}
        sub={contact.title === "" ? null : contact.title}
        crumbs={[
          { label: "Audiences", to: addressOf.audiences(campaignId) },
          { label: "Contacts", to: addressOf.contacts(campaignId) },
          personName(contact.name),
        ]}
        acts={
          mayWrite ? (
            <a className="button" href={`${own}/edit`}>
              Edit
            </a>
          ) : null
        }
        next={
          mayWrite
            ? { label: "Plan an event", to: `${addressOf.newEvent(campaignId)}?contact=${contact.id}` }
            : null
        }
      />
      <div className="contact-columns">
        <div className="stack">
          <ContactFacts {...page} />
          <ContactMeetings {...page} path={own} />
          <section>
            <h2>Changes</h2>
            <History changes={page.changes} labels={LABELS} />
          </section>
        </div>
        <div className="stack">
          <ContactAudiences {...page} own={own} />
          <ContactStance {...page} own={own} />
          {page.seats.length === 0 ? null : <ContactSeats {...page} />}
          {mayWrite && !isPublicRecord(contact) ? <EndContact contact={contact} own={own} /> : null}
          {isOnRecord(contact.name) ? (
            <OutOfTheRecord own={own} mayErase={mayWrite && !isPublicRecord(contact)} />
          ) : null}
        </div>
      </div>
    </>
  );
}

/** What we keep about a person as a file, for them or for counsel; and the way to erase it. */
function OutOfTheRecord({ own, mayErase }: { own: string; mayErase: boolean }) {
  return (
    <section className="noprint" aria-labelledby="kept">
      <h2 id="kept">What we keep about this person</h2>
      <p className="hint">Export it as a single file that may be shown to the person.</p>
      <p className="makes noprint">
        <a className="button" href={`${own}/export.json`}>
          Export
        </a>
        {mayErase ? (
          <a className="button danger" href={`${own}/erase`}>
            Erase
          </a>
        ) : null}
      </p>
    </section>
  );
}

/** The seats that somebody holds and held, as the public list told them. */
function ContactSeats({
  seats,
  campaignId,
}: {
  seats: Awaited<ReturnType<typeof listSeatsOfContact>>;
  campaignId: string;
}) {
  const today = useToday();
  return (
    <section aria-labelledby="seats">
      <h2 id="seats">Seats</h2>
      <ul className="rows">
        {seats.map((seat) => (
          <li key={seat.id}>
            <span>
              {seat.parent === null ? "" : `${seat.parent}: `}
              <a href={addressOf.organisation(campaignId, seat.organisation.id)}>{seat.organisation.name}</a>
              <br />
              <span className="note">{seatInWords(seat, today)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Seat = {
  title: string;
  rank: number | null;
  side: string | null;
  startedOn: CalendarDate;
  endedOn: CalendarDate | null;
};

function seatInWords({ title, rank, side, startedOn, endedOn }: Seat, today: CalendarDate): string {
  const words = [title, side ?? "", rank === null ? "" : `rank ${rank}`].filter((word) => word !== "");
  const since = `on the list since ${formatDay(startedOn, today)}`;
  return [...words, endedOn === null ? since : `${since}, ended ${formatDay(endedOn, today)}`].join(", ");
}

type View = {
  contact: { isElectedOrAppointed: boolean };
  isPersonStanceAllowed: boolean;
  readings: readonly StoredReading[];
  campaignId: string;
  mayWrite: boolean;
  own: string;
};

/** Where a person stands, of those of whom the rules and the campaign's setting allow it; else why nothing is kept. */
function ContactStance({ contact, isPersonStanceAllowed, readings, campaignId, mayWrite, own }: View) {
  const allowed = personStanceAllowed(contact, { isPersonStanceAllowed });
  return (
    <section aria-labelledby="stance">
      <h2 id="stance">
        Stance{" "}
        {allowed.ok && mayWrite ? (
          <a className="more" href={`${own}/stance`}>
            Add a reading
          </a>
        ) : null}
      </h2>
      {allowed.ok ? null : <p className="hint">{explainContactRefusal(allowed.reason)}</p>}
      {allowed.ok && readings.length === 0 ? <Empty text="No reading." /> : null}
      {allowed.ok && readings.length > 0 ? (
        <div className="scroll">
          <ReadingsTable readings={readings} campaignId={campaignId} />
        </div>
      ) : null}
    </section>
  );
}
