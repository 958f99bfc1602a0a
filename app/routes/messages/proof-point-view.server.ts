import { nextReviewBy } from "#app/domain/messages/review-of-proof-point.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { FormValues } from "#app/http/form-values.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import type { RecordedChange } from "#db/history.server.ts";
import { papersCiting } from "#db/queries/message-figures.server.ts";
import { listKeyMessages } from "#db/queries/message-list.server.ts";
import { listObjections } from "#db/queries/objection-list.server.ts";
import { findProofPoint, type ProofPoint } from "#db/queries/proof-point-list.server.ts";
import { historyOf } from "./record-history.server.ts";

export type ProofPointView = {
  base: string;
  today: string;
  homeZone: string;
  mayWrite: boolean;
  proofPoint: ProofPoint;
  messages: readonly { number: number; title: string }[];
  objections: readonly { code: string; name: string }[];
  papers: readonly { id: string; title: string }[];
  changes: readonly RecordedChange[];
  checkValues: FormValues;
};

/** The proof point that the address names; 404 where the campaign has none. */
export async function proofPointHere({ database, campaign, params }: CampaignArrival): Promise<ProofPoint> {
  return (await findProofPoint(database.read, campaign.id, params.code ?? "")) ?? notFound();
}

export async function readProofPointView(arrival: CampaignArrival): Promise<ProofPointView> {
  const { database, campaign, now, home, may, kept } = arrival;
  const { read } = database;
  const proofPoint = await proofPointHere(arrival);
  const { id, code } = proofPoint;
  const today = dateIn(now, WASHINGTON);
  const messages = (await listKeyMessages(read, campaign.id)).filter((one) => one.proofPointIds.includes(id));
  const objections = (await listObjections(read, campaign.id)).filter((one) =>
    one.proofPoints.includes(code),
  );
  const papers = await papersCiting(read, [id]);
  return {
    base: `/c/${campaign.id}`,
    today,
    homeZone: home.homeZone,
    mayWrite: may("write"),
    proofPoint,
    messages: messages.map(({ number, newest }) => ({ number, title: newest.title })),
    objections: objections.map(({ name, code: of }) => ({ code: of, name })),
    papers: papers.get(id) ?? [],
    changes: await historyOf(arrival, "proof_point", id),
    checkValues: kept ?? checkValues(proofPoint, today),
  };
}

function checkValues({ reviewBy, checkedOn, asOf, version }: ProofPoint, today: string): FormValues {
  const next = nextReviewBy(reviewBy, checkedOn ?? asOf, today);
  return { reviewBy: [next === null ? "" : formatDate(next)], version: [String(version)] };
}
