import type { Need } from "#app/campaign/campaigns/needs-you.ts";
import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { isAskedOf } from "#app/campaign/clearances/desk.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Role } from "#app/http/permission.ts";
import type { KeptRow } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { stoppedPostsOf } from "./event-hold-states.server.ts";
import { type Hold, mayLiftHold } from "./hold.ts";
import { holdOf, holdsOf } from "./hold-records.server.ts";
import { findLineNow } from "./holding-lines/holding-line-standing.server.ts";

type Reader = { campaignId: string; accountId: string; role: Role; now: Date };

/** What holds need of one person: a word on a line, a decision once a line has expired, a new time for a post. */
export async function listHoldNeeds(read: Queries, reader: Reader): Promise<Need[]> {
  const { campaignId: campaign, accountId: account } = reader;
  const [posts, holds] = await Promise.all([
    stoppedPostsOf(read, { campaign, account }),
    holdsOf(read, { campaign }),
  ]);
  return needsOfHolds(read, { posts, holds }, reader);
}

type Found = { posts: readonly KeptRow<typeof stoppedPostsOf>[]; holds: readonly KeptRow<typeof holdsOf>[] };

/** The same from what was found of the campaign's holds and of the person's stopped posts. */
export async function needsOfHolds(read: Queries, { posts, holds }: Found, reader: Reader): Promise<Need[]> {
  const stopped = posts.map(
    ({ id, title, starts_at }): Need => ({
      need: "post stopped",
      title,
      place: addressOf.stoppedPost(reader.campaignId, id),
      startsAt: new Date(starts_at),
    }),
  );
  const lying = holds.map(holdOf).filter(({ lifted }) => lifted === null);
  const about = await Promise.all(lying.map((hold) => needsOfHold(read, hold, reader)));
  return [...about.flat(), ...stopped];
}

async function needsOfHold(
  read: Queries,
  hold: Hold,
  { campaignId, accountId, role, now }: Reader,
): Promise<Need[]> {
  const { standing, line, round } = await findLineNow(read, hold, now);
  const { number } = hold.message;
  const place = addressOf.hold(campaignId, hold.id);
  if (standing.standing === "returned" && line?.versions[0].madeBy.id === accountId)
    return [{ need: "returned", what: "Holding line", title: `Message ${number}`, place }];
  if (standing.standing !== "in clearance" && standing.standing !== "expired") return [];
  const campaign = await findCampaign(read, campaignId);
  if (standing.standing === "in clearance") {
    const asked = round.filter(
      ({ answer, desk, barred }) => answer === null && isAskedOf(desk, accountId, now, barred),
    );
    return asked.map(({ desk, dueAt }) => ({
      need: "clearance",
      title: `Holding line on message ${number}`,
      place,
      dueAt,
      desk: desk.name,
      isYours: true,
    }));
  }
  if (line === null) return [];
  const isHeadOfMission = campaign?.headOfMissionId === accountId;
  if (!mayLiftHold({ role, isHeadOfMission })) return [];
  return [{ need: "hold to decide", messageNumber: number, place, expiredAt: line.versions[0].expiresAt }];
}
