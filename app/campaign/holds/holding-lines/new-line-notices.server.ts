import { isSeenIn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { queueMail } from "#app/campaign/mail/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Change, Done, Gone } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import { findHold } from "../hold-records.server.ts";
import type { LineRefusal } from "./holding-line.ts";
import { type LineInstead, listLinesInstead } from "./lines-instead.server.ts";

/** Somebody to whom the new line goes. */
export type Recipient = { kind: "account" | "contact"; id: string };

/** The new line to one person: kept until the line is cleared, then sent; to contacts we send it by hand. */
export type NewLineNotice = Recipient & {
  noticeId: string;
  askedAt: Date;
  sent: { at: Date; hash: string } | null;
};

type Target = { campaignId: string; holdId: string };
type Refused = { ok: false; reason: LineRefusal };

/** The notices of a hold, the newest first. */
export async function listNotices(read: Queries, holdId: string): Promise<NewLineNotice[]> {
  const rows = await read
    .selectFrom("new_line_notice")
    .selectAll()
    .where("message_hold_id", "=", holdId)
    .orderBy("asked_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    noticeId: row.id,
    kind: row.account_id === null ? "contact" : "account",
    id: row.account_id ?? row.contact_id ?? "",
    askedAt: new Date(row.asked_at),
    sent: row.sent_at === null ? null : { at: new Date(row.sent_at), hash: row.sent_text_hash ?? "" },
  }));
}

