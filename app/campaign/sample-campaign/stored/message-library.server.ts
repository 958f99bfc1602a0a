import { importLibrary } from "#app/campaign/messages/library/import.server.ts";
import type { Library, LibraryMessage } from "#app/campaign/messages/library/library.ts";
import { findKeyMessage } from "#app/campaign/messages/list.server.ts";
import { findProofPoint } from "#app/campaign/messages/proof-points/list.server.ts";
import { setProofPointOwner } from "#app/campaign/messages/proof-points/store.server.ts";
import { saveKeyMessage } from "#app/campaign/messages/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { Database } from "#db/database.server.ts";
import { RENEWED_DAYS_AGO, withEarlierEvidence, wordingsOf } from "../earlier-library.ts";
import { PROOF_POINT_OWNERS } from "../papers.ts";
import type { Sample } from "../sample-campaign.ts";
import { AUTONOMY } from "../who-is-who.ts";
import { clearNewest, clearReplies } from "./library-clearances.server.ts";
import { accountId, atNoon, writeEntry } from "./scribe.server.ts";

const DAY = 86_400_000;

/** The three libraries, each message with its wordings from the first to today's, every one of them cleared. */
export async function writeLibraries(database: Database, sample: Sample, library: Library): Promise<void> {
  const { today, campaignStarts } = sample.days;
  const earlier = withEarlierEvidence(library);
  const first = { ...earlier, messages: library.messages.map(firstWording) };
  const libraries = [{ campaign: AUTONOMY, library: first }, ...sample.libraries];
  const start = atNoon(campaignStarts);
  for (const { campaign, library: files } of libraries) {
    const author = { accountId: accountId("clearer"), channel: "web", now: start } as const;
    await importLibrary(database, author, campaign, files);
    for (const { number } of files.messages) await clearNewest(database, campaign, number, start);
    await clearReplies(database, campaign, new Date(start.getTime() + 3 * DAY));
  }
  await writeLaterWordings(database, today, library);
  await nameOwners(database, start);
  const agreed = {
    accountId: accountId("officer"),
    channel: "web",
    now: lastRewording(today, library),
  } as const;
  await importLibrary(database, agreed, AUTONOMY, earlier);
}

/** Takes the later editions into the proof points: from then on the library says what the folder says. */
export async function renewEvidence(database: Database, { days }: Sample, library: Library): Promise<void> {
  const at = atNoon(addDays(days.today, -RENEWED_DAYS_AGO));
  const author = { accountId: accountId("officer"), channel: "web", now: at } as const;
  await importLibrary(database, author, AUTONOMY, library);
}

function firstWording(message: LibraryMessage): LibraryMessage {
  return wordingsOf(message)[0]?.message ?? message;
}

/** The day after the last new wording. */
function lastRewording(today: string, { messages }: Library): Date {
  const last = Math.min(...messages.flatMap(wordingsOf).map(({ daysAgo }) => daysAgo));
  return new Date(atNoon(addDays(today, -last)).getTime() + DAY);
}

async function writeLaterWordings(database: Database, today: string, library: Library): Promise<void> {
  const rewordings = library.messages
    .flatMap((message) => wordingsOf(message).slice(1))
    .sort((one, other) => other.daysAgo - one.daysAgo);
  for (const { daysAgo, reason, message } of rewordings) {
    const at = atNoon(addDays(today, -daysAgo));
    await reword(database, { message, reason, at });
    await clearNewest(database, AUTONOMY, message.number, at);
  }
}

async function reword(
  database: Database,
  { message, reason, at }: { message: LibraryMessage; reason: string; at: Date },
): Promise<void> {
  const found = await findKeyMessage(database.read, AUTONOMY, String(message.number));
  const entry = {
    by: accountId("officer"),
    at,
    campaign: AUTONOMY,
    kind: "key message",
    id: found?.id ?? "",
    action: "reworded",
    summary: `New wording of message ${message.number}: ${reason}`,
    location: `/c/${AUTONOMY}/messages/${message.number}`,
  } as const;
  await writeEntry(database, entry, async (change) => {
    await saveKeyMessage(change, AUTONOMY, message, reason, null);
  });
}

async function nameOwners(database: Database, at: Date): Promise<void> {
  for (const { code, owner } of PROOF_POINT_OWNERS) {
    const proofPoint = await findProofPoint(database.read, AUTONOMY, code);
    if (proofPoint === null) continue;
    const entry = {
      by: accountId("officer"),
      at,
      campaign: AUTONOMY,
      kind: "proof point",
      id: proofPoint.id,
      action: "given an owner",
      summary: `${code} has an owner`,
      location: `/c/${AUTONOMY}/proof-points/${code}`,
    } as const;
    await writeEntry(database, entry, async (change) => {
      await setProofPointOwner(change, proofPoint.id, accountId(owner));
    });
  }
}
