import {
  type ContactTarget,
  contactLocation,
  findContactRow,
} from "#app/campaign/contacts/memberships.server.ts";
import { eraseFromCorrespondence } from "#app/campaign/correspondence/store.server.ts";
import { eraseFromReviews } from "#app/campaign/reviews/store.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Done, Gone, RecordedTable, Stale } from "#db/change.server.ts";
import type { Queries } from "#db/schema.ts";
import { type ErasureRefusal, erasureRefusal, textWithout } from "./erasure.ts";
import { listNaming, listStandingTexts, standingInQuery } from "./naming-texts.server.ts";
import {
  listCampaignsOf,
  listWordsOf,
  readTraces,
  type TracedRow,
  type Traces,
  tracedRows,
} from "./traces.server.ts";
import { type Cells, ERASED_TEXTS, LEFT_OF_CONTACT, OWN_ROWS } from "./what-goes.server.ts";

/** Who asks for an erasure, where, and what of it they were shown. */
type Asked = {
  target: ContactTarget;
  version: number;
  day: CalendarDate;
  /** The campaigns in which they may see the texts that stay as they are. */
  seenIn: readonly string[];
  /** What the history was found to say of the person before the change; what came since is read within. */
  traces: Traces;
};

/**
 * Erases somebody for good: what is kept of the person alone goes, in every campaign and out of all history; where they stood in
 * what others did, that stays without the name. Meetings, scores and counts stay. Source: DOMAIN.md, rule 8.
 */
export async function eraseContact(
  change: Change,
  { target, version, day, seenIn, traces: before }: Asked,
): Promise<Done | Gone | Stale | { ok: false; reason: ErasureRefusal }> {
  const { campaignId, contactId } = target;
  const row = await findContactRow(change.read, target);
  if (row === null) return { ok: false, reason: "not-found" };
  if (row.version !== version) return { ok: false, reason: "changed-by-somebody-else" };
  const traces = await readTraces(change.read, contactId, before);
  const { called } = traces;
  const naming = await listNaming(change.read, called);
  const traced = tracedRows(traces).filter(isKnown);
  const campaigns = new Set([
    ...(await listCampaignsOf(change.read, contactId, naming)),
    ...traced.flatMap(({ campaignIds }) => [...campaignIds]),
  ]);
  campaigns.delete(campaignId);
  const refusal = erasureRefusal(
    { isPublicRecord: row.key !== null, otherCampaigns: campaigns.size },
    { isAdministrator: await isAdministrator(change.read, change.author.accountId) },
  );
  if (refusal !== null) return { ok: false, reason: refusal };
  const standing = await listStandingTexts(change.read, called, naming, seenIn);
  await eraseTraces(change, contactId, traces, traced);
  for (const name of called.names) {
    const person = { id: contactId, kind: "contact", name } as const;
    await eraseFromReviews(change, person, day);
    await eraseFromCorrespondence(change, person, day);
  }
  const about = { recordKind: "contact", recordId: contactId, action: "erased" } as const;
  const location = `${contactLocation(target)}/erase${standingInQuery(standing)}`;
  return change.describe({ ...about, summary: "Erased a contact", location });
}

async function isAdministrator(read: Queries, accountId: string): Promise<boolean> {
  const row = await read
    .selectFrom("account")
    .select("is_administrator")
    .where("id", "=", accountId)
    .executeTakeFirst();
  return row?.is_administrator === 1;
}

async function eraseTraces(
  change: Change,
  contactId: string,
  { called, changes }: Traces,
  traced: readonly KnownRow[],
): Promise<void> {
  const { mail, typed } = await listWordsOf(change.read, contactId, called);
  const without = textWithout(called);
  await change.erase("contact", contactId, (row) => withCells(row, LEFT_OF_CONTACT));
  for (const row of traced) await eraseTrace(change, row, contactId, without);
  for (const id of changes)
    await change.erase("change", id, (row) =>
      withCells(row, { summary: sentenceWithout(row, contactId, without) }),
    );
  for (const id of mail)
    await change.erase("mail", id, (row) => rewritten(row, ["subject_title", "content_json"], without));
  for (const id of typed) await change.erase("kept_form", id, () => null);
}

async function eraseTrace(
  change: Change,
  { table, id }: KnownRow,
  contactId: string,
  without: (text: string) => string,
): Promise<void> {
  const own = OWN_ROWS[table];
  const columns = ERASED_TEXTS[table] ?? [];
  await change.erase(table, id, (row) => {
    if (own === undefined || row.contact_id !== contactId) return rewritten(row, columns, without);
    return own === null ? null : withCells(row, own);
  });
}

type KnownRow = TracedRow & { table: RecordedTable };

/** Whether a traced row is of one of those tables; papers, wordings and the rest stay. */
function isKnown(row: TracedRow): row is KnownRow {
  return row.table in OWN_ROWS || row.table in ERASED_TEXTS;
}

function rewritten(row: Cells, columns: readonly string[], without: (text: string) => string): Cells {
  const cells = Object.entries(row).filter(([column]) => columns.includes(column));
  return withCells(
    row,
    Object.fromEntries(
      cells.map(([column, said]) => [column, typeof said === "string" ? without(said) : said]),
    ),
  );
}

/** The row with these cells anew, as far as it has them: one from before a column was added lacks it. */
function withCells(row: Cells, cells: Cells): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, column in cells ? cells[column] : value]),
  );
}

/** What the history says of the person's own changes: what was changed would tell of them, too. */
const OWN_CHANGE = "Changed a contact, since erased";

function sentenceWithout(row: Cells, contactId: string, without: (text: string) => string): string {
  const isOwn = row.record_kind === "contact" && row.record_id === contactId;
  return isOwn ? OWN_CHANGE : without(String(row.summary));
}