/** Of the new lines that have gone to ours, those of which no e-mail has been sent, by account and instant: whether one still waits. */
export async function listNotMailed(
  read: Queries,
  campaignId: string,
): Promise<ReadonlyMap<string, { waits: boolean }>> {
  const rows = await read
    .selectFrom("mail")
    .select(["account_id", "queued_at", "given_up_at", "dropped_at"])
    .where("campaign_id", "=", campaignId)
    .where("kind", "=", "new line")
    .where("handed_over_at", "is", null)
    .where("sent_at", "is", null)
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.account_id} ${row.queued_at}`,
      { waits: row.given_up_at === null && row.dropped_at === null },
    ]),
  );
}

/** Sends the new line to these people, or keeps it for them until the line is cleared. Whoever waits for it already is left out. */
export async function sendNewLine(
  change: Change,
  { campaignId, holdId }: Target,
  people: readonly Recipient[],
): Promise<{ ok: true } | Gone | Refused> {
  const hold = await findHold(change.read, campaignId, holdId);
  if (hold === null || people.length === 0) return { ok: false, reason: "not-found" };
  if (hold.lifted !== null) return { ok: false, reason: "hold-lifted" };
  if (!(await areOfCampaign(change.read, campaignId, people)))
    return { ok: false, reason: "not-of-the-campaign" };
  const line = await lineOfHold(change, hold.message.id);
  const notices = await listNotices(change.read, holdId);
  const has = ({ kind, id }: Recipient) =>
    notices.some(
      (one) => one.kind === kind && one.id === id && (one.sent === null || one.sent.hash === line?.hash),
    );
  for (const person of people.filter((one) => !has(one))) {
    await change.insert("new_line_notice", {
      id: newId(),
      message_hold_id: holdId,
      account_id: person.kind === "account" ? person.id : null,
      contact_id: person.kind === "contact" ? person.id : null,
      asked_by: change.author.accountId,
      asked_at: change.author.now.toISOString(),
      sent_at: null,
      sent_text_hash: null,
    });
  }
  if (line !== null) await sendKeptTo(change, { campaignId, holdId }, line);
  return describe(change, { campaignId, holdId }, "sent the line", goesTo(people, line !== null));
}

/** To colleagues it goes by itself, to contacts by hand. */
function goesTo(people: readonly Recipient[], isCleared: boolean): string {
  const inWords = (count: number) => (count === 1 ? "one person" : `${count} people`);
  if (!isCleared) return `The new line is to go to ${inWords(people.length)} once it is cleared`;
  const contacts = people.filter(({ kind }) => kind === "contact").length;
  const sent = contacts === people.length ? [] : [`is to go to ${inWords(people.length - contacts)}`];
  const byHand = contacts === 0 ? [] : [`is ready for you to send to ${inWords(contacts)}`];
  return `The new line ${[...sent, ...byHand].join(" and ")}`;
}

/** Of ours those with a role in the campaign, of contacts those that it sees. */
async function areOfCampaign(
  read: Queries,
  campaignId: string,
  people: readonly Recipient[],
): Promise<boolean> {
  const idsOf = (wanted: Recipient["kind"]) => [
    "",
    ...new Set(people.filter(({ kind }) => kind === wanted).map(({ id }) => id)),
  ];
  const [accountIds, contactIds] = [idsOf("account"), idsOf("contact")];
  const accounts = await read
    .selectFrom("campaign_role")
    .select("account_id")
    .where("campaign_id", "=", campaignId)
    .where("account_id", "in", accountIds)
    .execute();
  const contacts = await read
    .selectFrom("contact")
    .select("contact.id")
    .where("contact.id", "in", contactIds)
    .where(isSeenIn(campaignId))
    .execute();
  return accounts.length + contacts.length === accountIds.length + contactIds.length - 2;
}

/** Sends what was kept for people of ours, now that the line is cleared; to be called with the change that clears it. */
export async function sendKeptNotices(change: Change, target: Target, messageId: string): Promise<number> {
  const line = await lineOfHold(change, messageId);
  return line === null ? 0 : sendKeptTo(change, target, line);
}

async function sendKeptTo(
  change: Change,
  { campaignId, holdId }: Target,
  line: LineInstead,
): Promise<number> {
  const notices = await listNotices(change.read, holdId);
  const kept = notices.filter(({ kind, sent }) => kind === "account" && sent === null);
  for (const { noticeId } of kept) await noteSent(change, noticeId, line.hash);
  await queueMail(change, {
    kind: "new line",
    to: kept.map(({ id }) => id),
    campaignId,
    subjectTitle: `Message ${line.messageNumber}`,
    handling: line.handling,
    path: addressOf.hold(campaignId, holdId),
  });
  return kept.length;
}

/** Notes that one of us has sent the line by hand, to a contact or where no e-mail went; refused while no line is cleared. */
export async function markNoticeSent(
  change: Change,
  { campaignId, holdId }: Target,
  noticeId: string,
): Promise<{ ok: true } | Gone | Refused> {
  const hold = await findHold(change.read, campaignId, holdId);
  const notices = await listNotices(change.read, holdId);
  const notMailed = await listNotMailed(change.read, campaignId);
  const isUnsent = ({ id, sent }: NewLineNotice) =>
    sent === null || notMailed.has(`${id} ${sent.at.toISOString()}`);
  const notice = notices.find((one) => one.noticeId === noticeId && isUnsent(one));
  if (hold === null || notice === undefined) return { ok: false, reason: "not-found" };
  const line = await lineOfHold(change, hold.message.id);
  if (line === null) return { ok: false, reason: "no-cleared-line" };
  await noteSent(change, noticeId, line.hash);
  const whom = notice.kind === "contact" ? "a contact" : "a colleague";
  return describe(change, { campaignId, holdId }, "sent the line", `The new line was sent to ${whom}`);
}

/** Takes back a notice that has not been sent. */
export async function dropNotice(
  change: Change,
  { campaignId, holdId }: Target,
  noticeId: string,
): Promise<{ ok: true } | Gone> {
  const hold = await findHold(change.read, campaignId, holdId);
  const notices = await listNotices(change.read, holdId);
  const notice = notices.find((one) => one.noticeId === noticeId && one.sent === null);
  if (hold === null || notice === undefined) return { ok: false, reason: "not-found" };
  await change.remove("new_line_notice", noticeId);
  const summary = "One person will no longer be sent the new line";
  return describe(change, { campaignId, holdId }, "kept the line back", summary);
}

async function noteSent(change: Change, noticeId: string, hash: string): Promise<void> {
  const sent_at = change.author.now.toISOString();
  await change.update("new_line_notice", noticeId, { sent_at, sent_text_hash: hash }, null);
}

async function lineOfHold(change: Change, messageId: string): Promise<LineInstead | null> {
  const lines = await listLinesInstead(change.read, [messageId], change.author.now);
  return lines.get(messageId) ?? null;
}

function describe(change: Change, { campaignId, holdId }: Target, action: string, summary: string): Done {
  const location = `${addressOf.hold(campaignId, holdId)}#old-wording`;
  return change.describe({ recordKind: "hold", recordId: holdId, action, summary, location });
}
