import { clearNewestRevision, editMessage } from "#app/campaign/messages/acts.server.ts";
import { importLibrary } from "#app/campaign/messages/library/import.server.ts";
import type { Library, LibraryMessage } from "#app/campaign/messages/library/library.ts";
import { findKeyMessage, linksOfMessage, listKeyMessages } from "#app/campaign/messages/list.server.ts";
import { wordsToSayHash } from "#app/campaign/messages/message-words.ts";
import { clearObjectionReply } from "#app/campaign/messages/objections/acts.server.ts";
import { listObjections } from "#app/campaign/messages/objections/list.server.ts";
import { findProofPoint } from "#app/campaign/messages/proof-points/list.server.ts";
import { setProofPointOwner } from "#app/campaign/messages/proof-points/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { RENEWED_DAYS_AGO, type Wording, withEarlierEvidence, wordingsOf } from "../earlier-library.ts";
import { PROOF_POINT_OWNERS } from "../papers.ts";
import { AUTONOMY } from "../who-is-who.ts";
import { act, atNoon, type Scribe } from "./scribe.server.ts";

const DAY = 86_400_000;
const BY_THE_MINISTRY = { authority: "ministry", ownDraftMayBeCleared: false } as const;

/** The three libraries, each message with its wordings from the first to today's, every one of them cleared. */
export async function writeLibraries(scribe: Scribe, library: Library): Promise<void> {
  const { database, sample } = scribe;
  const earlier = withEarlierEvidence(library);
  const first = { ...earlier, messages: library.messages.map(firstWording) };
  const start = atNoon(sample.days.campaignStarts);
  for (const { campaign, library: files } of [{ campaign: AUTONOMY, library: first }, ...sample.libraries]) {
    await importLibrary(database, by(scribe, "clearer", start), campaign, files);
    for (const { number } of files.messages) await clearNewest(scribe, campaign, number, start);
    await clearReplies(scribe, campaign, new Date(start.getTime() + 3 * DAY));
    for (const { id, number } of await listKeyMessages(database.read, campaign))
      scribe.keep("message", `${campaign} ${number}`, id);
  }
  await writeLaterWordings(scribe, library);
  await nameOwners(scribe, start);
  await importLibrary(database, by(scribe, "officer", lastRewording(scribe, library)), AUTONOMY, earlier);
}

/** Takes the later editions into the proof points: from then on the library says what the folder says. */
export async function renewEvidence(scribe: Scribe, library: Library): Promise<void> {
  const at = atNoon(addDays(scribe.sample.days.today, -RENEWED_DAYS_AGO));
  await importLibrary(scribe.database, by(scribe, "officer", at), AUTONOMY, library);
}

function by(scribe: Scribe, colleague: string, now: Date) {
  return { accountId: scribe.idOf("account", colleague), channel: "web", now } as const;
}

function firstWording(message: LibraryMessage): LibraryMessage {
  return wordingsOf(message)[0]?.message ?? message;
}

/** The day after the last new wording. */
function lastRewording({ sample }: Scribe, { messages }: Library): Date {
  const last = Math.min(...messages.flatMap(wordingsOf).map(({ daysAgo }) => daysAgo));
  return new Date(atNoon(addDays(sample.days.today, -last)).getTime() + DAY);
}

async function writeLaterWordings(scribe: Scribe, library: Library): Promise<void> {
  const rewordings = library.messages
    .flatMap((message) => wordingsOf(message).slice(1))
    .sort((one, other) => other.daysAgo - one.daysAgo);
  for (const wording of rewordings) {
    const at = atNoon(addDays(scribe.sample.days.today, -wording.daysAgo));
    await reword(scribe, wording, at);
    await clearNewest(scribe, AUTONOMY, wording.message.number, at);
  }
}

async function reword(scribe: Scribe, { message, reason }: Wording, at: Date): Promise<void> {
  const { number } = message;
  const present = await findKeyMessage(scribe.database.read, AUTONOMY, String(number));
  if (present === null) throw new Error(`The sample has no message ${number} to be worded anew`);
  const seen = { version: present.version, links: linksOfMessage(present) };
  const values = {
    ...message,
    reason,
    proofPoints: [...message.proofPoints],
    objections: [...message.objections],
  };
  await act(scribe, { by: "officer", at, campaign: AUTONOMY }, (change) =>
    editMessage(change, AUTONOMY, number, values, seen),
  );
}

/** The ministry clears a new wording two days after it was written. */
async function clearNewest(scribe: Scribe, campaign: string, number: number, writtenAt: Date): Promise<void> {
  const message = await findKeyMessage(scribe.database.read, campaign, String(number));
  const clearer = { ...BY_THE_MINISTRY, shownHash: message?.newest.textHash ?? "" };
  const at = new Date(writtenAt.getTime() + 2 * DAY);
  await act(scribe, { by: "ministry", at, campaign }, (change) =>
    clearNewestRevision(change, { campaignId: campaign, number: String(number) }, clearer),
  );
}

/** The ministry clears the words to say that are ready: the difficult question waits for the line from the capital. */
async function clearReplies(scribe: Scribe, campaign: string, at: Date): Promise<void> {
  for (const { id, code, name, wordsToSay } of await listObjections(scribe.database.read, campaign)) {
    scribe.keep("objection", `${campaign} ${code}`, id);
    if (wordsToSay === "") continue;
    const clearer = { ...BY_THE_MINISTRY, shownHash: wordsToSayHash({ name, wordsToSay }) };
    await act(scribe, { by: "ministry", at, campaign }, (change) =>
      clearObjectionReply(change, { campaignId: campaign, code }, clearer),
    );
  }
}

async function nameOwners(scribe: Scribe, at: Date): Promise<void> {
  for (const { code, owner } of PROOF_POINT_OWNERS) {
    const proofPoint = await findProofPoint(scribe.database.read, AUTONOMY, code);
    if (proofPoint === null) continue;
    await act(scribe, { by: "officer", at, campaign: AUTONOMY }, async (change) => {
      await setProofPointOwner(change, proofPoint.id, scribe.idOf("account", owner));
      const location = addressOf.proofPoint(AUTONOMY, code);
      const given = { action: "given an owner", summary: `${code} has an owner`, location };
      return change.describe({ recordKind: "proof point", recordId: proofPoint.id, ...given });
    });
  }
}
