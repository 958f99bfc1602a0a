import { type ReceptionAverage, receptionAverage } from "#app/domain/messages/reception-average.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import type { RecordedChange } from "#db/history.server.ts";
import { type AudienceReception, countHeard, listReceptions } from "#db/queries/message-figures.server.ts";
import { findKeyMessage, type KeyMessage } from "#db/queries/message-list.server.ts";
import { listRevisions, type RevisionWithClearance } from "#db/queries/message-revisions.server.ts";
import { listObjectionsById } from "#db/queries/objection-list.server.ts";
import { listProofPointsById, type ProofPoint } from "#db/queries/proof-point-list.server.ts";
import type { ListedObjection } from "./messages-view.server.ts";
import { historyOf } from "./record-history.server.ts";

/** What every page of one message shows: its head and tabs. */
export type MessageHeadView = {
  base: string;
  today: string;
  homeZone: string;
  mayWrite: boolean;
  mayClear: boolean;
  message: KeyMessage;
  revisions: readonly RevisionWithClearance[];
};

export type MessageView = MessageHeadView & {
  reception: ReceptionAverage | null;
  byAudience: readonly AudienceReception[];
  proofPoints: readonly ProofPoint[];
  objections: readonly ListedObjection[];
  changes: readonly RecordedChange[];
};

/** The message that the address names; 404 where the campaign has none. */
export async function messageHere({ database, campaign, params }: CampaignArrival): Promise<KeyMessage> {
  return (await findKeyMessage(database.read, campaign.id, params.number ?? "")) ?? notFound();
}

export async function readMessageHead(arrival: CampaignArrival): Promise<MessageHeadView> {
  const { database, campaign, now, home, may } = arrival;
  const message = await messageHere(arrival);
  return {
    base: `/c/${campaign.id}`,
    today: dateIn(now, WASHINGTON),
    homeZone: home.homeZone,
    mayWrite: may("write"),
    mayClear: may("clear for the embassy") || may("clear for the ministry"),
    message,
    revisions: await listRevisions(database.read, message.id),
  };
}

export async function readMessageView(arrival: CampaignArrival): Promise<MessageView> {
  const { read } = arrival.database;
  const head = await readMessageHead(arrival);
  const { message } = head;
  const [cells, proofPoints, objections, heard, changes] = await Promise.all([
    listReceptions(read, arrival.campaign.id, message.id),
    listProofPointsById(read, message.proofPointIds),
    listObjectionsById(read, message.objectionIds),
    countHeard(read, message.objectionIds),
    historyOf(arrival, "key_message", message.id),
  ]);
  return {
    ...head,
    reception: receptionAverage(cells),
    byAudience: cells,
    proofPoints: inOrder(proofPoints, message.proofPointIds),
    objections: inOrder(objections, message.objectionIds).map((objection) => ({
      ...objection,
      ...(heard.get(objection.id) ?? { heard: 0, answered: 0 }),
    })),
    changes,
  };
}

function inOrder<T extends { id: string }>(records: readonly T[], ids: readonly string[]): T[] {
  return ids.flatMap((id) => records.filter((record) => record.id === id));
}
