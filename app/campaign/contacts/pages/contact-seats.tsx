import type { listSeatsOfContact } from "#app/campaign/organisations/seat-lists.server.ts";
import { formatDate } from "#app/time/format.ts";

/** The seats that somebody holds and held, as the public list told them. */
export function ContactSeats({
  seats,
  campaignId,
}: {
  seats: Awaited<ReturnType<typeof listSeatsOfContact>>;
  campaignId: string;
}) {
  return (
    <section aria-labelledby="seats">
      <h2 id="seats">Seats</h2>
      <ul className="rows">
        {seats.map((seat) => (
          <li key={seat.id}>
            <span>
              {seat.parent === null ? "" : `${seat.parent}: `}
              <a href={`/c/${campaignId}/organisations/${seat.organisation.id}`}>{seat.organisation.name}</a>
              <br />
              <span className="note">{seatInWords(seat)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function seatInWords({
  title,
  rank,
  side,
  startedOn,
  endedOn,
}: {
  title: string;
  rank: number | null;
  side: string | null;
  startedOn: string;
  endedOn: string | null;
}): string {
  const words = [title, side ?? "", rank === null ? "" : `rank ${rank}`].filter((word) => word !== "");
  const since = `in the list since ${formatDate(startedOn)}`;
  return [...words, endedOn === null ? since : `${since}, ended ${formatDate(endedOn)}`].join(", ");
}
