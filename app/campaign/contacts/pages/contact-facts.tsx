import { addressOf } from "#app/http/addresses.ts";
import { isOnRecord } from "#app/text/person-name.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { type Fact, FactList } from "#app/ui/fact-list.tsx";
import { NewerOlder } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { isPublicRecord, roleLabel } from "../contact.ts";
import type { ContactMeeting, ContactRecord } from "../contact-page.server.ts";
import { isRetentionPast, retainedUntil } from "../retention.ts";

type View = { contact: ContactRecord; campaignId: string };

/** Who somebody is, how they are reached, and on what ground we keep this. */
export function ContactFacts({ contact, campaignId }: View) {
  const today = useToday();
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Who and where</h2>
      <FactList
        facts={[
          ...reachFacts(contact, campaignId),
          ...ourFacts(contact, today),
          ...keptFacts(contact, today),
        ]}
      />
    </section>
  );
}

function reachFacts({ organisation, office, email, phone }: ContactRecord, campaignId: string): Fact[] {
  const page = organisation && (
    <a href={addressOf.organisation(campaignId, organisation.id)}>{organisation.name}</a>
  );
  return [
    { label: "Organisation", value: page },
    { label: "Office", value: office },
    { label: "E-mail", value: email === "" ? "" : <a href={`mailto:${email}`}>{email}</a> },
    { label: "Telephone", value: phone },
  ];
}

function ourFacts(
  { roleInDecision, owner, lastContactOn, endedOn, note }: ContactRecord,
  today: CalendarDate,
): Fact[] {
  return [
    { label: "Role in the decision", value: roleLabel(roleInDecision) || "Not known" },
    { label: "Relationship owner", value: owner?.name ?? "No one yet" },
    { label: "Last contact", value: lastContactOn === null ? "Never" : formatDay(lastContactOn, today) },
    { label: "Ended", value: endedOn === null ? "" : formatDay(endedOn, today) },
    { label: "Note", value: note === "" ? "" : <span className="note-text">{note}</span> },
  ];
}

/** On what ground we keep this, and how long. */
function keptFacts(contact: ContactRecord, today: CalendarDate): Fact[] {
  const { purpose, source, asOf, informedOn } = contact;
  const retention = { ...contact, isPublicRecord: isPublicRecord(contact) };
  const until = keptUntilInWords(retainedUntil(retention), retention.isPublicRecord, today);
  const isPast = isOnRecord(contact.name) && isRetentionPast(retention, today);
  return [
    { label: "Kept for", value: purpose },
    { label: "Source", value: `${source}${asOf === null ? "" : `, as of ${formatDay(asOf, today)}`}` },
    { label: "Informed on", value: informedOn === null ? "Not recorded" : formatDay(informedOn, today) },
    { label: "Kept until", value: isPast ? <PastRetention until={until} /> : until },
  ];
}

function PastRetention({ until }: { until: string }) {
  return (
    <>
      {until} <State kind="bad">Date passed: check with counsel, then erase</State>
    </>
  );
}

function keptUntilInWords(until: CalendarDate | null, isPublic: boolean, today: CalendarDate): string {
  if (until !== null) return formatDay(until, today);
  return isPublic ? "The person leaves the public list" : "24 months after the last contact";
}

/** The latest events at which we met somebody, in every campaign that the reader may see. */
export function ContactMeetings({
  meetings,
  hasOlder,
  page,
  path,
  campaignId,
  contact,
  mayWrite,
}: {
  meetings: readonly ContactMeeting[];
  hasOlder: boolean;
  page: number;
  path: string;
  campaignId: string;
  contact: { id: string };
  mayWrite: boolean;
}) {
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">Meetings</h2>
      {meetings.length === 0 && page === 1 ? (
        <Empty
          text="Never met."
          act={
            mayWrite
              ? { label: "Plan an event", to: `${addressOf.newEvent(campaignId)}?contact=${contact.id}` }
              : null
          }
        />
      ) : (
        <ul className="rows">
          {meetings.map((meeting) => (
            <Meeting key={meeting.id} meeting={meeting} campaignId={campaignId} />
          ))}
        </ul>
      )}
      <NewerOlder page={page} hasOlder={hasOlder} path={path} search={{}} />
    </section>
  );
}

function Meeting({ meeting, campaignId }: { meeting: ContactMeeting; campaignId: string }) {
  const today = useToday();
  const { id, title, kind, day, campaign } = meeting;
  const elsewhere = campaign.id === campaignId ? "" : `, ${campaign.name}`;
  return (
    <li>
      <span>{formatDay(day, today)}</span>
      <span>
        <a href={addressOf.event(campaign.id, id)}>{title}</a>
        <br />
        <span className="note">{kind + elsewhere}</span>
      </span>
    </li>
  );
}
