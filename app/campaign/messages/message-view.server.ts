import type { Side } from "#app/campaign/clearances/clearance-status.ts";
import { countHeard, type Heard, NEVER_HEARD } from "#app/campaign/effectiveness/objections-heard.server.ts";
import { heldViews, holderOf } from "#app/campaign/holds/held.server.ts";
import { mayPlaceHold } from "#app/campaign/holds/hold.ts";
import { listHoldsOnMessages } from "#app/campaign/holds/marked-by-holds.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { HeldView } from "#app/ui/notices.tsx";
import { listRetiredProofPointsOf } from "./evidence.server.ts";
import { countFramings } from "./framings/framing-list.server.ts";
import { listedFramings } from "./framings/framing-uses.server.ts";
import { findKeyMessage, type KeyMessage } from "./list.server.ts";
import { readReceptionOf, receptionOfNewest } from "./message-reception.server.ts";
import { listObjectionsById, type Objection } from "./objections/list.server.ts";
import { listProofPointsById } from "./proof-points/list.server.ts";
import { historyOf, listRevisions, type RevisionWithClearance } from "./revisions.server.ts";

/** What every page of one message shows: its head and tabs. */
export type MessageHeadView = {
  base: string;
  today: CalendarDate;
  mayWrite: boolean;
  /** The side for which the reader clears; null for those who do not. */
  clearsFor: Side | null;
  message: KeyMessage;
  revisionCount: number;
  /** The hold that lies on it. */
  held: readonly HeldView[];
  mayPlaceHold: boolean;
  framingCount: number;
};

export type MessageWithRevisions = MessageHeadView & { revisions: readonly RevisionWithClearance[] };

export type MessageView = Awaited<ReturnType<typeof readMessageView>>;

/** An objection as the page of a message shows it. */
export type AnsweredObjection = Pick<
  Objection,
  "id" | "code" | "name" | "wordsToSay" | "noteToSpeaker" | "isDifficultQuestion" | "evidence"
> &
  Heard & { clearance: { authority: Side } | null };

const NEWEST_CHANGES = 5;

/** The message that the address names; 404 where the campaign has none. */
export async function messageHere({ database, campaign, params }: CampaignArrival): Promise<KeyMessage> {
  return (await findKeyMessage(database.read, campaign.id, params.number ?? "")) ?? notFound();
}

export async function readMessageHead(arrival: CampaignArrival): Promise<MessageWithRevisions> {
  const { database, campaign, today, may } = arrival;
  const message = await messageHere(arrival);
  const revisions = await listRevisions(database.read, message.id);
  return {
    base: addressOf.overview(campaign.id),
    today,
    mayWrite: may("write"),
    clearsFor: arrival.clearsFor,
    message,
    revisionCount: revisions.length,
    framingCount: await countFramings(database.read, message.id),
    held: await heldViews(arrival, await holdsOn(arrival, message.id)),
    mayPlaceHold: message.retiredAt === null && mayPlaceHold(holderOf(arrival)),
    revisions,
  };
}

async function holdsOn({ database }: CampaignArrival, messageId: string) {
  return (await listHoldsOnMessages(database.read, [messageId])).get(messageId) ?? [];
}

export async function readMessageView(arrival: CampaignArrival) {
  const { read } = arrival.database;
  const { revisions, ...head } = await readMessageHead(arrival);
  const { message } = head;
  const [reception, proofPoints, objections, heard, history] = await Promise.all([
    readReceptionOf(arrival, message.id),
    listProofPointsById(read, message.proofPointIds),
    listObjectionsById(read, message.objectionIds),
    countHeard(read, message.objectionIds),
    historyShown(arrival, message.id),
  ]);
  return {
    ...head,
    /** The newest revision and the one before. */
    latest: revisions.slice(0, 2),
    /** The number of the newest revision that is cleared. */
    cleared: revisions.find((revision) => revision.clearance !== null)?.number ?? null,
    reception,
    /** How the newest wording is received by itself; null where nothing was rated that was said in it. */
    newestAlone: await receptionOfNewest(arrival, message),
    framings: await listedFramings(arrival, message.id, reception),
    proofPoints: inOrder(proofPoints, message.proofPointIds),
    objections: inOrder(objections, message.objectionIds).map((objection) =>
      answeredObjection(objection, heard.get(objection.id) ?? NEVER_HEARD),
    ),
    /** Retired proof points that are still tied to the message. */
    retiredProofPoints: await listRetiredProofPointsOf(read, message.id),
    ...history,
  };
}

function answeredObjection(objection: Objection, heard: Heard): AnsweredObjection {
  const { clearance, ...shown } = objection;
  const { id, code, name, wordsToSay, noteToSpeaker, isDifficultQuestion, evidence } = shown;
  const cleared = clearance === null ? null : { authority: clearance.authority };
  const words = { wordsToSay, noteToSpeaker, isDifficultQuestion, evidence };
  return { id, code, name, ...words, clearance: cleared, ...heard };
}

/** The newest changes of the message; all of them where the address asks for that. */
async function historyShown(arrival: CampaignArrival, messageId: string) {
  if (arrival.url.searchParams.get("history") === "all") {
    return { changes: await historyOf(arrival, "key_message", messageId), hasEarlierChanges: false };
  }
  const newest = await historyOf(arrival, "key_message", messageId, NEWEST_CHANGES + 1);
  return { changes: newest.slice(0, NEWEST_CHANGES), hasEarlierChanges: newest.length > NEWEST_CHANGES };
}

function inOrder<T extends { id: string }>(records: readonly T[], ids: readonly string[]): T[] {
  return ids.flatMap((id) => records.filter((record) => record.id === id));
}
