import { expect, test } from "vitest";
import { insertAccount, listAccounts, updateAccount } from "#app/campaign/accounts/store.server.ts";
import { listAudienceChoices, listAudiences } from "#app/campaign/audiences/lists.server.ts";
import { addAudience, editAudience } from "#app/campaign/audiences/store.server.ts";
import { listOrganisationChoices, listOrganisations } from "#app/campaign/organisations/lists.server.ts";
import { addOrganisation, refreshOrganisations } from "#app/campaign/organisations/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { foldText } from "#app/text/search-words.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { migrations } from "#migrations/index.ts";
import { now, system, unsent } from "../support/author.ts";
import { addCampaign } from "../support/builders/campaign.ts";
import { record } from "../support/builders/outreach-campaign.ts";
import { freshDatabase, freshPath } from "../support/database.ts";

const TYPED = ["Zdeněk", "Šimon", "adam", "Čeněk", "Łukasz"];
const IN_ORDER = ["adam", "Čeněk", "Łukasz", "Šimon", "Zdeněk"];
const RENAMED = ["adam", "Čeněk", "Łukasz", "Zdeněk", "Žofie"];

const view = { campaignId: "esa", accountId: "system", now, today: "2026-11-10" } as const;
const standing = {
  priority: 1,
  influence: 3,
  interest: 3,
  desiredStance: null,
  goal: "",
  owner: null,
} as const;

type Work<T> = (change: Change) => Promise<T>;

const changed = <T extends { ok: boolean }>(database: Database, work: Work<T>) =>
  database.change(system, { ...unsent, campaignId: "esa" }, work as Work<{ ok: true }>);

const idOf = (rows: readonly { id: string; name: string }[], name: string) =>
  rows.find((row) => row.name === name)?.id ?? "";

const KINDS = {
  accounts: {
    async add(database: Database, name: string) {
      const account = { id: `id-${name}`, name, email: `${foldText(name)}@x.example`, position: "" };
      await record(database, async (change) => {
        const more = { zone: WASHINGTON, passwordHash: null, isAdministrator: false, roles: [] };
        await insertAccount(change, { ...account, ...more });
      });
    },
    async rename(database: Database, from: string, name: string) {
      const id = idOf(await listAccounts(database.read), from);
      await record(database, async (change) => {
        await updateAccount(change, id, { name }, null);
      });
    },
    lists: ({ read }: Database) => [listAccounts(read)],
  },
  audiences: {
    async add(database: Database, name: string) {
      const shared = { name, kind: "press", organisationId: null, side: null } as const;
      await changed(database, (change) => addAudience(change, "esa", shared, standing));
    },
    async rename(database: Database, from: string, name: string) {
      const audienceId = idOf(await listAudiences(database.read, view), from);
      const target = { campaignId: "esa", audienceId };
      await changed(database, (change) =>
        editAudience(change, target, { ...standing, name, kind: "press" } as const, 2),
      );
    },
    lists: ({ read }: Database) => [listAudiences(read, view), listAudienceChoices(read, "esa")],
  },
  organisations: {
    async add(database: Database, name: string) {
      const organisation = { name, kind: "think tank", address: "", phone: "", source: "card" } as const;
      await changed(database, (change) => addOrganisation(change, "esa", organisation));
    },
    async rename(database: Database, from: string, name: string) {
      const id = idOf(await listOrganisationChoices(database.read), from);
      const own = { key: "K", kind: "committee", parentKey: null, chamber: null, address: "", phone: "" };
      const held = { id, version: 1, endedOn: null, record: { ...own, name: from } } as const;
      const refresh = { added: [], changed: [{ held, incoming: { ...own, name } }], ended: [], same: 0 };
      await record(database, async (change) => {
        await refreshOrganisations(change, [held], refresh as never, { source: "list", day: view.today });
      });
    },
    lists: ({ read }: Database) => [
      listOrganisationChoices(read),
      listOrganisations(read, { show: "all", text: "" }, { limit: 9, offset: 0 }),
    ],
  },
} as const;

