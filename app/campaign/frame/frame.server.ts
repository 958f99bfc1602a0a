import { listAffected } from "#app/campaign/holds/hold-affected.server.ts";
import { listHolds } from "#app/campaign/holds/hold-records.server.ts";
import { bannerSentence, holdNow } from "#app/campaign/holds/hold-words.ts";
import { findLineNow } from "#app/campaign/holds/holding-lines/holding-line-standing.server.ts";
import { heldMessages } from "#app/campaign/holds/marked-by-holds.server.ts";
import { noteSightings } from "#app/campaign/holds/store.server.ts";
import { findDoneChange } from "#app/campaign/undo/done-change.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { CampaignArrival, SignedInArrival } from "#app/http/page.server.ts";
import { daysInProse, formatDay } from "#app/time/format.ts";
import type { FrameView } from "#app/ui/frame.tsx";
import type { HoldBanner } from "#app/ui/notices.tsx";
import { troubleOf } from "#db/database-trouble.server.ts";
import { countWaiting } from "./waiting.server.ts";

/** What stands around a page outside a campaign. */
export async function frameOutsideCampaign(arrival: SignedInArrival): Promise<FrameView> {
  return { ...(await frameFor(arrival, "/undo")), campaign: null, holds: [] };
}

/** What stands around a page of a campaign, with the counts of what waits for the reader. */
export async function frameOfCampaign(arrival: CampaignArrival): Promise<FrameView> {
  const { campaign, account, role, now, today, database, may } = arrival;
  const whose = {
    campaignId: campaign.id,
    accountId: account.id,
    role,
    now,
    today,
  };
  const [frame, waiting, holds] = await Promise.all([
    frameFor(arrival, addressOf.undo(campaign.id)),
    countWaiting(database.read, whose),
    readHoldBanners(arrival),
  ]);
  return {
    ...frame,
    holds,
    campaign: {
      slug: campaign.id,
      name: campaign.name,
      handling: campaign.handling,
      dates: daysInProse(campaign.startsOn, campaign.endsOn, today),
      role,
      waiting,
      mayWrite: may("write"),
    },
  };
}

async function frameFor({ account, home, now, today, url, database }: SignedInArrival, undoPath: string) {
  const changeId = url.searchParams.get("done");
  const done = changeId === null ? null : await findDoneChange(database.read, account.id, changeId);
  return {
    account: { id: account.id, name: account.name, isAdministrator: account.isAdministrator },
    homeZone: home.homeZone,
    now: now.toISOString(),
    sample:
      home.sampleMadeOn === null
        ? null
        : `Sample data, created on ${formatDay(home.sampleMadeOn, today)}. The people, notes and receptions are invented.`,
    done:
      done === null
        ? null
        : {
            summary: done.summary,
            changeId: done.id,
            undoTo: done.canBeUndone ? undoPath : null,
            seeAt: done.canBeUndone && isElsewhere(done.location, url) ? done.location : null,
          },
  };
}

/** Whether what was done has a page, and another than this one. */
function isElsewhere(location: string | null, url: URL): boolean {
  return location !== null && new URL(location, url).pathname !== url.pathname;
}

/** What every page of the campaign says while holds lie; that this reader has seen it is noted. */
async function readHoldBanners(arrival: CampaignArrival): Promise<readonly HoldBanner[]> {
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
  const facts = { hold, ...lineNow, expiresAt: lineNow.line?.versions[0].expiresAt ?? null };
  const yours =
    papers.filter(({ draftedBy }) => draftedBy.id === account.id).length +
    events.filter(({ people }) => people.includes(account.id)).length;
  return {
    number: hold.message.number,
    sentence: bannerSentence(holdNow(facts, { now, homeZone: home.homeZone })),
    line: lineNow.inForce?.text ?? null,
    yours,
    place: addressOf.hold(campaign.id, hold.id),
  };
}
