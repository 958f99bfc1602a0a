import { beforeAll, expect, test } from "vitest";
import { exportFiles } from "#app/campaign/export/export-files.ts";
import { EXPORTED_TABLES, NOT_EXPORTED, storedKinds } from "#app/campaign/export/store.server.ts";
import { importLibrary } from "#app/campaign/messages/library/import.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { library, libraryProofPoint } from "../../support/builders/library.ts";
import { collected } from "../../support/collected.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa", { name: "Autonomie, „evropská“" });
  await addAccount(database, "Petr", { esa: "officer" });
  await database.change(system, unsent, async (change) => {
    await change.insert("follow_up", {
      id: "promise",
      campaign_id: "esa",
      text: "=cmd()|'/C calc'!A0\nsaid \"twice\"",
      promised_by: "us",
      owner_account_id: "petr",
      due_on: "2026-11-18",
    });
    change.describe({
      recordKind: "follow-up",
      recordId: "promise",
      action: "added",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
});

const madeAt = new Date("2026-11-10T17:00:00.000Z");

async function files(of = database) {
  const texts = new Map<string, string>();
  for (const { name, pieces } of exportFiles(await storedKinds(of.read, "2026-11-10"), madeAt))
    texts.set(name, (await collected(pieces())).map(({ text }) => text).join(""));
  return texts;
}

test("every table is exported under a name of its own, or stays inside for a stated reason", async () => {
  const { tables } = { tables: await database.read.introspection.getTables() };
  const kept = tables.filter(({ isView }) => !isView).map(({ name }) => name);
  const own = kept.filter((name) => !/^(sqlite_|search_text|migration)/.test(name));
  expect([...EXPORTED_TABLES, ...Object.keys(NOT_EXPORTED)].sort()).toEqual(own.sort());
  const kinds = (await storedKinds(database.read, "2026-11-10")).map(({ kind }) => kind);
  expect(new Set(kinds.filter((kind) => kind !== "")).size).toBe(EXPORTED_TABLES.length);
});

test("a CSV file has a header in words, the names beside the identifiers, and no formula", async () => {
  const csv = (await files()).get("follow-ups.csv") ?? "";
  expect(csv.startsWith("\uFEFFid,campaign id,campaign,")).toBe(true);
  expect(csv).toContain('esa,"Autonomie, „evropská“"');
  expect(csv).toContain("petr,Petr");
  expect(csv).toContain("\"'=cmd()");
  expect(csv).toContain('said ""twice""');
  expect(csv.endsWith("\r\n")).toBe(true);
});

test("a kind without a record still has its file with the header", async () => {
  expect((await files()).get("outreach-events.csv")).toMatch(
    /^\uFEFFid,campaign id,campaign,title,kind,[^\n]+\r\n$/,
  );
});

test("the JSON has the same records, typed, with the text as it is", async () => {
  const json = JSON.parse((await files()).get("demarche.json") ?? "");
  expect(json.records["follow-ups"]).toMatchObject([
    { id: "promise", text: "=cmd()|'/C calc'!A0\nsaid \"twice\"", "owner account": "Petr", "done at": null },
  ]);
  const settings = { "own draft may be cleared": false, "silence is agreement": false };
  expect(json.records.campaigns[0]).toMatchObject({ "embassy clears alone": true, ...settings });
  expect(json.records.installation).toMatchObject([{ "mail shows titles": false }]);
  const accounts = new Map(json.records.accounts.map((one: { id: string }) => [one.id, one]));
  expect(accounts.get("petr")).toMatchObject({ "wants digest": true, "wants mail at once": true });
  expect(json.records["key messages"]).toEqual([]);
});

test("no password and no session leaves the product", async () => {
  for (const text of (await files()).values()) {
    expect(text).not.toMatch(/password.hash|set.up.link/);
  }
  expect([...(await files()).keys()]).not.toContain("sessions.csv");
});

test("a stale proof point is marked in the files, and wherever something cites it", async () => {
  const other = await freshDatabase();
  await addCampaign(other);
  const stale = libraryProofPoint({ reviewBy: "2026-03-31" });
  await importLibrary(other, system, "esa", library({ proofPoints: [stale] }));
  const cell = async (today: CalendarDate, kind: string, header: string) => {
    const found = (await storedKinds(other.read, today)).find((one) => one.kind === kind);
    const [rows] = await (found === undefined ? [] : collected(found.pieces()));
    return rows?.[0]?.[found?.headers.indexOf(header) ?? -1];
  };
  expect(await cell("2026-11-10", "proof points", "stale since")).toBe("2026-04-01");
  expect(await cell("2026-11-10", "proof points of messages", "proof point stale since")).toBe("2026-04-01");
  expect(await cell("2026-11-10", "proof points of objections", "proof point stale since")).toBe(
    "2026-04-01",
  );
  for (const kind of ["objections", "key messages"])
    expect(await cell("2026-11-10", kind, "stale evidence")).toMatch(/^P\d+ since 2026-04-01$/);
  expect(await cell("2026-03-31", "proof points", "stale since")).toBeNull();
});

test("records beyond one piece are there once each, in the order of their ids, and the JSON is well formed", async () => {
  const other = await freshDatabase();
  await addCampaign(other);
  const house = { chamber: "House", standing: "away", source: "a test", as_of: "2020-01-01" } as const;
  const days = Array.from({ length: 1_001 }, (_, at) => addDays("2020-01-01", at));
  await other.change(system, unsent, async (change) => {
    for (const day of days) await change.insert("session_day", { id: day, day, ...house });
    change.describe({
      recordKind: "session days",
      recordId: "2020",
      action: "added",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
  const exported = await files(other);
  const lines = exported.get("session-days-of-Congress.csv")?.trimEnd().split("\r\n").slice(1) ?? [];
  expect(lines.map((line) => line.slice(0, 10))).toEqual(days);
  const json = exported.get("demarche.json") ?? "";
  expect(`${JSON.stringify(JSON.parse(json), null, 1)}\n`).toBe(json);
  expect(JSON.parse(json).records["session days of Congress"].map(({ id }: { id: string }) => id)).toEqual(
    days,
  );
});
