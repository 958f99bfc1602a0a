import { listAffected } from "#app/campaign/holds/hold-affected.server.ts";
import { heldMessages } from "#app/campaign/holds/hold-marks.server.ts";
import { listHolds } from "#app/campaign/holds/hold-records.server.ts";
import { bannerSentence, holdNow } from "#app/campaign/holds/hold-words.ts";
import { findLineNow } from "#app/campaign/holds/holding-lines/holding-line-standing.server.ts";
import { noteSightings } from "#app/campaign/holds/store.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { HoldBanner } from "#app/ui/hold-banner.tsx";
import { troubleOf } from "#db/database-trouble.server.ts";

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
