import type { HeldRecords, Refresh } from "#app/campaign/organisations/public-list.ts";
import { endsTooMuch, type Loss } from "#app/http/files/kinds.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { congressFileNames } from "./congress-files.ts";

/**
 * What each file of the list of Congress would end, where it is more than a tenth of what stands: a file that was cut off or
 * came empty looks like one that ends everybody. A new Congress ends more in earnest, and is then confirmed by the file's name.
 */
export function greatLosses(held: HeldRecords, refresh: Refresh): Loss[] {
  const chambers = new Set(
    held.organisations.filter(({ record }) => record.kind === "chamber").map(({ record }) => record.key),
  );
  const isOfChamber = ({ record }: HeldRecords["seats"][number]) => chambers.has(record.organisationKey);
  const ofCommittee = (seats: HeldRecords["seats"]) => seats.filter((seat) => !isOfChamber(seat));
  const { committees, legislators, membership } = congressFileNames;
  const { organisations, contacts, seats } = refresh;
  return [
    lossOf(committees, "committees and subcommittees", organisations.ended, held.organisations),
    lossOf(legislators, "members", contacts.ended, held.contacts),
    lossOf(
      legislators,
      "seats in the chambers",
      seats.ended.filter(isOfChamber),
      held.seats.filter(isOfChamber),
    ),
    lossOf(membership, "seats on committees", ofCommittee(seats.ended), ofCommittee(held.seats)),
  ].filter(endsTooMuch);
}

function lossOf(
  file: string,
  what: string,
  ended: readonly unknown[],
  held: readonly { endedOn: CalendarDate | null }[],
): Loss {
  return { file, what, ended: ended.length, standing: held.filter(({ endedOn }) => endedOn === null).length };
}
