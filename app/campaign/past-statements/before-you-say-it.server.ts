import { shortSource } from "#app/campaign/paper-text/assembled-paper.ts";
import { listFootnotes } from "#app/campaign/paper-text/footnotes.server.ts";
import { blocksInOrder, type Footnote, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { textHash } from "#app/text/text-hash.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { compareWithTold, identityOf } from "./compare.ts";
import type { Difference } from "./difference.ts";
import { type EvidenceSince, evidenceSince } from "./evidence-differences.ts";
import { MEETINGS_READ } from "./meetings.server.ts";
import { type Hearers, hearersInCommon } from "./office.ts";
import type { PastStatement, ToldPoint } from "./past-statement.ts";
import { findHearers } from "./people.server.ts";
import { mentionsBoth } from "./say-it-openly.ts";
import { asSeenBy, maySayIn } from "./seen-by.ts";
import { listOwnCampaigns, listPastStatements } from "./store.server.ts";

type Planned = {
  event: { id: string; startsAt: Date };
  paper: { id: string; text: TalkingPoints; stage: string } | null;
};

/** What these people have heard and where the paper says otherwise, before anything is left out for a reader. */
export async function compareForEvent(arrival: CampaignArrival, { event, paper }: Planned) {
  const { campaign, database, account } = arrival;
  const { read } = database;
  const hearers = await findHearers(read, event.id);
  // The day on the event's own clock may be a day ahead of Washington's; the instant decides.
  const day = addDays(dateIn(event.startsAt, WASHINGTON), 1);
  const before = { campaignId: campaign.id, eventId: event.id, startsAt: event.startsAt, day };
  const statements = await listPastStatements(read, before, hearers);
  const differences = paper === null ? [] : compareWithTold(paper.text, statements, hearers);
  return { hearers, statements, differences, campaigns: await listOwnCampaigns(read, account.id) };
}

/** So many of the latest occasions stand beside other things. */
const OCCASIONS_SHOWN = 3;

/**
 * What the people of an event have heard from us on the latest occasions, and the points that say otherwise than on any, as
 * this reader may see it.
 */
export async function beforeYouSayIt(arrival: CampaignArrival, planned: Planned, most = OCCASIONS_SHOWN) {
  const { hearers, statements, differences, campaigns } = await compareForEvent(arrival, planned);
  const { campaign, may, today, database } = arrival;
  const mayWrite = may("write") && planned.paper !== null && planned.paper.stage !== "used";
  const own = statements.filter(({ campaignId, points }) => campaigns.has(campaignId) && points.length > 0);
  const shown = own.slice(0, most);
  const cited = shown.flatMap(({ points }) => points.flatMap(({ footnotes }) => footnotes));
  const live = await listFootnotes(database.read, [...new Set(cited.map((one) => one.proofPointId))]);
  const evidence: Evidence = { live, today };
  const isOpen = (one: Difference) => !isSaidIn(one, planned.paper?.text ?? null);
  return {
    differing: { count: differences.length, saidOpenly: differences.filter((one) => !isOpen(one)).length },
    page: addressOf.told(campaign.id, planned.event.id),
    isKnownWho: hearers.contactIds.length + hearers.offices.length > 0,
    isCut: statements.length >= MEETINGS_READ,
    hasPaper: planned.paper !== null,
    heardOn: own.length,
    occasions: shown.map((statement) => occasionOf(statement, hearers, campaign.id, evidence)),
    differences: differences.map((one) => ({
      key: keyOf(one),
      kind: one.kind,
      day: one.statement.day,
      whom: namesInCommon(one.statement, hearers, campaigns.has(one.statement.campaignId)),
      point: one.planned.number,
      block: `${addressOf.paper(campaign.id, planned.paper?.id ?? "")}#${one.planned.block.id}`,
      plannedText: one.planned.block.text,
      maySayIt: mayWrite && maySayIn(campaign.id, one),
      isSaidOpenly: !isOpen(one),
      ...asSeenBy(one, campaigns),
    })),
  };
}

export type BeforeYouSayIt = Awaited<ReturnType<typeof beforeYouSayIt>>;

/** What a difference goes by in a form; it tells nothing about the other campaign. */
export function keyOf(difference: Difference): string {
  return textHash([identityOf(difference)]).slice(0, 24);
}

/** Whether the paper says the difference openly already, in any block but what to avoid. */
function isSaidIn(difference: Difference, text: TalkingPoints | null): boolean {
  const blocks = text === null ? [] : blocksInOrder(text).filter(({ section }) => section !== "avoid");
  return blocks.some((block) => mentionsBoth(difference, block.text));
}

/** Of those who come, the people who were there and the offices that heard it; in another campaign offices alone. */
function namesInCommon(
  { people, hearers: heard }: PastStatement,
  hearers: Hearers,
  isOwn: boolean,
): string[] {
  const shared = hearersInCommon(hearers, heard);
  const offices = shared.offices.map(({ name }) => name);
  if (!isOwn) return offices.length > 0 ? offices : ["Someone who will be there"];
  const there = people
    .filter(({ contactId }) => shared.contactIds.includes(contactId))
    .map(({ name }) => name);
  return there.length > 0 ? there : offices;
}

type Evidence = { live: ReadonlyMap<string, Footnote>; today: CalendarDate };

function occasionOf(statement: PastStatement, hearers: Hearers, campaignId: string, evidence: Evidence) {
  const { eventId, title, day, by } = statement;
  return {
    href: addressOf.event(statement.campaignId, eventId),
    title,
    day,
    by,
    isOtherCampaign: statement.campaignId !== campaignId,
    whom: namesInCommon(statement, hearers, true),
    points: statement.points.map((point) => pointOf(point, evidence)),
  };
}

function pointOf({ footnotes, messageId: _, ...point }: ToldPoint, { live, today }: Evidence) {
  return {
    ...point,
    evidence: footnotes.map((told) => evidenceOf(told, live.get(told.proofPointId) ?? null, today)),
  };
}

function evidenceOf(told: Footnote, now: Footnote | null, today: CalendarDate) {
  const since: EvidenceSince = evidenceSince(told, now, today);
  return { proofPointId: told.proofPointId, source: shortSource(told), since };
}
