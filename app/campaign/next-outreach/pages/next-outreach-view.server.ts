import { z } from "zod";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { type CampaignArrival, listPage } from "#app/http/page.server.ts";
import { OUTREACH_JUDGEMENTS } from "../next-outreach.ts";
import { readEverybodyRanked, readNextOutreach } from "../store.server.ts";
import { listWaysIn } from "../ways-in.server.ts";

const search = z.object({
  show: z.enum(["first", "everybody"]).catch("first"),
});

/** The list of today in Washington: the first twenty with what to leave, or a page of everybody. */
export async function nextOutreachView({ campaign, database, today: day, may, url }: CampaignArrival) {
  const { show } = search.parse(Object.fromEntries(url.searchParams));
  const report = await readReceptionReport(database.read, campaign, day);
  const shared = { campaignId: campaign.id, day, mayWrite: may("write"), judgements: OUTREACH_JUDGEMENTS };
  if (show === "first") {
    const next = await readNextOutreach(database.read, campaign, report, day);
    const waysIn = await listWaysIn(database.read, campaign.id, day, next.first);
    return { ...shared, show, next, options: next.first, people: next.people, waysIn };
  }
  const partOf = (all: number) => listPage(url, all).part;
  const { options, people, count } = await readEverybodyRanked(database.read, campaign, report, day, partOf);
  const { page, pages, part } = listPage(url, count);
  return {
    ...shared,
    show,
    options,
    people,
    waysIn: await listWaysIn(database.read, campaign.id, day, options),
    count,
    page,
    pages,
    before: part.offset,
  };
}

export type NextOutreachView = Awaited<ReturnType<typeof nextOutreachView>>;
