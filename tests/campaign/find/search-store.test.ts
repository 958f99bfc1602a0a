import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { pathOfFound } from "#app/campaign/find/found-record.ts";
import { listRecent } from "#app/campaign/find/palette-lists.server.ts";
import { listFound, purgeSearchIndex } from "#app/campaign/find/search.server.ts";
import { searchWords } from "#app/text/search-words.ts";
import { backUp } from "#db/backup.server.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addCampaign } from "../../support/builders/campaign.ts";
import { freshDatabase, freshPath } from "../../support/database.ts";

let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
  for (const id of ["autonomy", "cyber"]) await addCampaign(database, id);
  await addContact("cerny", "Jiří Černý");
  await addContact("armed", "Ada Armedson");
  await addContact("theirs", "Tess Theirs", "cyber");
  await addAudience("hasc", "House Armed Services, majority staff", ["autonomy"]);
  await addAudience("ncsc", "Armed forces cyber command", ["cyber"]);
  for (let number = 0; number < 300; number += 1)
    await addFollowUp(`promise-${number}`, "autonomy", `Armed answer ${number}`);
  await addFollowUp("secret", "cyber", "Send the secret paper on Armed drones");
});

async function find(typed: string, campaigns: readonly string[] = ["autonomy"]) {
  return (await listFound(database.read, searchWords(typed), campaigns)).rows;
}

async function record(
  kind: "contact" | "audience" | "follow-up",
  id: string,
  work: Parameters<Database["change"]>[2],
) {
  await database.change(system, unsent, async (change) => {
    change.describe({ recordKind: kind, recordId: id, action: "added", summary: "Added", location: "/" });
    return work(change);
  });
}

async function addContact(id: string, name: string, campaign = "autonomy") {
  await record("contact", id, async (change) => {
    await change.insert("contact", {
      id,
      name,
      sort_name: name,
      purpose: "mapping",
      source: "test",
      title: "Counsel",
    });
    await change.insert("campaign_contact", { id, campaign_id: campaign, contact_id: id });
    return { ok: true };
  });
}

async function addAudience(id: string, name: string, campaigns: readonly string[]) {
  await record("audience", id, async (change) => {
    await change.insert("audience", { id, kind: "congressional committee", name });
    for (const campaign of campaigns) {
      const row = { id: `${id}-${campaign}`, campaign_id: campaign, audience_id: id };
      await change.insert("campaign_audience", { ...row, priority: 1, influence: 4, interest: 4 });
    }
    return { ok: true };
  });
}

async function addFollowUp(id: string, campaign: string, text: string) {
  await record("follow-up", id, async (change) => {
    await change.insert("follow_up", {
      id,
      campaign_id: campaign,
      text,
      promised_by: "us",
      due_on: "2026-11-18",
    });
    return { ok: true };
  });
}

test("a name is found by the beginning of a word, blind to accents and case", async () => {
  for (const typed of ["cerny", "ČERNÝ", "jiri cer", "Jiří"]) {
    expect((await find(typed)).map(({ id }) => id)).toEqual(["cerny"]);
  }
  expect(await find("erny")).toEqual([]);
});

test("every word must occur", async () => {
  expect(await find("jiri armedson")).toEqual([]);
});

test("what belongs to a campaign of others is not found", async () => {
  expect(await find("secret")).toEqual([]);
  expect((await find("secret", ["autonomy", "cyber"])).map(({ id }) => id)).toEqual(["secret"]);
});

test("an audience is found by those whose campaign addresses it, and leads there", async () => {
  const ids = (await find("armed")).map(({ id }) => id);
  expect(ids).toContain("hasc");
  expect(ids).not.toContain("ncsc");
  const [audience] = await find("house armed");
  expect(audience && pathOfFound(audience)).toBe("/c/autonomy/audiences/hasc");
});

test("an audience is found by its initials too, with its side or without, and stands first", async () => {
  for (const typed of ["hasc", "HASC", "hasc staff", "hasc majority", "majority hasc"])
    expect(
      (await find(typed)).map(({ id }) => id),
      typed,
    ).toEqual(["hasc"]);
  for (const typed of ["has", "hasc minority", "hascs"]) expect(await find(typed), typed).toEqual([]);
  expect(await find("hasc", ["cyber"])).toEqual([]);
});

test("a person is found by those whose campaign knows him or her, and leads there", async () => {
  expect(await find("tess")).toEqual([]);
  const [person] = await find("tess", ["autonomy", "cyber"]);
  expect(person && pathOfFound(person)).toBe("/c/cyber/contacts/theirs");
});

