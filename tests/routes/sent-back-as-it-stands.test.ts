import { isDeepStrictEqual } from "node:util";
import { CompiledQuery } from "kysely";
import { expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import { newBrowser } from "../support/browser.ts";
import { DEMO_CAMPAIGN, type Demo, demoCookie, startedDemo } from "../support/demo.ts";
import { everyPage, whoOpens } from "../support/every-page.ts";
import { formsOf, type PageForm } from "../support/page-forms.ts";
import { openPage, sendForm } from "../support/signed-in.ts";

/** Everything that records are tied to goes out of use; colleagues leave but for those who edit. */
const OUT_OF_USE = [
  ...["key_message", "objection", "proof_point", "objective"].map(
    (table) => `UPDATE ${table} SET retired_at = '2026-11-09T12:00:00.000Z'`,
  ),
  ...["campaign_audience", "organisation", "contact"].map(
    (table) => `UPDATE ${table} SET ended_on = '2026-11-09'`,
  ),
  "DELETE FROM campaign_role WHERE account_id NOT IN (SELECT id FROM account WHERE email GLOB 'officer@*' OR email GLOB 'clearer@*' OR email GLOB 'ministry@*')",
  "UPDATE account SET closed_at = '2026-11-09T12:00:00.000Z' WHERE email NOT GLOB 'officer@*' AND email NOT GLOB 'clearer@*' AND email NOT GLOB 'ministry@*'",
];

/** What every save writes anew. */
const WRITTEN_ANEW = /^(id|version|\w+_at)$/;

/** A text that is saved has one version more. */
const NEW_EACH_TIME = new Set(["correspondence_version"]);

test("a form that is sent back as it stands changes nothing, whatever has gone out of use since", {
  timeout: 300_000,
}, async () => {
  const demo = await startedDemo();
  const build = await loadBuild();
  if (build === null) throw new Error("Run npm run build first");
  const browser = await (await newBrowser()).newPage();
  await giveOwners(demo);
  for (const statement of OUT_OF_USE) await run(demo, statement);
  const lost: Record<string, unknown> = {};
  const sent: string[] = [];
  for (const path of await pagesThatEdit(demo, build)) {
    const cookie = await demoCookie(demo, whoOpens(path));
    const { status, text } = await openPage(demo.address, path, cookie);
    if (status !== 200) continue;
    const form = theEdit(await formsOf(browser, text, path));
    if (form === undefined) continue;
    const { pathname, search } = new URL(form.action, `${demo.address}${path}`);
    const before = await lastChange(demo);
    const answer = await sendForm(demo.address, pathname + search, cookie, form.entries);
    sent.push(path);
    const changed = await changedSince(demo, before);
    if (answer.status >= 400 || changed.length > 0) lost[path] = [answer.status, ...changed];
  }
  expect(lost).toEqual({});
  expect(sent.length).toBeGreaterThan(15);
});

/** A colleague who leaves owns whatever can have an owner. */
async function giveOwners(demo: Demo): Promise<void> {
  const leaver = "(SELECT id FROM account WHERE email GLOB 'eu@*')";
  for (const table of [
    "outreach_event",
    "outreach_wish",
    "follow_up",
    "campaign_audience",
    "contact",
    "proof_point",
    "visit_deadline",
  ])
    await run(demo, `UPDATE ${table} SET owner_account_id = ${leaver}`);
  await run(
    demo,
    `INSERT OR IGNORE INTO outreach_event_officer (id, outreach_event_id, account_id) SELECT 'own-' || id, id, owner_account_id FROM outreach_event`,
  );
}

async function pagesThatEdit(demo: Demo, build: NonNullable<Awaited<ReturnType<typeof loadBuild>>>) {
  const pages = await everyPage(build, demo.database.read, DEMO_CAMPAIGN);
  const followUp = await demo.database.read
    .selectFrom("follow_up")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .where("done_at", "is", null)
    .executeTakeFirstOrThrow();
  return [...pages, `/c/${DEMO_CAMPAIGN}/follow-ups?change=${followUp.id}`];
}

/** The form that carries the version of what it edits, and something that is typed. */
function theEdit(forms: readonly PageForm[]): PageForm | undefined {
  return forms.find(({ entries, typed }) => typed.length > 0 && entries.some(([name]) => name === "version"));
}

async function run({ database }: Demo, statement: string): Promise<void> {
  await database.writeUnrecorded((write) => write.executeQuery(CompiledQuery.raw(statement)));
}

async function lastChange({ database }: Demo): Promise<number> {
  const row = await database.read
    .selectFrom("change_row")
    .select((eb) => eb.fn.max("id").as("last"))
    .executeTakeFirstOrThrow();
  return Number(row.last);
}

async function changedSince({ database }: Demo, before: number): Promise<object[]> {
  const rows = await database.read
    .selectFrom("change_row")
    .select(["table_name", "before_json", "after_json"])
    .where("id", ">", before)
    .orderBy("id")
    .execute();
  const tables = new Set(
    rows.map(({ table_name }) => table_name).filter((table) => !NEW_EACH_TIME.has(table)),
  );
  return [...tables].flatMap((table) => {
    const own = rows.filter(({ table_name }) => table_name === table);
    const old = own.flatMap(({ before_json }) => lasting(before_json)).toSorted();
    const now = own.flatMap(({ after_json }) => lasting(after_json)).toSorted();
    return isDeepStrictEqual(old, now) ? [] : [{ table, old, now }];
  });
}

/** A row without what every save writes anew. */
function lasting(json: string | null): string[] {
  if (json === null) return [];
  const columns = Object.entries(JSON.parse(json)).filter(([column]) => !WRITTEN_ANEW.test(column));
  return [JSON.stringify(Object.fromEntries(columns))];
}
