import { librarySentence } from "#app/domain/messages/library-sentence.ts";
import { type ReceptionAverage, receptionAverage } from "#app/domain/messages/reception-average.ts";
import { reviewState } from "#app/domain/messages/review-of-proof-point.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { listClearedRevisions } from "#db/queries/cleared-wordings.server.ts";
import {
  type AudienceReception,
  countHeard,
  type Heard,
  listReceptions,
  papersCiting,
} from "#db/queries/message-figures.server.ts";
import { type KeyMessage, listKeyMessages } from "#db/queries/message-list.server.ts";
import { listObjections, type Objection } from "#db/queries/objection-list.server.ts";
import { listProofPoints, type ProofPoint } from "#db/queries/proof-point-list.server.ts";

/** A message as the list shows it. */
export type ListedMessage = {
  message: KeyMessage;
  reception: ReceptionAverage | null;
  lastUsed: { on: string; audience: string } | null;
  proofPoints: number;
  stale: readonly string[];
  objections: readonly ListedObjection[];
  hasEarlierCleared: boolean;
};

export type ListedObjection = Objection & Heard;

/** A proof point that is past its review date or soon will be, and where it stands. */
export type DueProofPoint = {
  proofPoint: ProofPoint;
  messages: readonly number[];
  objections: readonly string[];
  papers: number;
};

export type MessagesView = {
  base: string;
  today: string;
  mayWrite: boolean;
  sentence: string;
  messages: readonly ListedMessage[];
  retired: readonly KeyMessage[];
  due: readonly DueProofPoint[];
  proofPointCount: number;
  objections: readonly ListedObjection[];
};

export async function readMessagesView({
  database,
  campaign,
  now,
  may,
}: CampaignArrival): Promise<MessagesView> {
  const { read } = database;
  const today = dateIn(now, WASHINGTON);
  const messages = await listKeyMessages(read, campaign.id);
  const inUse = messages.filter((message) => message.retiredAt === null);
  const proofPoints = await listProofPoints(read, campaign.id, { retired: false });
  const objections = await withHeard(read, await listObjections(read, campaign.id));
  const receptions = await listReceptions(read, campaign.id);
  const cleared = await listClearedRevisions(
    read,
    inUse.map((message) => message.id),
  );
  const due = await dueProofPoints(read, { messages: inUse, proofPoints, objections, today });
  const stale = due.filter((one) => isStale(one.proofPoint, today));
  return {
    base: `/c/${campaign.id}`,
    today,
    mayWrite: may("write"),
    sentence: librarySentence({
      messages: inUse.length,
      cleared: inUse.filter((message) => message.status.status === "cleared").length,
      staleProofPoints: stale.length,
      papersWithStale: await countPapers(read, stale),
    }),
    messages: inUse.map((message) =>
      listed(message, { proofPoints, objections, receptions, today, isCleared: cleared.has(message.id) }),
    ),
    retired: messages.filter((message) => message.retiredAt !== null),
    due,
    proofPointCount: proofPoints.length,
    objections,
  };
}

type Read = CampaignArrival["database"]["read"];

function isStale({ reviewBy }: ProofPoint, today: string): boolean {
  return reviewState(reviewBy, today).state === "stale";
}

async function withHeard(read: Read, objections: readonly Objection[]): Promise<ListedObjection[]> {
  const heard = await countHeard(
    read,
    objections.map((objection) => objection.id),
  );
  return objections.map((objection) => ({
    ...objection,
    ...(heard.get(objection.id) ?? { heard: 0, answered: 0 }),
  }));
}

async function countPapers(read: Read, stale: readonly DueProofPoint[]): Promise<number> {
  const papers = await papersCiting(
    read,
    stale.map((one) => one.proofPoint.id),
  );
  return new Set([...papers.values()].flat().map((paper) => paper.id)).size;
}

type Context = {
  proofPoints: readonly ProofPoint[];
  objections: readonly ListedObjection[];
  receptions: readonly AudienceReception[];
  today: string;
  isCleared: boolean;
};

function listed(
  message: KeyMessage,
  { proofPoints, objections, receptions, today, isCleared }: Context,
): ListedMessage {
  const cells = receptions.filter((cell) => cell.messageId === message.id);
  const own = proofPoints.filter((proofPoint) => message.proofPointIds.includes(proofPoint.id));
  const [last] = cells;
  return {
    message,
    reception: receptionAverage(cells),
    lastUsed: last ? { on: last.lastOn, audience: last.audienceName } : null,
    proofPoints: own.length,
    stale: own.filter((proofPoint) => isStale(proofPoint, today)).map((proofPoint) => proofPoint.code),
    objections: objections.filter((objection) => message.objectionIds.includes(objection.id)),
    hasEarlierCleared: isCleared && message.status.status !== "cleared",
  };
}

async function dueProofPoints(
  read: Read,
  {
    messages,
    proofPoints,
    objections,
    today,
  }: Pick<Context, "proofPoints" | "objections" | "today"> & {
    messages: readonly KeyMessage[];
  },
): Promise<DueProofPoint[]> {
  const due = proofPoints
    .filter(({ reviewBy }) => ["stale", "due soon"].includes(reviewState(reviewBy, today).state))
    .toSorted((one, other) => ((one.reviewBy ?? "") < (other.reviewBy ?? "") ? -1 : 1));
  const papers = await papersCiting(
    read,
    due.map((proofPoint) => proofPoint.id),
  );
  return due.map((proofPoint) => ({
    proofPoint,
    messages: messages.filter((one) => one.proofPointIds.includes(proofPoint.id)).map((one) => one.number),
    objections: objections.filter((one) => one.proofPoints.includes(proofPoint.code)).map((one) => one.code),
    papers: papers.get(proofPoint.id)?.length ?? 0,
  }));
}
