import { beforeEach, expect, test } from "vitest";
import { findPaper } from "#app/campaign/paper-text/papers.server.ts";
import { insertPaper } from "#app/campaign/talking-points/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { now, system, unsent } from "../../support/author.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { block, footnote, paper } from "../../support/builders/paper.ts";
import { addToldCase, addTwoCampaigns } from "../../support/builders/told-case.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const TOLD = { what: "United States, share of GDP, 2024", value: "3.38 %", edition: "NATO, mid-2024" };
const NOW = { ...TOLD, value: "3.19 %", edition: "NATO annual report, April 2025" };
const claire = { key: "claire", organisation: "sfrc", side: "majority" } as const;
const robin = { key: "robin", organisation: "sfrc", side: "majority" } as const;

let database: Database;
let address: string;
let cookies: Record<string, string>;
let eventId: string;

/** The other campaign told Robin 3.38 in a secret sentence; ours plans 3.19 for Claire, of the same office. */
beforeEach(async () => {
  database = await freshDatabase();
  await addTwoCampaigns(database);
  await addAccount(database, "Alena", { esa: "reader" });
  const secret = block("A secret sentence.", { footnotes: [footnote("P1", { figures: [TOLD] })] });
  const there = {
    daysBefore: 40,
    result: "held",
    people: [robin],
    absent: [],
    blocks: [secret],
    score: 1,
  } as const;
  const told = [{ campaign: "treaty", ...there }] as const;
  const one = { name: "", isDifference: true, told, planned: { people: [claire], blocks: [] } };
  ({ eventId } = await addToldCase(database, one, "case"));
  await startPaper();
  ({ address } = await startedServer(database, { now: () => now }));
  cookies = {};
  for (const who of ["jana", "eva", "alena"]) cookies[who] = await cookieOf(database, address, who, now);
});

async function startPaper(): Promise<void> {
  const { claim, code, proofPointId: id } = footnote("P2");
  await database.change({ ...system, accountId: "jana" }, unsent, async (change) => {
    const fact = { campaign_id: "esa", code, claim, as_of: "2025", disclosure: "free to use" } as const;
    await change.insert("proof_point", { id, ...fact, figures_json: JSON.stringify([NOW]) });
    const text = paper([block("They spend 3.19 %.", { footnotes: [footnote("P2")] })], { speaker: "Jana" });
    await insertPaper(change, { id: "paper", campaignId: "esa", eventId, handling: "TLP:AMBER", text });
    change.describe({
      recordKind: "talking points",
      recordId: "paper",
      action: "started",
      summary: "Started",
      location: "/",
    });
    return { ok: true };
  });
}

const open = (who: string, path: string) => openPage(address, `/c/esa/${path}`, cookies[who] ?? null);
const press = (who: string, fields: Record<string, string>) =>
  sendForm(address, `/c/esa/events/${eventId}/told`, cookies[who] ?? null, {
    section: "points to make",
    ...fields,
  });

async function key(): Promise<string> {
  const { text } = await open("jana", `events/${eventId}/told`);
  return /name="difference" value="([0-9a-f]{24})"/.exec(text)?.[1] ?? "";
}

test("who is in one campaign sees the office, the day and the figure that another campaign gave, and no more", async () => {
  for (const path of [
    `events/${eventId}`,
    `events/${eventId}/told`,
    `events/${eventId}/brief`,
    "talking-points/paper",
  ]) {
    for (const who of ["jana", "alena"]) {
      const { status, text } = await open(who, path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).toContain("3.38 %");
      expect(text).toContain("another campaign");
      expect(text).not.toMatch(/secret|Petr|robin|case-told-0|treaty/i);
    }
  }
});

test("who is in both campaigns sees from whom, on which occasion and in which words", async () => {
  const { text } = await open("eva", `events/${eventId}/told`);
  expect(text).toContain("A secret sentence.");
  expect(text).toContain("Petr");
  expect(text).toContain("/c/treaty/events/case-told-0");
});

test("a paper for its recipients only keeps its figure back, and nobody writes it into another paper", async () => {
  const before = await key();
  await database.change(system, unsent, async (change) => {
    await change.update("talking_points", "case-told-0", { handling: "TLP:RED" }, null);
    change.describe({
      recordKind: "talking points",
      recordId: "paper",
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  const { text } = await open("jana", `events/${eventId}/told`);
  expect(text).toContain("may not be shown here");
  expect(text).not.toContain("3.38");
  expect((await press("jana", { difference: before })).status).toBe(409);
  expect((await press("eva", { difference: before })).status).toBe(409);
});

test("said openly, the paper holds both figures with today’s source, and the difference counts as said", async () => {
  const difference = await key();
  const sent = await press("jana", { difference, submission: "once" });
  expect(sent.status).toBe(303);
  await press("jana", { difference, submission: "once" });
  const blocks = (await findPaper(database.read, "esa", "paper"))?.text.blocks ?? [];
  expect(blocks).toHaveLength(2);
  expect(blocks[1]?.text).toContain(
    "What we told you on Thursday 1 October was based on this: 3.38 % (United States, share of GDP, 2024; NATO, mid-2024)",
  );
  expect(blocks[1]?.footnotes.map(({ code }) => code)).toEqual(["P2"]);
  const { text } = await open("jana", `events/${eventId}`);
  expect(text).toContain("1 differs, said openly");
  expect(text).not.toContain('name="difference"');
  expect((await open("jana", `events/${eventId}/brief`)).text).not.toContain("Say it openly.");
});

test("a reader is not offered it and may not press it; a difference that is gone and a made-up one are refused", async () => {
  const difference = await key();
  expect((await open("alena", `events/${eventId}/told`)).text).not.toContain('name="difference"');
  expect((await press("alena", { difference })).status).toBe(403);
  expect((await press("jana", { difference: "0".repeat(24) })).status).toBe(409);
  expect((await press("jana", { difference: "<script>" })).status).toBe(400);
  expect((await press("jana", { difference, section: "avoid" })).status).toBe(400);
});

test("without talking points, and without anybody from an office, the page says so", async () => {
  await database.change(system, unsent, async (change) => {
    await change.update("talking_points", "paper", { retired_at: now.toISOString() }, null);
    change.describe({
      recordKind: "talking points",
      recordId: "paper",
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  expect((await open("jana", `events/${eventId}/told`)).text).toContain("no talking points to compare yet");
  expect((await press("jana", { difference: "0".repeat(24) })).status).toBe(404);
});
