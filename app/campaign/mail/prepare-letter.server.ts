import { z } from "zod";
import { needInWords } from "#app/campaign/campaigns/need-in-words.ts";
import { listEngagementsOfWeek, listNeeds } from "#app/campaign/overview/needs-you.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { readInstallation } from "#db/installation.server.ts";
import { composeDigest, type DigestSection } from "./compose-digest.ts";
import { composeLetter, type Letterhead } from "./compose-letter.ts";
import {
  type Addressee,
  findAddressee,
  findAuthorName,
  isStillAsked,
  listCampaignsOf,
  listStaleSources,
} from "./content.server.ts";
import { type ComposedMail, isAtOnce, LETTER_KINDS } from "./letter.ts";
import type { ClaimedLetter } from "./store.server.ts";

export type PreparedLetter =
  | { ok: true; to: { name: string; address: string }; mail: ComposedMail }
  | { ok: false; why: string };

const content = z.object({
  dueAt: z.coerce.date().nullable().catch(null),
  answer: z.enum(["cleared", "returned"]).nullable().catch(null),
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
  if (isAtOnce(kind) && !wantsMailAtOnce) return "Mail at once is switched off.";
  const { dueAt, answer, subjectId } = content.parse(JSON.parse(letter.contentJson));
  if (kind === "clearance due" && subjectId !== null && !(await isStillAsked(read, subjectId)))
    return "It was answered meanwhile.";
  if (kind === "event without cleared points" && dueAt !== null && dueAt <= now) return "It has begun.";
  if (letter.campaignId !== null) {
    const mine = await listCampaignsOf(read, letter.accountId);
    if (!mine.some(({ campaignId }) => campaignId === letter.campaignId))
      return "The account does not belong to the campaign any more.";
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
  if (!wantsDigest) return "The morning's mail is switched off.";
  const date = dateIn(letter.queuedAt, zone);
  if (dateIn(now, zone) !== date) return "Its day is over.";
  const { accountId } = letter;
  const engagements = await listEngagementsOfWeek(read, accountId, now);
  const sections: DigestSection[] = [];
  for (const { role, ...campaign } of await listCampaignsOf(read, accountId)) {
    const { campaignId } = campaign;
    const needs = await listNeeds(read, { campaignId, accountId, role, now }, engagements);
    const around = { campaignId, homeZone: head.homeZone, now };
    sections.push({ ...campaign, needs: needs.map((need) => needInWords(need, around)) });
  }
  return composeDigest(sections, date, head) ?? "Nothing waits.";
}
