import { mayPlaceHold } from "#app/campaign/holds/hold.ts";
import { listCampaignsOfAccount } from "#app/http/campaigns-of-account.server.ts";
import type { SignedInArrival } from "#app/http/page.server.ts";
import { isAllowed } from "#app/http/permission.ts";
import { searchWords } from "#app/text/search-words.ts";
import { formatDay } from "#app/time/format.ts";
import { type Act, actsFor } from "./acts.ts";
import { FIND_GROUPS, type FoundRecord } from "./found-record.ts";
import { listMessagesToHold, listRecent, listToLog } from "./palette-lists.server.ts";
import { listFound } from "./search.server.ts";

/** As many as stand in one group; the find page has them all. */
const FEW = 5;
/** As many matches as are read in each way of looking: newer work must not leave a group empty. */
const READ = 100;

export type PaletteGroup = { name: string; records: readonly FoundRecord[]; acts: readonly Act[] };

/** What the palette lists for the words typed in the campaign that is open: before anything is typed, what the reader changed last. */
export async function readPalette(arrival: SignedInArrival, typed: string, open: string) {
  const { account, database } = arrival;
  const own = await listCampaignsOfAccount(database.read, account.id);
  // The campaign that is open comes first: in it people are read, and its acts are offered.
  const campaigns = [
    ...own.filter(({ campaign }) => campaign.id === open),
    ...own.filter(({ campaign }) => campaign.id !== open),
  ];
  const ids = campaigns.map(({ campaign }) => campaign.id);
  const words = searchWords(typed);
  const records =
    words.length === 0
      ? await listRecent(database.read, account.id, ids, FEW)
      : (await listFound(database.read, words, ids, READ)).rows;
  const [here] = campaigns;
  const acts = here === undefined ? [] : await actsIn(arrival, here, words, records);
  return {
    words,
    /** The names of the reader's other campaigns. */
    others: new Map(campaigns.slice(1).map(({ campaign }) => [campaign.id, campaign.name])),
    groups: words.length === 0 ? groupsAtRest(records, acts) : groupsOf(records, acts),
  };
}

async function actsIn(
  { database, account, now, today }: SignedInArrival,
  { campaign, role }: Awaited<ReturnType<typeof listCampaignsOfAccount>>[number],
  words: readonly string[],
  records: readonly FoundRecord[],
): Promise<readonly Act[]> {
  if (!isAllowed(role, "write")) return [];
  const campaignId = campaign.id;
  const mayHold = mayPlaceHold({ role, isHeadOfMission: campaign.headOfMissionId === account.id });
  const here = records.filter((record) => record.campaignId === campaignId);
  const events = here.filter(({ kind }) => kind === "outreach event").map(({ id }) => id);
  const [messages, toLog] =
    words.length === 0
      ? [[], []]
      : await Promise.all([
          listMessagesToHold(database.read, campaignId),
          events.length === 0 ? [] : listToLog(database.read, { campaignId, events, now }),
        ]);
  return actsFor(words, {
    campaignId,
    mayHold,
    messages,
    audiences: here.filter(({ kind }) => kind === "audience").slice(0, 1),
    toLog: toLog.slice(0, 1).map((one) => ({ ...one, day: formatDay(one.day, today) })),
  });
}

function groupsAtRest(records: readonly FoundRecord[], acts: readonly Act[]): readonly PaletteGroup[] {
  return [
    { name: "Recently changed by you", records, acts: [] },
    { name: "Do", records: [], acts },
  ].filter(isFilled);
}

/** People and audiences first, then what can be done, then the rest in the order of the find page. */
function groupsOf(records: readonly FoundRecord[], acts: readonly Act[]): readonly PaletteGroup[] {
  const [people, ...others] = FIND_GROUPS.map(({ name, kinds }) => ({
    name,
    records: records.filter(({ kind }) => kinds.some((one) => one === kind)).slice(0, FEW),
    acts: [],
  }));
  const doing = { name: "Do", records: [], acts: acts.slice(0, FEW) };
  return [...(people === undefined ? [] : [people]), doing, ...others].filter(isFilled);
}

function isFilled({ records, acts }: PaletteGroup): boolean {
  return records.length + acts.length > 0;
}
