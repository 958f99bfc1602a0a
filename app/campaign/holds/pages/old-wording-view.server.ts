import type { CampaignArrival } from "#app/http/page.server.ts";
import type { Hold } from "../hold.ts";
import { listSightings } from "../hold-records.server.ts";
import type { LineNow } from "../holding-lines/holding-line-standing.server.ts";
import { listLinesInstead } from "../holding-lines/lines-instead.server.ts";
import { listNotices, listNotMailed } from "../holding-lines/new-line-notices.server.ts";
import { listMessageUses, listTakenCopies, listWordings } from "../old-wording.server.ts";
import { DAYS_HELD, oldWordingHolders } from "../old-wording.ts";

const DAY_MS = 86_400_000;

/** Who holds the old wording, what each has been sent since, and who of ours has seen the hold. */
export async function readOldWording(
  { database, campaign, home, now, today }: CampaignArrival,
  hold: Hold,
  lineNow: LineNow,
) {
  const { read } = database;
  const { placedAt, message } = hold;
  const since = new Date(placedAt.getTime() - DAYS_HELD * DAY_MS);
  const period = { messageId: message.id, placedAt, since };
  const [copies, uses, wordings, notices, notMailed, seen, instead] = await Promise.all([
    listTakenCopies(read, period),
    listMessageUses(read, period),
    listWordings(read, message.id),
    listNotices(read, hold.id),
    listNotMailed(read, campaign.id),
    listSightings(read, [hold.id]),
    listLinesInstead(read, [message.id], now),
  ]);
  const holders = oldWordingHolders(copies, uses, {
    homeZone: home.homeZone,
    today,
  }).map((holder) => ({
    ...holder,
    wording: wordings.find(({ id }) => id === holder.wordingId) ?? null,
    seenAt: seen.find(({ accountId }) => accountId === holder.id)?.at ?? null,
    notice: notices.find(({ kind, id }) => kind === holder.kind && id === holder.id) ?? null,
  }));
  const held = wordings.filter(({ id }) => holders.some(({ wordingId }) => wordingId === id));
  const line = hold.lifted === null ? (instead.get(message.id) ?? null) : null;
  const versionOf = (hash: string) => lineNow.line?.versions.find((one) => one.hash === hash)?.number ?? null;
  return {
    wordings: held,
    line: line === null ? null : { text: line.text, hash: line.hash },
    holders: holders.map((holder) => ({
      ...holder,
      standing: standingOfNotice(holder, line?.hash ?? null, versionOf, notMailed),
    })),
  };
}

export type OldWordingView = Awaited<ReturnType<typeof readOldWording>>;

/** What became of the new line for one person; `number` names the version that was sent. */
type NoticeStanding =
  | { is: "not asked" }
  | { is: "kept" }
  | { is: "to be sent by hand" }
  | { is: "sent"; at: Date; number: number | null; isPresent: boolean }
  | { is: "not e-mailed"; waits: boolean; at: Date; number: number | null; isPresent: boolean };

function standingOfNotice(
  {
    kind,
    id,
    notice,
  }: { kind: "account" | "contact"; id: string; notice: { sent: { at: Date; hash: string } | null } | null },
  hash: string | null,
  versionOf: (hash: string) => number | null,
  notMailed: ReadonlyMap<string, { waits: boolean }>,
): NoticeStanding {
  if (notice === null) return { is: "not asked" };
  const { sent } = notice;
  if (sent !== null) {
    const letter = kind === "account" ? notMailed.get(`${id} ${sent.at.toISOString()}`) : undefined;
    return {
      ...(letter === undefined ? { is: "sent" } : { is: "not e-mailed", ...letter }),
      at: sent.at,
      number: versionOf(sent.hash),
      isPresent: hash === null || sent.hash === hash,
    };
  }
  return kind === "contact" && hash !== null ? { is: "to be sent by hand" } : { is: "kept" };
}