test("three hundred newer promises do not crowd out an audience or a person", async () => {
  const found = await find("armed");
  expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(["hasc", "armed"]));
  expect(found.filter(({ kind }) => kind === "follow-up").length).toBeLessThanOrEqual(200);
});

test("what somebody changed last is listed latest first, without what is gone or another campaign’s", async () => {
  const reword = async (id: string, campaignId: string, minute: number) => {
    const at = { ...system, now: new Date(system.now.getTime() + minute * 60_000) };
    await database.change(at, { submission: null, campaignId }, async (change) => {
      change.describe({
        recordKind: "follow-up",
        recordId: id,
        action: "changed",
        summary: "Changed",
        location: "/",
      });
      return id === "gone" ? { ok: true } : change.update("follow_up", id, { text: `Reworded ${id}` }, null);
    });
  };
  await reword("promise-1", "autonomy", 1);
  await reword("promise-2", "autonomy", 2);
  await reword("gone", "autonomy", 3);
  await reword("secret", "cyber", 4);
  await reword("promise-1", "autonomy", 5);
  const recent = async (campaigns: readonly string[], most: number) =>
    (await listRecent(database.read, system.accountId, campaigns, most)).map(({ id }) => id);
  expect(await recent(["autonomy"], 5)).toEqual(["promise-1", "promise-2"]);
  expect(await recent(["autonomy", "cyber"], 2)).toEqual(["promise-1", "secret"]);
  expect(await recent([], 5)).toEqual([]);
});

test("nobody who is in no campaign finds anything", async () => {
  expect(await find("armed", [])).toEqual([]);
});

test("a changed name is found under the new name only, and a removed record not at all", async () => {
  await addContact("moved", "Zuzana Stará");
  await record("contact", "moved", (change) =>
    change.update("contact", "moved", { name: "Zuzana Nová" }, null),
  );
  expect(await find("stara")).toEqual([]);
  expect(await find("zuzana nova")).toHaveLength(1);
  await record("contact", "moved", async (change) => {
    await change.remove("contact", "moved");
    return { ok: true };
  });
  expect(await find("zuzana")).toEqual([]);
});

test.each(['"', "' OR 1=1 --", "title:armed", "NEAR(a b)", "*", "^", "-", "()", "\u0000", "😀", "שלום"])(
  "%s is looked for as it is, and never an error",
  async (typed) => {
    expect(Array.isArray(await find(typed))).toBe(true);
  },
);

test("an index that is put together finds what it found before", async () => {
  const count = async () =>
    (
      await sql<{
        count: number;
      }>`select count(*) as count from search_text where search_text match 'čern*'`.execute(database.read)
    ).rows[0]?.count;
  const before = await count();
  await purgeSearchIndex(database);
  expect(before).toBeGreaterThan(0);
  expect(await count()).toBe(before);
});

test("the index is put together in pieces, so that whoever saves meanwhile is let in, and into one", async () => {
  for (const n of Array(20).keys())
    await addContact(`many-${n}`, Array.from({ length: 100 }, (_, word) => `name${n}x${word}`).join(" "));
  const parts = async () =>
    (await sql`select distinct segid from search_text_idx`.execute(database.read)).rows.length;
  expect(await parts()).toBeGreaterThan(1);
  let pieces = 0;
  const writeUnrecorded: Database["writeUnrecorded"] = (work) => {
    pieces += 1;
    return database.writeUnrecorded(work);
  };
  await purgeSearchIndex({ writeUnrecorded, renewLog: database.renewLog }, 1);
  expect(pieces).toBeGreaterThan(2);
  expect(await parts()).toBe(1);
});

test("a word that was taken out is gone from the bytes of the index when it is put together, and from every backup", async () => {
  const word = "qvxzendumsk";
  const inIndex = async (read: Database["read"]) => {
    const held = sql<{ held: number }>`select count(*) as held from search_text_data
      where instr(block, cast(${word} as blob))`;
    return (await held.execute(read)).rows[0]?.held;
  };
  await addContact("taken", `Ada ${word}`);
  await record("contact", "taken", async (change) => {
    await change.remove("contact", "taken");
    return { ok: true };
  });
  expect(await find(word)).toEqual([]);
  expect(await inIndex(database.read)).toBeGreaterThan(0);
  const { path } = await backUp(database.path, await freshPath());
  const backup = await openDatabase(path);
  expect(await inIndex(backup.read)).toBe(0);
  await backup.close();
  await purgeSearchIndex(database);
  expect(await inIndex(database.read)).toBe(0);
});
