import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { countEndingTerms } from "../congress-changes.server.ts";
import { countHanging } from "../hand-on.ts";
import {
  type CongressAudience,
  type CongressPerson,
  listAudiencesWithPeople,
  listHanging,
} from "../new-congress-hanging.server.ts";
import { hangsOnCongress, nextCongressDay } from "../next-congress.ts";

/**
 * What of a campaign hangs on seats of Congress that may change with the next Congress: every audience there, and who in
 * it holds a seat that ends, or works for those who do. Who will lose is not guessed, and neither is who stays.
 */
export async function prepareView(
  read: Database["read"],
  view: { campaignId: string; now: Date },
  today: CalendarDate,
) {
  const day = nextCongressDay(today);
  const audiences = (await listAudiencesWithPeople(read, view.campaignId)).filter(({ kind }) =>
    hangsOnCongress(kind),
  );
  const mayChange = audiences.map((audience) => ({
    ...audience,
    people: audience.people.filter((person) => person.endedOn === null && mayLeave(person, day)),
  }));
  const ids = mayChange.flatMap(({ people }) => people.map(({ id }) => id));
  const hanging = await listHanging(read, view, [...new Set(ids)]);
  const shown = mayChange.map(({ id, name, chamber, people }: CongressAudience) => ({
    id,
    name,
    chamber,
    people: people.map((contact) => ({ contact, hanging: hanging.get(contact.id) ?? null })),
  }));
  const all = [...hanging.values()];
  const distinct = (ids: readonly string[]) => new Set(ids).size;
  return {
    day,
    audiences: shown,
    terms: await countEndingTerms(read, day),
    counts: {
      audiences: shown.filter(({ people }) => people.length > 0).length,
      people: all.filter((one) => countHanging(one) > 0).length,
      events: distinct(
        all.flatMap(({ events }) => events.filter((one) => one.day >= day).map(({ id }) => id)),
      ),
      followUps: distinct(all.flatMap(({ followUps }) => followUps.map(({ id }) => id))),
    },
  };
}

/** Staff go with the seats that they work for; a member whose term goes on stays. */
function mayLeave({ termEndsOn }: CongressPerson, day: CalendarDate): boolean {
  return termEndsOn === null || termEndsOn <= day;
}
