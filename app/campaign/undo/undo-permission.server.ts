import type { Selectable } from "kysely";
import { SYSTEM_ACCOUNT } from "#app/campaign/accounts/store.server.ts";
import type { Authority } from "#app/campaign/clearances/clearance-status.ts";
import { type Desk, mayAnswerFor, maySetDeskOf } from "#app/campaign/clearances/desk.ts";
import { findDesksAsAsked } from "#app/campaign/clearances/desks.server.ts";
import { mayLiftHold, mayPlaceHold } from "#app/campaign/holds/hold.ts";
import { isAllowed, type Role } from "#app/http/permission.ts";
import type { RecordedTable } from "#db/change.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import type { Row } from "#db/sqlite3-connection.server.ts";

/** Somebody who would undo, as they stand now; the role is that in the campaign of the change, null for none. */
export type Undoer = {
  accountId: string;
  isAdministrator: boolean;
  role: Role | null;
  isHeadOfMission: boolean;
  deskAsAsked: (deskId: string, side: Authority) => Desk | null;
};

/** One row as undoing finds it and as it leaves it: null where it is not there. */
export type UndoneRow = { rowId: string; from: Row | null; to: Row | null };

type MayUndo = (by: Undoer, row: UndoneRow) => boolean;

/** What whoever plans, drafts and logs in a campaign may do. */
const write: MayUndo = ({ role }) => role !== null && isAllowed(role, "write");
const administrator: MayUndo = ({ isAdministrator }) => isAdministrator;
const nobody: MayUndo = () => false;

/** What everybody changes of their own account; the rest is an administrator's. */
const OWN_COLUMNS = ["name", "position", "zone", "wants_digest", "wants_mail_at_once", "version"];

/** What everybody who writes changes of a campaign; the rest are its rules, which an administrator sets. */
const CAMPAIGN_COLUMNS = [
  "name",
  "sentence",
  "status",
  "starts_on",
  "ends_on",
  "handling",
  "paper_size",
  "clash_days",
  "travel_minutes",
  "hides_first_steps",
  "version",
];

function changesOnly({ from, to }: UndoneRow, columns: readonly string[]): boolean {
  if (from === null || to === null) return false;
  return Object.keys(to).every((column) => columns.includes(column) || from[column] === to[column]);
}

/** A desk's word once given is final; what it sent back, whoever may answer for it asks again. */
const request: MayUndo = (by, row) => {
  const { from, to } = row;
  if (from?.answer === "cleared" || to?.answer === "cleared") return false;
  if (from?.answer !== "returned" && to?.answer !== "returned") return write(by, row);
  const { clearance_desk_id, authority } = from ?? to ?? {};
  const desk = by.deskAsAsked(String(clearance_desk_id), authority === "ministry" ? "ministry" : "embassy");
  return desk !== null && mayAnswerFor(desk, by.accountId);
};

const desk: MayUndo = ({ isAdministrator, role }, { from, to }) =>
  [from, to].every((row) => {
    if (row === null) return true;
    const side = row.side === "ministry" ? "ministry" : "embassy";
    return isAdministrator || (role !== null && maySetDeskOf(side, { role, isAdministrator }));
  });

/** Undoing that a hold was placed lifts it, and undoing that it was lifted places it. */
const hold: MayUndo = ({ role, isHeadOfMission }, { to }) => {
  if (role === null) return false;
  const lies = to !== null && to.lifted_at === null;
  return lies ? mayPlaceHold({ role, isHeadOfMission }) : mayLiftHold({ role, isHeadOfMission });
};

/** Undoing that a comment was opened again settles it: by itself only for who made it. Others settle it by its own button. */
const comment: MayUndo = (by, row) =>
  write(by, row) && (isOpen(row.to) || !isOpen(row.from) || row.to?.made_by === by.accountId);

function isOpen(row: Row | null): boolean {
  return row === null || (row.resolved_at ?? null) === null;
}

/**
 * Who may undo a change to each table: whoever may make the change that the undoing makes, as they stand now. Every table
 * with a history is here, so that none can be forgotten; a change is undone by who may undo each of its rows.
 */
