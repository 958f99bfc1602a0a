import { formatDate } from "#app/time/format.ts";
import { NewerOlder } from "#app/ui/list.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import type { ContactMeeting } from "../contact-page.server.ts";

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
      <h2 id="meetings">Met at</h2>
      {meetings.length === 0 && page === 1 ? (
        <Empty
          text="Never met."
          act={
            mayWrite
              ? { label: "Plan an event", to: `/c/${campaignId}/events/new?contact=${contact.id}` }
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
  const { id, title, kind, day, campaign } = meeting;
  const elsewhere = campaign.id === campaignId ? "" : `, ${campaign.name}`;
  return (
    <li>
      <span>{formatDate(day)}</span>
      <span>
        <a href={`/c/${campaign.id}/events/${id}`}>{title}</a>
        <br />
        <span className="note">{kind + elsewhere}</span>
      </span>
    </li>
  );
}
