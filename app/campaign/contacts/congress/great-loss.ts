import type { HeldRecords, Refresh } from "#app/campaign/organisations/refresh.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { congressFileNames } from "./congress-files.ts";

/** What a file would end of what stands. */
export type Loss = { file: string; what: string; ended: number; standing: number };

/** Whether so much would end that somebody has to say so: more than a tenth of what stands. */
export function endsTooMuch({ ended, standing }: { ended: number; standing: number }): boolean {
  return ended * 10 > standing;
}

/** A loss in words, without its full stop: "x.json would remove 12 of the 40 members on record, more than a tenth". */
export function lossInWords({ file, what, ended, standing }: Loss): string {
  return `${file} would remove ${ended} of the ${standing} ${what} on record, more than a tenth`;
}

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