export const MAY_UNDO: Record<RecordedTable, MayUndo> = {
  installation: administrator,
  account: (by, row) => by.isAdministrator || (row.rowId === by.accountId && changesOnly(row, OWN_COLUMNS)),
  campaign: (by, row) => by.isAdministrator || (write(by, row) && changesOnly(row, CAMPAIGN_COLUMNS)),
  campaign_role: administrator,
  clearance_desk: desk,
  clearance: nobody,
  clearance_request: request,
  clearance_report: write,
  clearance_comment: comment,
  clearance_reading: nobody,
  message_hold: hold,
  hold_sighting: nobody,
  holding_line: write,
  holding_line_version: write,
  new_line_notice: write,
  stopped_post: write,
  instruction: write,
  instruction_target: write,
  calendar_feed: nobody,
  paper_copy: nobody,
  paper_copy_message: nobody,
  mail: nobody,
  event_series: write,
  event_series_exception: write,
  body_meant_whole: write,
  outreach_wish: write,
  outreach_wish_audience: write,
  outreach_wish_message: write,
  session_day: write,
  framing: write,
  framing_revision: write,
  proof_point_check: write,
  feedback: write,
  key_message: write,
  message_revision: write,
  source: write,
  proof_point: write,
  proof_point_source: write,
  objection: write,
  objection_source: write,
  objection_proof_point: write,
  message_proof_point: write,
  message_objection: write,
  library_entry: write,
  outcome: write,
  reception: write,
  outcome_objection: write,
  follow_up: write,
  objective: write,
  objective_reading: write,
  outreach_event: write,
  outreach_event_audience: write,
  outreach_event_message: write,
  outreach_event_participant: write,
  outreach_event_officer: write,
  change_acknowledgement: write,
  effectiveness_fit: write,
  review: write,
  review_person: write,
  correspondence: write,
  correspondence_version: write,
  talking_points: write,
  talking_points_block: write,
  talking_points_footnote: write,
  talking_points_version: write,
  visit_member: write,
  visit_item: write,
  visit_part: write,
  visit_deadline: write,
  visit_programme_copy: write,
  organisation: write,
  contact: write,
  campaign_contact: write,
  seat: write,
  audience: write,
  campaign_audience: write,
  audience_contact: write,
  stance_reading: write,
};

type ChangedRow = Pick<
  Selectable<Schema["change_row"]>,
  "table_name" | "row_id" | "before_json" | "after_json"
>;

/**
 * Whether an account may undo a change with these rows now. The command line's own account may: whoever can start a
 * command has the file. A table that is here no more is nobody's.
 */
export async function mayUndo(
  read: Queries,
  accountId: string,
  { campaignId, rows }: { campaignId: string | null; rows: readonly ChangedRow[] },
): Promise<boolean> {
  if (accountId === SYSTEM_ACCOUNT) return true;
  const by = await findUndoer(read, accountId, campaignId);
  if (by === null) return false;
  const rules = new Map<string, MayUndo>(Object.entries(MAY_UNDO));
  return rows.every(({ table_name, row_id, before_json, after_json }) =>
    (rules.get(table_name) ?? nobody)(by, {
      rowId: row_id,
      from: after_json === null ? null : JSON.parse(after_json),
      to: before_json === null ? null : JSON.parse(before_json),
    }),
  );
}

/** Null for a closed account, and for who does not belong to the campaign of the change. */
async function findUndoer(
  read: Queries,
  accountId: string,
  campaignId: string | null,
): Promise<Undoer | null> {
  const account = await read
    .selectFrom("account")
    .select("is_administrator")
    .where("id", "=", accountId)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  if (account === undefined) return null;
  const isAdministrator = account.is_administrator === 1;
  const nowhere = { role: null, isHeadOfMission: false, deskAsAsked: () => null };
  if (campaignId === null) return { accountId, isAdministrator, ...nowhere };
  const belongs = await read
    .selectFrom("campaign_role")
    .innerJoin("campaign", "campaign.id", "campaign_role.campaign_id")
    .select(["role", "head_of_mission_account_id"])
    .where("campaign_id", "=", campaignId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  if (belongs === undefined) return null;
  return {
    accountId,
    isAdministrator,
    role: belongs.role,
    isHeadOfMission: belongs.head_of_mission_account_id === accountId,
    deskAsAsked: await findDesksAsAsked(read, campaignId),
  };
}
