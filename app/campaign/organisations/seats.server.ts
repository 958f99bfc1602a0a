import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { PublicSeat } from "./public-records.ts";
import type { RefreshOf } from "./refresh.ts";
import { type IdsByKey, idOf, type Stamp } from "./store.server.ts";

/** Writes what a new reading of a public list does to seats; an ended seat stays, with the day of its end. */
export async function refreshSeats(
  change: Change,
  refresh: RefreshOf<PublicSeat>,
  ids: { organisations: IdsByKey; contacts: IdsByKey },
  stamp: Stamp,
): Promise<void> {
  for (const one of refresh.ended) await change.update("seat", one.id, { ended_on: stamp.day }, null);
  for (const { held, incoming } of refresh.changed) {
    const { title, rank, side, termEndsOn } = incoming;
    await change.update("seat", held.id, { title, rank, side, term_ends_on: termEndsOn }, null);
  }
  const rows = refresh.added.map((seat) => ({
    id: newId(),
    key: seat.key,
    contact_id: idOf(ids.contacts, seat.contactKey),
    organisation_id: idOf(ids.organisations, seat.organisationKey),
    title: seat.title,
    rank: seat.rank,
    side: seat.side,
    started_on: stamp.day,
    term_ends_on: seat.termEndsOn,
    source: stamp.source,
  }));
  await change.insertMany("seat", rows);
}
