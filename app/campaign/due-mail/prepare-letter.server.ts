import { z } from "zod";
import { SYSTEM_ACCOUNT } from "#app/campaign/accounts/store.server.ts";
import { needInWords } from "#app/campaign/campaigns/need-in-words.ts";
import { composeLetter, type Letterhead } from "#app/campaign/mail/compose-letter.ts";
import { type ComposedMail, isAtOnce, LETTER_ANSWERS, LETTER_KINDS } from "#app/campaign/mail/letter.ts";
import type { ClaimedLetter } from "#app/campaign/mail/store.server.ts";
import { listEngagementsOfWeek, listNeeds } from "#app/campaign/overview/needs-you.server.ts";
import type { Role } from "#app/http/permission.ts";
import type { Handling } from "#app/text/handling.ts";
import { staleFrom } from "#app/time/as-of.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { readInstallation } from "#db/installation.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { composeDigest, type DigestSection } from "./compose-digest.ts";

export type PreparedLetter =
  | { ok: true; to: { name: string; address: string }; mail: ComposedMail }
  | { ok: false; why: string };

const content = z.object({
  dueAt: z.coerce.date().nullable().catch(null),
  answer: z.enum(LETTER_ANSWERS).nullable().catch(null),
  subjectId: z.string().nullable().catch(null),
});

/**
 * A letter as it is to be sent now, or why it is not: closed accounts, people who have left the campaign and those who
 * switched such mail off get none, and what has been settled meanwhile needs none.
 */
export async function prepareLetter(
  database: Database,
  letter: ClaimedLetter,
  { origin, now }: { origin: string; now: Date },
): Promise<PreparedLetter> {
  const { read } = database;
  const addressee = await findAddressee(read, letter.accountId);
  if (addressee === null || !addressee.isOpen) return { ok: false, why: "The account is closed." };
  const { homeZone, mailShowsTitles: showsTitles } = await readInstallation(read);
  const head = { origin, homeZone, showsTitles };
  const written =
    letter.kind === "digest"
      ? await writeDigest(database, letter, addressee, { head, now })
      : await writeLetter(database, letter, addressee, { head, now });
  if (typeof written === "string") return { ok: false, why: written };
  return { ok: true, to: { name: addressee.name, address: addressee.email }, mail: written };
}

type Around = { head: Letterhead; now: Date };

async function writeLetter(
  { read }: Database,
  letter: ClaimedLetter,
  { wantsMailAtOnce }: Addressee,
  { head, now }: Around,
): Promise<ComposedMail | string> {
  const kind = z.enum(LETTER_KINDS).exclude(["digest"]).parse(letter.kind);
  if (isAtOnce(kind) && !wantsMailAtOnce) return "Immediate mail is switched off.";
  const { dueAt, answer, subjectId } = content.parse(JSON.parse(letter.contentJson));
  if (kind === "clearance due" && subjectId !== null && !(await isStillAsked(read, subjectId)))
    return "The request has since been answered or withdrawn.";
  if (kind === "event without cleared points" && dueAt !== null && dueAt <= now)
    return "The event has begun.";
  if (letter.campaignId !== null) {
    const mine = await listCampaignsOf(read, letter.accountId);
    if (!mine.some(({ campaignId }) => campaignId === letter.campaignId))
      return "The account no longer belongs to the campaign.";
  }
  const paperId = /^\/c\/[^/]+\/talking-points\/([^/?#]+)/.exec(letter.path)?.[1];
  const today = dateIn(now, WASHINGTON);
  const by = await findAuthorName(read, letter.changeId);
  const staleSources = paperId === undefined ? [] : await listStaleSources(read, paperId, today);
  const { subjectTitle: title, handling, path } = letter;
  return composeLetter({ kind, title, handling, path, by, dueAt, answer, staleSources }, head);
}

async function writeDigest(
  { read }: Database,
  letter: ClaimedLetter,
  { zone, wantsDigest }: Addressee,
  { head, now }: Around,
): Promise<ComposedMail | string> {
  if (!wantsDigest) return "Morning mail is switched off.";
  const date = dateIn(letter.queuedAt, zone);
  if (dateIn(now, zone) !== date) return "The day it was meant for has passed.";
  const { accountId } = letter;
  const engagements = await listEngagementsOfWeek(read, accountId, now);
  const sections: DigestSection[] = [];
  for (const { role, ...campaign } of await listCampaignsOf(read, accountId)) {
    const { campaignId } = campaign;
    const needs = await listNeeds(read, { campaignId, accountId, role, now }, engagements);
    const around = { campaignId, homeZone: head.homeZone, now };
    sections.push({ ...campaign, needs: needs.map((need) => needInWords(need, around)) });
  }
  return composeDigest(sections, date, head) ?? "Nothing is waiting.";
}

/** Who a letter goes to, as the account stands when it is sent. */
type Addressee = NonNullable<Awaited<ReturnType<typeof findAddressee>>>;

async function findAddressee(read: Queries, accountId: string) {
  const row = await read
    .selectFrom("account")
    .select(["name", "email", "zone", "closed_at", "wants_digest", "wants_mail_at_once"])
    .where("id", "=", accountId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    name: row.name,
    email: row.email,
    zone: row.zone,
    isOpen: row.closed_at === null,
    wantsDigest: row.wants_digest === 1,
    wantsMailAtOnce: row.wants_mail_at_once === 1,
  };
}

/** The campaigns that an account belongs to, with its role there, in their order. */
async function listCampaignsOf(
  read: Queries,
  accountId: string,
): Promise<{ campaignId: string; campaignName: string; handling: Handling; role: Role }[]> {
  return read
    .selectFrom("campaign_role as mine")
    .innerJoin("campaign", "campaign.id", "mine.campaign_id")
    .select(["campaign.id as campaignId", "campaign.name as campaignName", "campaign.handling", "mine.role"])
    .where("mine.account_id", "=", accountId)
    .orderBy("campaign.position")
    .orderBy("campaign.name")
    .orderBy("campaign.id")
    .execute();
}

/** The name of who made a change; null where the product did it by itself. */
async function findAuthorName(read: Queries, changeId: string | null): Promise<string | null> {
  if (changeId === null) return null;
  const row = await read
    .selectFrom("change")
    .innerJoin("account", "account.id", "change.account_id")
    .select("account.name")
    .where("change.id", "=", changeId)
    .where("account.id", "!=", SYSTEM_ACCOUNT)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** The proof points cited by a paper that are past their review date on that day, by code, the longest stale first. */
async function listStaleSources(
  read: Queries,
  paperId: string,
  today: CalendarDate,
): Promise<{ code: string; since: CalendarDate }[]> {
  const rows = await staleSources(read, { paper: paperId, today });
  return rows.flatMap(({ code, review_by }) =>
    review_by === null ? [] : [{ code, since: staleFrom(review_by) }],
  );
}

const staleSources = keptQuery((read, place: Place<"paper", "today">) =>
  read
    .selectFrom("talking_points_block as block")
    .innerJoin("talking_points_footnote as footnote", "footnote.talking_points_block_id", "block.id")
    .innerJoin("proof_point as point", "point.id", "footnote.proof_point_id")
    .select(["point.code", "point.review_by"])
    .distinct()
    .where("block.talking_points_id", "=", place("paper"))
    .where("point.review_by", "<", place("today"))
    .orderBy("point.review_by")
    .orderBy("point.code"),
);

/** Whether a request for clearance still waits for its answer. */
async function isStillAsked(read: Queries, requestId: string): Promise<boolean> {
  const row = await read
    .selectFrom("clearance_request")
    .select("id")
    .where("id", "=", requestId)
    .where("answered_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
