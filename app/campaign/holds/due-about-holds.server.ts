import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { listEmbassyClearers } from "#app/campaign/clearances/desks.server.ts";
import { listSilentRequests } from "#app/campaign/clearances/requests.server.ts";
import { queueMail } from "#app/campaign/mail/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Author, Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import type { Queries } from "#db/schema.ts";
import { describeHold } from "./hold-records.server.ts";
import { answerHoldingLineBySilence } from "./holding-lines/holding-line-clearance.server.ts";
import { noteExpiry } from "./holding-lines/store.server.ts";

/** What falls due about holds by itself: silence of the desks about a line, then lines that have run out. */
export async function doWhatIsDueAboutHolds(database: Database, now: Date): Promise<void> {
  for (const request of await listSilentRequests(database.read, "holding line", now)) {
    await answerOne(database, request, now);
  }
  for (const expired of await listExpiredLines(database.read, now)) {
    await askAgain(database, expired, now);
  }
}

const NOTHING_DUE = { ok: false, reason: "nothing-due" } as const;

async function answerOne(
  database: Database,
  { id: requestId, campaignId, subjectId }: { id: string; campaignId: string; subjectId: string },
  now: Date,
): Promise<void> {
  await database.change(bySystem(now), { submission: null, campaignId }, async (change) => {
    const settings = await findCampaign(change.read, campaignId);
    const holdId = await holdOfLine(change.read, subjectId);
    if (settings === null || holdId === null) return NOTHING_DUE;
    return answerHoldingLineBySilence(change, { campaignId, holdId }, { requestId, settings });
  });
}

async function holdOfLine(read: Queries, lineId: string): Promise<string | null> {
  const row = await read
    .selectFrom("holding_line")
    .select("message_hold_id")
    .where("id", "=", lineId)
    .executeTakeFirst();
  return row?.message_hold_id ?? null;
}

type ExpiredLine = Awaited<ReturnType<typeof listExpiredLines>>[number];

/** The newest versions of lines that have run out while their holds lie, and of which nobody was told. */
async function listExpiredLines(read: Queries, now: Date) {
  return read
    .selectFrom("message_hold as hold")
    .innerJoin("key_message as message", "message.id", "hold.key_message_id")
    .innerJoin("holding_line as line", "line.message_hold_id", "hold.id")
    .innerJoin("holding_line_version as version", "version.holding_line_id", "line.id")
    .select(["version.id as versionId", "hold.id as holdId", "hold.campaign_id as campaignId"])
    .select(["message.number", "version.handling"])
    .where("hold.lifted_at", "is", null)
    .where("version.expires_at", "<=", now.toISOString())
    .where("version.expiry_noted_at", "is", null)
    .where((eb) =>
      eb(
        "version.number",
        "=",
        eb
          .selectFrom("holding_line_version as newest")
          .select((of) => of.fn.max("newest.number").as("number"))
          .whereRef("newest.holding_line_id", "=", "line.id"),
      ),
    )
    .execute();
}

/** The hold is asked about again: of the embassy’s clearers, the head of mission among them. */
async function askAgain(database: Database, expired: ExpiredLine, now: Date): Promise<void> {
  const { versionId, holdId, campaignId, number, handling } = expired;
  await database.change(bySystem(now), { submission: null, campaignId }, async (change: Change) => {
    await noteExpiry(change, versionId);
    const path = addressOf.hold(campaignId, holdId);
    const clearers = await listEmbassyClearers(change.read, campaignId);
    await queueMail(change, {
      kind: "line expired",
      to: clearers.map(({ accountId }) => accountId),
      campaignId,
      subjectTitle: `Holding line on message ${number}`,
      handling,
      path,
    });
    const summary = "The holding line has expired. The hold is still in place and needs a decision";
    return describeHold(change, { campaignId, holdId }, "expired", summary);
  });
}

function bySystem(now: Date): Author {
  return { accountId: "system", channel: "web", now };
}
