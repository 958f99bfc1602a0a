import type { Side } from "#app/campaign/clearances/clearance-status.ts";
import { insertClearance } from "#app/campaign/clearances/store.server.ts";
import { importLibrary } from "#app/campaign/messages/library/import.server.ts";
import { wordsToSayHash } from "#app/campaign/messages/message-words.ts";
import { findPaper, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { startPaper } from "#app/campaign/talking-points/from-event/planned-paper.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now, system } from "../author.ts";
import { addAccount, addCampaign } from "./campaign.ts";
import { library, libraryMessage, libraryProofPoint } from "./library.ts";
import { addEvent } from "./outreach-event.ts";

export function by(accountId: string): Author {
  return { accountId, channel: "web", now };
}

export const inCampaign = { submission: null, campaignId: "esa" };

/**
 * A campaign with an officer, both clearers and a reader; its library is cleared by one side, with one stale proof
 * point.
 */
export async function addTeamAndLibrary(database: Database, authority: Side = "ministry"): Promise<void> {
  await addCampaign(database, "esa", { handling: "TLP:AMBER" });
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Petr", { esa: "embassy clearer" });
  await addAccount(database, "Tomas", { esa: "ministry clearer" });
  await addAccount(database, "Alena", { esa: "reader" });
  const files = library({
    messages: [
      libraryMessage({ avoid: "Never say exit." }),
      libraryMessage({ number: 2, title: "Not cleared yet", talkingPoint: "A draft.", objections: [] }),
    ],
    proofPoints: [
      libraryProofPoint(),
      libraryProofPoint({ code: "P2", claim: "A stale claim.", reviewBy: "2026-03-31" }),
    ],
  });
  await importLibrary(database, system, "esa", files);
  await clearFirstMessage(database, authority);
}

const CLEARERS = { embassy: "petr", ministry: "tomas" } as const;

async function clearFirstMessage(database: Database, authority: Side): Promise<void> {
  const { read } = database;
  const revision = await read
    .selectFrom("message_revision")
    .innerJoin("key_message", "key_message.id", "message_revision.key_message_id")
    .select(["message_revision.id", "text_hash"])
    .where("key_message.number", "=", 1)
    .executeTakeFirstOrThrow();
  const objection = await read.selectFrom("objection").selectAll().executeTakeFirstOrThrow();
  const clearance = { campaignId: "esa", content: {}, authority, isOwnDraft: false } as const;
  await database.change(by(CLEARERS[authority]), inCampaign, async (change) => {
    await insertClearance(change, {
      ...clearance,
      subject: { kind: "message revision", id: revision.id },
      hash: revision.text_hash,
    });
    await insertClearance(change, {
      ...clearance,
      subject: { kind: "objection", id: objection.id },
      hash: wordsToSayHash({ name: objection.name, wordsToSay: objection.words_to_say }),
    });
    change.describe({
      recordKind: "library",
      recordId: "esa",
      action: "cleared",
      summary: "Cleared",
      location: "/",
    });
    return { ok: true };
  });
}

/** Plans an event with the first message (and others by number) and starts its paper in Jana's name. */
export async function addPaper(
  database: Database,
  numbers: readonly number[] = [1],
  audienceIds: readonly string[] = [],
): Promise<StoredPaper> {
  const messages = await database.read
    .selectFrom("key_message")
    .select("id")
    .where("number", "in", numbers)
    .orderBy("number")
    .execute();
  const messageIds = messages.map((message) => message.id);
  const eventId = await addEvent(database, "esa", {
    title: "State, European bureau",
    messageIds,
    audienceIds,
  });
  const started = await database.change(by("jana"), inCampaign, (change) =>
    startPaper(change, { campaignId: "esa", eventId }),
  );
  if (!started.ok) throw new Error(started.reason);
  return storedPaper(database, started.location.split("/").at(-1) ?? "");
}

export async function storedPaper(database: Database, paperId: string): Promise<StoredPaper> {
  const paper = await findPaper(database.read, "esa", paperId);
  if (paper === null) throw new Error("The paper is not there");
  return paper;
}
