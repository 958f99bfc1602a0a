import { bannerSentence, holdNow } from "#app/domain/holds/hold-words.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { HoldBanner } from "#app/ui/hold-banner.tsx";
import { troubleOf } from "#db/database-trouble.server.ts";
import { listAffected } from "#db/queries/hold-affected.server.ts";
import { heldMessages } from "#db/queries/hold-marks.server.ts";
import { listHolds } from "#db/queries/hold-records.server.ts";
import { findLineNow } from "#db/queries/holding-line-standing.server.ts";
import { noteSightings } from "#db/queries/message-holds.server.ts";

/** What every page of the campaign says while holds lie; that this reader has seen it is noted. */
export async function readHoldBanners(arrival: CampaignArrival): Promise<readonly HoldBanner[]> {
  const { database, campaign, account, now } = arrival;
  const { read } = database;
  // Most days no hold lies anywhere.
  if ((await heldMessages(read)).size === 0) return [];
  const lying = (await listHolds(read, campaign.id)).filter(({ lifted }) => lifted === null);
  const ids = lying.map(({ id }) => id);
  await noteSightings(database, account.id, ids, now).catch((fault: unknown) => {
    // A full disk stops writing, not reading.
    const trouble = troubleOf(fault);
    if (trouble !== "cannot write" && trouble !== "busy") throw fault;
  });
  return Promise.all(lying.map((hold) => bannerOf(arrival, hold)));
}

async function bannerOf(
  { database, campaign, account, home, now }: CampaignArrival,
  hold: Awaited<ReturnType<typeof listHolds>>[number],
): Promise<HoldBanner> {
  const [lineNow, { papers, events }] = await Promise.all([
    findLineNow(database.read, hold, now),
    listAffected(database.read, campaign.id, hold.message.id, now),
  ]);
  const { line, standing, round } = lineNow;
  const facts = { hold, standing, expiresAt: line?.versions[0].expiresAt ?? null, round };
  const yours =
    papers.filter(({ draftedBy }) => draftedBy.id === account.id).length +
    events.filter(({ people }) => people.includes(account.id)).length;
  return {
    number: hold.message.number,
    sentence: bannerSentence(holdNow(facts, { now, homeZone: home.homeZone })),
    line: standing.standing === "cleared" && line !== null ? line.versions[0].text : null,
    yours,
    place: `/c/${campaign.id}/holds/${hold.id}`,
  };
}
