import type { CalendarDate } from "#app/time/wall-time.ts";
import { kindHeading } from "../audience-kind.ts";
import { firstGap } from "../gap.ts";
import type { ListedAudience } from "../lists.server.ts";
import { stanceOn } from "../stances/stance.ts";

/** What the list shows of an audience, with everything computed for one day. */
export type AudienceRow = ReturnType<typeof audienceRow>;

/** What is known of all audiences of the campaign at once. */
export type AroundAudiences = {
  today: CalendarDate;
  unheard: ReadonlyMap<string, readonly number[]>;
  promises: ReadonlyMap<string, { text: string; dueOn: CalendarDate }>;
};

/** The row of an audience; a gap is not looked for where the audience has ended. */
export function audienceRow(audience: ListedAudience, around: AroundAudiences) {
  const { id, lastContactOn, latestReading, nextEvent } = audience;
  const stance = stanceOn(latestReading === null ? [] : [latestReading], around.today);
  const evidence = {
    stance,
    owed: around.promises.get(id) ?? null,
    unheardMessages: around.unheard.get(id) ?? [],
  };
  return {
    id,
    name: audience.name,
    heading: kindHeading(audience.kind),
    priority: audience.priority,
    influence: audience.influence,
    interest: audience.interest,
    stance,
    lastContactOn,
    next: nextEvent,
    owner: audience.owner?.name ?? null,
    gap: audience.endedOn === null ? firstGap(evidence, around.today) : null,
    endedOn: audience.endedOn,
  };
}
