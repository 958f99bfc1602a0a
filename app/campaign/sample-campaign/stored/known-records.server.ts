import type { Kysely } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { Sample } from "../sample-campaign.ts";
import { sampleId } from "./scribe.server.ts";

/** Where the records are that events, notes and papers point to; asking for one that is not there throws. */
export type Known = {
  messageId(campaign: string, number: number): string;
  /** The revision that was the newest one at that time. */
  revisionId(campaign: string, number: number, at: Date): string;
  objectionId(campaign: string, code: string): string;
  /** What the campaign wants of the audience, or null where it has no objective for it. */
  objectiveId(campaign: string, audience: string): string | null;
};

/** Reads the library as it was written, so that everything else can point to it. */
export async function readKnown(read: Kysely<Schema>, sample: Sample): Promise<Known> {
  const revisions = await read
    .selectFrom("message_revision")
    .innerJoin("key_message", "key_message.id", "message_revision.key_message_id")
    .select(["campaign_id", "key_message.id as message_id", "key_message.number"])
    .select(["message_revision.id", "message_revision.made_at"])
    .orderBy("message_revision.number")
    .execute();
  const objections = await read.selectFrom("objection").select(["id", "campaign_id", "code"]).execute();
  const of = (campaign: string, number: number) =>
    revisions.filter((one) => one.campaign_id === campaign && one.number === number);
  return {
    messageId: (campaign, number) => present(of(campaign, number)[0]?.message_id, `message ${number}`),
    revisionId: (campaign, number, at) => {
      const all = of(campaign, number);
      const inUse = all.findLast((one) => one.made_at <= at.toISOString()) ?? all[0];
      return present(inUse?.id, `message ${number}`);
    },
    objectionId: (campaign, code) => {
      const found = objections.find((one) => one.campaign_id === campaign && one.code === code);
      return present(found?.id, `objection ${code}`);
    },
    objectiveId: (campaign, audience) => {
      const found = sample.objectives.find((one) => one.campaign === campaign && one.audience === audience);
      return found === undefined ? null : sampleId("objective", found.key);
    },
  };
}

function present(id: string | undefined, what: string): string {
  if (id === undefined) throw new Error(`The sample points to ${what}, which its library lacks`);
  return id;
}
