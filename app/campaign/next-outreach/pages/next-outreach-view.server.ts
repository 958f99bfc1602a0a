import { z } from "zod";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { OUTREACH_JUDGEMENTS } from "../next-outreach.ts";
import { readEverybodyRanked, readNextOutreach } from "../store.server.ts";
import { listWaysIn } from "../ways-in.server.ts";

/** How many of everybody stand on one page. */
const A_PAGE = 50;

const search = z.object({
  show: z.enum(["first", "everybody"]).catch("first"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The list of today in Washington: the first twenty with what to leave, or a page of everybody. */
export async function nextOutreachView({ campaign, database, now, may, url }: CampaignArrival) {
  const day = dateIn(now, WASHINGTON);
  const { show, page } = search.parse(Object.fromEntries(url.searchParams));
  const report = await readReceptionReport(database.read, campaign, day);
  const shared = { campaignId: campaign.id, day, mayWrite: may("write"), judgements: OUTREACH_JUDGEMENTS };
  if (show === "first") {
    const next = await readNextOutreach(database.read, campaign, report, day);
    const waysIn = await listWaysIn(database.read, campaign.id, day, next.first);
    return { ...shared, show, next, options: next.first, people: next.people, waysIn };
  }
  const part = { skip: (page - 1) * A_PAGE, limit: A_PAGE };
  const { options, people, count } = await readEverybodyRanked(database.read, campaign, report, day, part);
  return {
    ...shared,
    show,
    options,
    people,
    waysIn: await listWaysIn(database.read, campaign.id, day, options),
    count,
    page,
    pages: Math.ceil(count / A_PAGE),
    before: part.skip,
  };
}

export type NextOutreachView = Awaited<ReturnType<typeof nextOutreachView>>;
