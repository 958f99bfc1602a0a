import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { addRatedCampaign } from "../../support/builders/review.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

let now = new Date("2026-11-12T20:00:00.000Z");
let database: Database;
let address: string;
let jana: string;
let reader: string;
const LIST = "/c/esa/reports/reviews";

beforeAll(async () => {
  database = await freshDatabase();
  await addRatedCampaign(database);
  await addAccount(database, "Klara", { esa: "reader" });
  await addAccount(database, "Stranger", {});
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
  reader = await cookieOf(database, address, "klara", now);
});

async function words(path: string, cookie = jana): Promise<string> {
  const { text } = await openPage(address, path, cookie);
  return text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

async function frozen(path: string): Promise<string> {
  const { text } = await openPage(address, path, jana);
  return /<article.*<\/article>/s.exec(text)?.[0] ?? "";
}

const save = (cookie: string, remark = "") => sendForm(address, LIST, cookie, { remark });
const pageOf = (headers: { location?: string | undefined }) => String(headers.location).split("?")[0] ?? "";

test("before the first review the page says what one is for", async () => {
  expect(await words(LIST)).toContain("No review has been saved yet");
});

let first = "";

test("an officer saves today's review with a remark; a reader reads it and may not save", async () => {
  expect((await save(reader)).status).toBe(403);
  const tooLong = await save(jana, "x".repeat(2001));
  expect(tooLong.status).toBe(400);
  expect(tooLong.text).toContain("x".repeat(2001));
  const saved = await save(jana, "Message 2 needs an answer.");
  expect(saved.status).toBe(303);
  first = pageOf(saved.headers);
  const page = await words(first, reader);
  expect(page).toContain("review of Thursday 12 November 2026");
  expect(page).toContain("Message 2 needs an answer.");
  expect(page).toContain("12 ratings");
  expect(page).toContain("Saved by Jana, Thu 12 Nov 2026, 15:00 in Washington, 21:00 in Prague");
  expect(page).not.toContain("The record up to that day has changed since");
});

test("a later correction is said beside the review, and not one byte of the frozen part differs", async () => {
  const before = await frozen(first);
  now = new Date("2026-11-16T20:00:00.000Z");
  jana = await cookieOf(database, address, "jana", now);
  reader = await cookieOf(database, address, "klara", now);
  const noted = await sendForm(address, "/c/esa/feedback/new", jana, {
    kind: "written reply",
    day: "11 Nov 2026",
    message: "m2",
    audience: "majority",
    contact: "",
    score: "-2",
    words: "Will not use it.",
    link: "",
  });
  expect(noted.status).toBe(303);
  expect(before.length).toBeGreaterThan(1000);
  expect(await frozen(first)).toBe(before);
  expect(await words(first)).toContain(
    "The record up to that day has changed since: 1 reaction entered later.",
  );
});

test("files carry what the page shows", async () => {
  const csv = await openPage(address, `${first}.csv`, reader);
  expect(csv.status).toBe(200);
  expect(csv.text).toContain("Message 2 needs an answer.");
  const level = /"?reception"?,level,2,all audiences,[^,]*,(-?[\d.]+)/.exec(csv.text)?.[1];
  const shown = Math.abs(Number(level)).toFixed(1);
  expect(await words(first)).toContain(shown);
  for (const [ending, start] of [
    [".docx", "PK"],
    [".pdf", "%PDF"],
  ] as const) {
    const file = await openPage(address, first + ending, reader);
    expect(file.status).toBe(200);
    expect(file.text.startsWith(start)).toBe(true);
  }
});

test("two reviews, and a review and today, are compared in words", async () => {
  const second = pageOf((await save(jana)).headers);
  const compared = await words(`${second}/compare?with=${first.split("/").at(-1)}`);
  expect(compared).toContain("Thursday 12 November against Monday 16 November 2026");
  expect(compared).toContain("The later review counts 1 more rating.");
  expect(compared).toMatch(
    /Message 2 with Committee, majority: [A-Z][^;]*; [^;]*, was [^;]*; 3 ratings, was 2; /,
  );
  const today = await words(`${second}/compare?with=live`);
  expect(today).toContain("Today’s figures count 0 more ratings.");
  expect(today).toMatch(/Later As things stood on Mon 16 Nov 2026, [^;]*; not saved/);
  expect(today).not.toContain("later review");
  expect(today).toContain("Every figure is the same.");
  expect((await openPage(address, `${second}/compare?with=nothing`, jana)).status).toBe(404);
});

test("the old address of its cable leads to where cables are written, and then to the one that is", async () => {
  const old = await openPage(address, `${first}/cable`, reader);
  expect([old.status, old.headers.location]).toEqual([
    302,
    `/c/esa/correspondence?review=${first.split("/").at(-1)}`,
  ]);
  const form = { write: "cable", review: first.split("/").at(-1) ?? "" };
  expect((await sendForm(address, "/c/esa/correspondence", reader, form)).status).toBe(403);
  const written = await sendForm(address, "/c/esa/correspondence", jana, form);
  const cable = pageOf(written.headers);
  expect(await words(cable)).toContain("Message 2 needs an answer.");
  expect((await openPage(address, `${first}/cable.docx`, reader)).headers.location).toBe(cable);
});

test("a review is withdrawn once with a reason, and stays", async () => {
  expect((await sendForm(address, first, reader, { reason: "No." })).status).toBe(403);
  expect((await sendForm(address, first, jana, { reason: " " })).status).toBe(400);
  expect((await sendForm(address, first, jana, { reason: "Saved too early." })).status).toBe(303);
  expect((await sendForm(address, first, jana, { reason: "Again." })).status).toBe(409);
  expect(await words(first)).toContain("Withdrawn on Mon 16 Nov by Jana: Saved too early.");
  expect(await words(LIST)).toContain("Saved too early.");
});

test("another campaign's review answers 404", async () => {
  const stranger = await cookieOf(database, address, "stranger", now);
  for (const path of [first, `${first}.csv`, `${first}/compare?with=live`, `${first}/cable`])
    expect((await openPage(address, path, stranger)).status).toBe(404);
  expect((await openPage(address, `${LIST}/nothing`, jana)).status).toBe(404);
});

test("a withdrawn review says so in every copy, and a handling that has become narrower holds for it", async () => {
  const told = "The review of Thu 12 Nov 2026 was withdrawn on Mon 16 Nov 2026 by Jana: Saved too early.";
  expect((await openPage(address, `${first}.csv`, reader)).text).toContain(told);
  expect(await words(`${first}/compare?with=live`)).toContain(told);
  expect(await frozen(first)).toContain("TLP:AMBER.");
  await database.change(system, unsent, async (change) => {
    await change.update("campaign", "esa", { handling: "TLP:RED" }, null);
    const about = { recordKind: "campaign", recordId: "esa", action: "edited" } as const;
    change.describe({ ...about, summary: "Edited", location: "/" });
    return { ok: true };
  });
  expect(await frozen(first)).toContain("TLP:RED.");
  expect((await openPage(address, `${first}.csv`, reader)).text).toContain("review,handling,,,,TLP:RED");
});
