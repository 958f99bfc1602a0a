import { countHeard, NEVER_HEARD } from "#app/campaign/effectiveness/objections-heard.server.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { listMessagesOfObjection } from "../../evidence.server.ts";
import { wordsToSayHash } from "../../message-words.ts";
import { listProofPointsByCode } from "../../proof-points/list.server.ts";
import { listSourcesByCode } from "../../proof-points/sources.server.ts";
import { historyOf } from "../../revisions.server.ts";
import { findObjection, type Objection } from "../list.server.ts";

export type ObjectionView = Awaited<ReturnType<typeof readObjectionView>>;

/** The objection that the address names; 404 where the campaign has none. */
export async function objectionHere({ database, campaign, params }: CampaignArrival): Promise<Objection> {
  return (await findObjection(database.read, campaign.id, params.code ?? "")) ?? notFound();
}

export async function readObjectionView(arrival: CampaignArrival) {
  const { database, campaign, may } = arrival;
  const { read } = database;
  const objection = await objectionHere(arrival);
  const [sources, proofPoints, messages, heard] = await Promise.all([
    listSourcesByCode(read, campaign.id, objection.sources),
    listProofPointsByCode(read, campaign.id, objection.proofPoints),
    listMessagesOfObjection(read, objection.id),
    countHeard(read, [objection.id]),
  ]);
  return {
    base: `/c/${campaign.id}`,
    mayWrite: may("write"),
    /** The side for which the reader clears; null for those who do not. */
    clearsFor: arrival.clearsFor,
    objection,
    heard: heard.get(objection.id) ?? NEVER_HEARD,
    wordsHash: wordsToSayHash(objection),
    sources: withCodes(sources, objection.sources),
    proofPoints: withCodes(proofPoints, objection.proofPoints),
    messages,
    changes: await historyOf(arrival, "objection", objection.id),
  };
}

function withCodes<T extends { code: string }>(records: readonly T[], codes: readonly string[]): T[] {
  return codes.flatMap((code) => records.filter((record) => record.code === code));
}
