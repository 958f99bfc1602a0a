import { sql } from "kysely";
import { countHeard, type Heard, NEVER_HEARD } from "#app/campaign/effectiveness/objections-heard.server.ts";
import { readPooledReception } from "#app/campaign/effectiveness/reception-report.server.ts";
import { type PooledReception, receptionOfMessage } from "#app/campaign/effectiveness/reception-report.ts";
import { listHoldsOnMessages } from "#app/campaign/holds/marked-by-holds.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, listPage } from "#app/http/page.server.ts";
import type { Figure } from "#app/method/figure.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import { listClearedRevisions } from "./cleared-wordings.server.ts";
import {
  listObjectionsOfMessages,
  listProofPointsOfMessages,
  type ObjectionOfMessage,
} from "./evidence.server.ts";
import { type LibraryStanding, librarySentence } from "./library/library-in-words.ts";
import { type KeyMessage, listMessagesInUse, listRetiredMessages } from "./list.server.ts";
import { type AudienceReception, listReceptionsOfMessages } from "./message-reception.server.ts";
import { isInEffect } from "./message-status.ts";
import { listObjectionsInUse, withHeard } from "./objections/list.server.ts";
import { readDue } from "./proof-points/proof-point-view.server.ts";
import { DUE_SOON_DAYS } from "./proof-points/stale-evidence.ts";

/** A message as the list shows it. */
export type ListedMessage = {
  isOnHold: boolean;
  message: KeyMessage;
  isInEffect: boolean;
  /** Over all audiences. */
  figure: Figure | null;
  lastUsed: { on: CalendarDate; audience: string } | null;
  proofPoints: number;
  stale: readonly string[];
  objections: readonly (ObjectionOfMessage & Heard)[];
  hasEarlierCleared: boolean;
};

export type MessagesView = Awaited<ReturnType<typeof readMessagesView>>;

const MESSAGES_ON_A_PAGE = 10;
/** As many of a list as stand under the messages; the rest has a page of its own. */
const FEW = 10;

export async function readMessagesView(arrival: CampaignArrival) {
  const { database, campaign, today, may, url } = arrival;
  const { read } = database;
  const dueBy = addDays(today, DUE_SOON_DAYS);
  const counts = await countLibrary(read, campaign.id, { today, dueBy });
  const { page, pages, part } = listPage(url, counts.messages, MESSAGES_ON_A_PAGE);
  const [reception, messages, retired, due, objections] = await Promise.all([
    readPooledReception(read, campaign, today),
    listMessagesInUse(read, campaign.id, part),
    listRetiredMessages(read, campaign.id),
    readDue(read, campaign.id, dueBy, { ownerAccountId: null, offset: 0, limit: FEW }),
    listObjectionsInUse(read, campaign.id, { offset: 0, limit: FEW }),
  ]);
  return {
    base: addressOf.overview(campaign.id),
    mayWrite: may("write"),
    today,
    counts,
    page,
    pages,
    retired,
    due,
    sentence: librarySentence(counts),
    messages: await listed(read, { campaignId: campaign.id, reception, today }, messages),
    objections: await withHeard(read, objections),
  };
}

type Read = CampaignArrival["database"]["read"];

async function listed(
  read: Read,
  { campaignId, reception, today }: { campaignId: string; reception: PooledReception; today: CalendarDate },
  messages: readonly KeyMessage[],
): Promise<ListedMessage[]> {
  const ids = messages.map((message) => message.id);
  const [proofPoints, objections, cells, cleared, holds] = await Promise.all([
    listProofPointsOfMessages(read, ids),
    listObjectionsOfMessages(read, ids),
    listReceptionsOfMessages(read, campaignId, ids),
    listClearedRevisions(read, ids),
    listHoldsOnMessages(read, ids),
  ]);
  const heard = await countHeard(read, [...new Set(objections.map((objection) => objection.id))]);
  return messages.map((message) => {
    const own = proofPoints.filter((proofPoint) => proofPoint.messageId === message.id);
    const stale = own.filter(({ reviewBy }) => reviewBy !== null && reviewBy < today);
    return {
      message,
      isOnHold: holds.has(message.id),
      isInEffect: isInEffect(message, today),
      figure: receptionOfMessage(reception, message.id).overAll?.figure ?? null,
      lastUsed: lastUseIn(cells.filter((cell) => cell.messageId === message.id)),
      proofPoints: own.length,
      stale: stale.map(({ code }) => code),
      objections: objections
        .filter((objection) => objection.messageId === message.id)
        .map((objection) => ({ ...objection, ...(heard.get(objection.id) ?? NEVER_HEARD) })),
      hasEarlierCleared: cleared.has(message.id) && message.status.status !== "cleared",
    };
  });
}

function lastUseIn([last]: readonly AudienceReception[]): ListedMessage["lastUsed"] {
  return last === undefined ? null : { on: last.lastOn, audience: last.audienceName };
}

/** What a campaign's library holds, in numbers, and how much of it is past its review date on a day. */
type LibraryCounts = LibraryStanding & { due: number; objections: number };

/**
 * The state of a campaign's library in numbers. A message is cleared when the ministry has cleared the exact text of
 * its newest revision, which counts for both sides; `dueBy` is the last review date that counts as due.
 */
async function countLibrary(
  read: Queries,
  campaignId: string,
  { today, dueBy }: { today: CalendarDate; dueBy: CalendarDate },
): Promise<LibraryCounts> {
  const { rows } = await sql<LibraryCounts>`
    SELECT
      (SELECT count(*) FROM key_message WHERE campaign_id = ${campaignId} AND retired_at IS NULL) AS messages,
      (SELECT count(*) FROM key_message m JOIN message_revision r ON r.key_message_id = m.id
        WHERE m.campaign_id = ${campaignId} AND m.retired_at IS NULL
          AND r.number = (SELECT max(number) FROM message_revision WHERE key_message_id = m.id)
          AND EXISTS (SELECT 1 FROM clearance c WHERE c.subject_kind = 'message revision' AND c.subject_id = r.id
            AND c.text_hash = r.text_hash AND c.authority = 'ministry')) AS cleared,
      (SELECT count(*) FROM proof_point WHERE campaign_id = ${campaignId} AND retired_at IS NULL) AS proofPoints,
      (SELECT count(*) FROM proof_point WHERE campaign_id = ${campaignId} AND retired_at IS NULL
        AND review_by <= ${dueBy}) AS due,
      (SELECT count(*) FROM proof_point WHERE campaign_id = ${campaignId} AND retired_at IS NULL
        AND review_by < ${today}) AS staleProofPoints,
      (SELECT count(DISTINCT b.talking_points_id) FROM proof_point p
        JOIN talking_points_footnote f ON f.proof_point_id = p.id
        JOIN talking_points_block b ON b.id = f.talking_points_block_id
        JOIN talking_points t ON t.id = b.talking_points_id
        WHERE p.campaign_id = ${campaignId} AND p.retired_at IS NULL AND p.review_by < ${today}
          AND t.retired_at IS NULL) AS papersWithStale,
      (SELECT count(*) FROM objection WHERE campaign_id = ${campaignId} AND retired_at IS NULL) AS objections
  `.execute(read);
  const [counts] = rows;
  if (counts === undefined) throw new Error("Counting gives one row");
  return counts;
}
