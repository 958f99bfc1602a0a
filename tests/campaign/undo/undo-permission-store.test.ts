import { sql } from "kysely";
import { expect, test } from "vitest";
import { SYSTEM_ACCOUNT } from "#app/campaign/accounts/store.server.ts";
import { isFinal, undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { MAY_UNDO, mayUndo, type Undoer } from "#app/campaign/undo/undo-permission.server.ts";
import type { Role } from "#app/http/permission.ts";
import type { Change, RecordedTable } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { secretColumns } from "#db/kept-history.server.ts";
import type { Row } from "#db/sqlite3-connection.server.ts";
import { now, system } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { desk } from "../../support/builders/clearance-round.ts";
import { by } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

const tables = Object.keys(MAY_UNDO).map((table) => table as RecordedTable);
const somebody = (given: Partial<Undoer> = {}): Undoer => ({
  accountId: "jana",
  isAdministrator: false,
  role: null,
  isHeadOfMission: false,
  deskAsAsked: (_, side) => desk({ side, clearersOfSide: [] }),
  ...given,
});
/** A row of any table as it was changed: its side and its rules have become others. */
const changed = {
  rowId: "row",
  from: { side: "embassy", authority: "embassy", answer: "returned", lifted_at: null, is_administrator: 0 },
  to: { side: "ministry", authority: "ministry", answer: null, lifted_at: "then", is_administrator: 1 },
};
const undoneBy = (undoer: Partial<Undoer>) =>
  tables.filter((table) => MAY_UNDO[table](somebody(undoer), changed)).sort();

test("every table with a history says who may undo a change to it", async () => {
  const { read } = await freshDatabase();
  const found = await sql<{ name: string }>`
    SELECT t.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c ON c.name = 'version'
    WHERE t.type = 'table' ORDER BY t.name`.execute(read);
  expect(found.rows.map(({ name }) => name)).toEqual(tables.toSorted());
});

test("of every table whose words the history leaves out, what is gone is known to be gone for good", async () => {
  const { read } = await freshDatabase();
  const found = await sql<{ name: string }>`
    SELECT DISTINCT t.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
    JOIN json_each(${JSON.stringify(secretColumns)}) AS secret ON secret.value = c.name
    WHERE t.type = 'table' AND c."notnull" ORDER BY t.name`.execute(read);
  const words = (row: object) => JSON.stringify(row);
  const gone = (table_name: string) =>
    isFinal("undone", [{ table_name, row_id: "row", before_json: words({ id: "row" }), after_json: null }]);
  expect(found.rows.map(({ name }) => name)).toEqual([
    "calendar_feed",
    "correspondence_version",
    "review",
    "review_person",
  ]);
  expect(found.rows.filter(({ name }) => !gone(name))).toEqual([]);
});

test("who belongs to no campaign or only reads undoes nothing of any kind", () => {
  expect(undoneBy({ role: null })).toEqual([]);
  expect(undoneBy({ role: "reader" })).toEqual([]);
});

test("accounts, roles, rules, desks and the desks' words are no officer's to undo, nor is what is final", () => {
  const closedTo = (undoer: Partial<Undoer>) => {
    const open = undoneBy(undoer);
    return tables.filter((table) => !open.includes(table)).sort();
  };
  const final = ["calendar_feed", "clearance", "clearance_reading", "hold_sighting", "mail", "paper_copy"];
  const ofOfficer = [
    ...["account", "campaign", "campaign_role", "clearance_desk", "clearance_request", "installation"],
    ...["message_hold", "paper_copy_message", ...final],
  ].sort();
  expect(closedTo({ role: "officer" })).toEqual(ofOfficer);
  expect(closedTo({ role: "ministry clearer" })).toEqual(ofOfficer);
  const mayLift = ofOfficer.filter((table) => table !== "message_hold");
  expect(closedTo({ role: "embassy clearer" })).toEqual(mayLift);
});

test("an administrator without a role undoes accounts, roles, rules and desks, and no work of a campaign", () => {
  expect(undoneBy({ isAdministrator: true })).toEqual([
    "account",
    "campaign",
    "campaign_role",
    "clearance_desk",
    "installation",
  ]);
});

test("of the own account everybody takes back what they may write there, and no right", () => {
  const own = (from: object, to: object) =>
    MAY_UNDO.account(somebody(), { rowId: "jana", from: { ...from }, to: { ...to } });
  expect(own({ name: "Jana", version: 2 }, { name: "J.", version: 1 })).toBe(true);
  expect(own({ name: "Jana", is_administrator: 1 }, { name: "J.", is_administrator: 1 })).toBe(true);
  expect(own({ is_administrator: 0 }, { is_administrator: 1 })).toBe(false);
  expect(own({ closed_at: "then" }, { closed_at: null })).toBe(false);
  expect(own({ email: "a@b.example" }, { email: "c@d.example" })).toBe(false);
});

test("undoing settles nobody else's comment", () => {
  const settling = {
    from: { made_by: "tomas", resolved_at: null },
    to: { made_by: "tomas", resolved_at: "then" },
  };
  const may = (accountId: string, row: object) =>
    MAY_UNDO.clearance_comment(somebody({ accountId, role: "officer" }), {
      rowId: "row",
      ...settling,
      ...row,
    });
  expect(may("jana", {})).toBe(false);
  expect(may("tomas", {})).toBe(true);
  expect(may("jana", { from: settling.to, to: settling.from })).toBe(true);
});

test("who undoes is read as they stand: head of mission, member, and the command line's own account", async () => {
  const database = await freshDatabase();
  await addCampaign(database, "esa");
  for (const name of ["Ada", "Eva"]) await addAccount(database, name, { esa: "reader" });
  await addAccount(database, "Out", {});
  await make(database, system, null, (change) =>
    change.update("campaign", "esa", { head_of_mission_account_id: "ada" }, null),
  );
  const row = (table_name: string, before: Row | null, after: Row | null) => ({
    ...{ table_name, row_id: "row" },
    before_json: before === null ? null : JSON.stringify(before),
    after_json: after === null ? null : JSON.stringify(after),
  });
  const placed = row("message_hold", null, { lifted_at: null });
  const may = (accountId: string, rows: ReturnType<typeof row>[], campaignId: string | null = "esa") =>
    mayUndo(database.read, accountId, { campaignId, rows });
  expect(await may("ada", [placed])).toBe(true);
  expect(await may("ada", [placed, row("mail", null, {})])).toBe(false);
  expect(await may("eva", [placed])).toBe(false);
  expect(await may("out", [placed])).toBe(false);
  expect(await may("nobody", [placed])).toBe(false);
  expect(await may("ada", [placed], null)).toBe(false);
  expect(await may("ada", [row("gone", null, {})])).toBe(false);
  const own = {
    table_name: "account",
    row_id: "eva",
    before_json: '{"name":"E."}',
    after_json: '{"name":"Eva"}',
  };
  expect(await may("eva", [own], null)).toBe(true);
  const returned = row("clearance_request", { answer: null }, { answer: "returned" });
  expect(await may("eva", [returned], null)).toBe(false);
  expect(await may(SYSTEM_ACCOUNT, [row("clearance", {}, null)])).toBe(true);
});

async function newTeam(): Promise<Database> {
  const database = await freshDatabase();
  await addCampaign(database, "esa");
  for (const name of ["Ada", "Eva"]) await addAccount(database, name, { esa: "embassy clearer" });
  await make(database, system, null, (change) =>
    change.update("account", "ada", { is_administrator: 1 }, null),
  );
  await make(database, system, null, (change) =>
    change.update("account", "eva", { is_administrator: 1 }, null),
  );
  return database;
}

async function make(
  database: Database,
  author: { accountId: string },
  campaignId: string | null,
  work: (change: Change) => Promise<unknown>,
): Promise<string> {
  const made = await database.change(
    by(author.accountId),
    { submission: null, campaignId },
    async (change) => {
      await work(change);
      const what = { recordKind: "account", recordId: "ada", action: "changed", summary: "Saved" } as const;
      change.describe({ ...what, location: "/" });
      return { ok: true };
    },
  );
  return made.changeId;
}

const ada = by("ada");
const isAdministrator = async (database: Database, id: string) =>
  (
    await database.read
      .selectFrom("account")
      .select("is_administrator")
      .where("id", "=", id)
      .executeTakeFirst()
  )?.is_administrator === 1;

test("a right that was taken does not come back by the number of an old change", async () => {
  const database = await newTeam();
  const laidDown = await make(database, ada, null, (change) =>
    change.update("account", "ada", { is_administrator: 0 }, null),
  );
  expect(await undoChange(database, ada, laidDown)).toEqual({ ok: false, reason: "not-allowed" });
  expect(await isAdministrator(database, "ada")).toBe(false);
});

test("who has another role now undoes only what that role may do, and a closed account nothing", async () => {
  const database = await newTeam();
  const renamed = await make(database, ada, "esa", (change) =>
    change.update("campaign", "esa", { name: "Renamed" }, null),
  );
  const setRole = (role: Role) =>
    make(database, system, null, (change) => change.update("campaign_role", "ada-esa", { role }, null));
  await make(database, system, null, (change) =>
    change.update("account", "ada", { is_administrator: 0 }, null),
  );
  await setRole("reader");
  expect(await undoChange(database, ada, renamed)).toEqual({ ok: false, reason: "not-allowed" });
  await setRole("officer");
  const at = { closed_at: now.toISOString() };
  await make(database, system, null, (change) => change.update("account", "ada", at, null));
  expect(await undoChange(database, ada, renamed)).toEqual({ ok: false, reason: "not-allowed" });
  await make(database, system, null, (change) => change.update("account", "ada", { closed_at: null }, null));
  expect(await undoChange(database, ada, renamed)).toMatchObject({ ok: true });
});

test("an undoing cannot be undone by who has lost the right meanwhile", async () => {
  const database = await newTeam();
  const silent = await make(database, ada, null, (change) =>
    change.update("campaign", "esa", { silence_is_agreement: 1 }, null),
  );
  const undone = await undoChange(database, ada, silent);
  if (!undone.ok) throw new Error(undone.reason);
  await make(database, system, null, (change) =>
    change.update("account", "ada", { is_administrator: 0 }, null),
  );
  expect(await undoChange(database, ada, undone.changeId)).toEqual({ ok: false, reason: "not-allowed" });
});
