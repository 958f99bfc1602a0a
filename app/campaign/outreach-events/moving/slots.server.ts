import { listSessionDays } from "#app/campaign/session-days/store.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { dateIn, startOfDay, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import type { Home } from "../ministry-hours.ts";
import { LONGEST_WAY } from "../warnings/clash.ts";
import { listEngagementsSharing, type SeenEngagement } from "../warnings/engagements.server.ts";
import { listVisited } from "../warnings/visited.server.ts";
import { type AroundSlots, freeSlots, type WantedSlot } from "./free-slots.ts";
import { type SlotsInWords, slotsInWords } from "./slots-in-words.ts";

/** Who has to be free, whom it visits, and what does not stand in its way. */
export type WhoseSlot = {
  officerIds: readonly string[];
  contactIds: readonly string[];
  audienceIds: readonly string[];
  zone: Zone;
  isOfIt: (other: SeenEngagement) => boolean;
};

type Asking = Pick<CampaignArrival, "database" | "now"> & {
  home: Home;
  account: { id: string };
  campaign: { travelMinutes: number };
};

/** Days ahead that are looked at one after another, until so many slots are found; within two weeks only the best will do. */
const LOOKS = [
  { ahead: 14, enough: Number.POSITIVE_INFINITY },
  { ahead: 35, enough: 3 },
  { ahead: 98, enough: 3 },
  { ahead: 182, enough: 1 },
];
const LONGEST_LOOK = 182;

/**
 * Free times with their reasons. It is looked at two weeks, at five where those hold no three that suit, and further only
 * while there are fewer than three, up to half a year: a recess may be long. What is read is bounded by the days looked at and by who has to be free.
 */
export async function findSlots(
  { account, campaign, database, home, now }: Asking,
  wanted: WantedSlot,
  whose: WhoseSlot,
): Promise<SlotsInWords> {
  const { read } = database;
  const today = dateIn(now, WASHINGTON);
  const own = wanted.own === null ? today : dateIn(wanted.own.startsAt, WASHINGTON);
  const first = own > today ? own : today;
  const [{ chambers }, sessionDays] = await Promise.all([
    listVisited(read, whose),
    listSessionDays(read, first, addDays(first, LONGEST_LOOK)),
  ]);
  const people = { officers: whose.officerIds, contacts: whose.contactIds, audiences: [] };
  const busy: SeenEngagement[] = [];
  const around = { now, home, travelMinutes: campaign.travelMinutes, chambers, sessionDays };
  let known: AroundSlots = { ...around, lastDay: first };
  let found = freeSlots(wanted, [], known);
  let from = first;
  for (const { ahead, enough } of LOOKS) {
    known = { ...around, lastDay: addDays(first, ahead) };
    const between = {
      from: new Date(startOfDay(from, WASHINGTON).getTime() - LONGEST_WAY),
      to: new Date(startOfDay(addDays(known.lastDay, 1), WASHINGTON).getTime() + LONGEST_WAY),
    };
    const engaged = await listEngagementsSharing(read, account.id, between, people);
    busy.push(...engaged.filter((other) => !whose.isOfIt(other)));
    found = freeSlots(wanted, busy, known);
    if (found.areBest || found.slots.length >= enough) break;
    from = addDays(known.lastDay, 1);
  }
  return slotsInWords(found, wanted, known, whose.zone);
}
