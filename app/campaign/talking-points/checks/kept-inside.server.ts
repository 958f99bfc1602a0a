import type { Kysely } from "kysely";
import type { Schema } from "#db/schema.ts";
import { listFootnotes } from "../footnotes.server.ts";
import type { KeptInside } from "./for-outsiders.ts";

/** What a campaign's library keeps inside, retired records too: internal proof points, and difficult questions. */
export async function readKeptInside(read: Kysely<Schema>, campaignId: string): Promise<KeptInside> {
  const internal = await read
    .selectFrom("proof_point")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("disclosure", "=", "internal")
    .execute();
  const questions = await read
    .selectFrom("objection")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("is_difficult_question", "=", 1)
    .execute();
  const facts = await listFootnotes(
    read,
    internal.map(({ id }) => id),
  );
  return { facts: [...facts.values()], difficultQuestions: new Set(questions.map(({ id }) => id)) };
}