test.for(Object.keys(KINDS) as (keyof typeof KINDS)[])(
  "%s stand in the order of their letters, blind to case and diacritics, and move when they are renamed",
  async (kind) => {
    const { add, rename, lists } = KINDS[kind];
    const database = await freshDatabase();
    await addCampaign(database);
    for (const name of TYPED) await add(database, name);
    const named = async () =>
      (await Promise.all(lists(database))).map((rows) => rows.map(({ name }) => name));
    for (const names of await named()) expect(names).toEqual(IN_ORDER);
    await rename(database, "Šimon", "Žofie");
    for (const names of await named()) expect(names).toEqual(RENAMED);
  },
);

/** A file from before names had their place, filled by `fill`; gives what it gave. */
async function olderFile<T>(fill: (database: Database) => Promise<T>): Promise<{ path: string; made: T }> {
  const path = await freshPath();
  const step = migrations.findIndex(({ name }) => name === "0015-names-in-order");
  const database = await openDatabase(path, migrations.slice(0, step));
  const made = await fill(database);
  await database.close();
  return { path, made };
}

const sortNames = async ({ read }: Database, table: "account" | "audience" | "organisation") =>
  Object.fromEntries(
    (await read.selectFrom(table).select(["name", "sort_name"]).execute()).map((row) => [
      row.name,
      row.sort_name,
    ]),
  );

test("an older file gets the places of its names; what is undone afterwards goes back to its place", async () => {
  const { path, made } = await olderFile(async (database) => {
    await record(database, async (change) => {
      const more = { zone: WASHINGTON, email: "petr@x.example" };
      await change.insert("account", { id: "petr", name: "Petr ČERNÝ", ...more });
      await change.insert("organisation", { id: "o", kind: "press", name: "Łódź Æther" });
      await change.insert("audience", { id: "a", kind: "press", name: "Šimon" });
    });
    return database.change(system, unsent, async (change) => {
      await change.update("audience", "a", { name: "Žofie" }, null);
      const what = { recordKind: "audience", recordId: "a", action: "edited", summary: "Renamed" } as const;
      return change.describe({ ...what, location: "/" });
    });
  });
  const database = await openDatabase(path, migrations);
  expect(await sortNames(database, "account")).toEqual({ System: "system", "Petr ČERNÝ": "petr cerny" });
  expect(await sortNames(database, "organisation")).toEqual({ "Łódź Æther": "lodz aether" });
  expect(await sortNames(database, "audience")).toEqual({ Žofie: "zofie" });
  expect(await undoChange(database, system, made.changeId)).toMatchObject({ ok: true });
  expect(await sortNames(database, "audience")).toEqual({ Šimon: "simon" });
  await database.close();
});

test("an older file is folded as the program folds: every letter of Latin, Greek and Cyrillic", async () => {
  const letters = [
    [0x41, 0x7a],
    [0xc0, 0x24f],
    [0x370, 0x52f],
    [0x1e00, 0x1eff],
  ].flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
  );
  const names = letters.filter(
    (letter) => /^[\p{Lu}\p{Ll}\p{Lt}]$/u.test(letter) && letter === letter.normalize("NFC"),
  );
  const { path } = await olderFile((database) =>
    record(database, async (change) => {
      const rows = names.map((letter, at) => ({ id: `a${at}`, kind: "press", name: `a ${letter} a` }));
      await change.insertMany("audience", [
        ...rows,
        { id: "apart", kind: "press", name: "Šimon".normalize("NFD") },
      ]);
    }),
  );
  const database = await openDatabase(path, migrations);
  const folded = Object.entries(await sortNames(database, "audience"));
  expect(folded).toHaveLength(names.length + 1);
  expect(folded).toEqual(folded.map(([name]) => [name, foldText(name)]));
  await database.close();
});
