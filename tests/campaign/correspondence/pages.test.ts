import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { addRatedCampaign } from "../../support/builders/review.ts";
import { freshDatabase } from "../../support/database.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-12T20:00:00.000Z");
const LIST = "/c/esa/correspondence";
let database: Database;
let address: string;
let jana: string;
let petr: string;
let reader: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addRatedCampaign(database);
  await addAccount(database, "Klara", { esa: "reader" });
  await addAccount(database, "Stranger", {});
  await addAccount(database, "Ambassador", { esa: "embassy clearer" });
  await edit({ result: "held" });
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
  petr = await cookieOf(database, address, "petr", now);
  reader = await cookieOf(database, address, "klara", now);
});

function edit(event: { result: "held" }) {
  return database.change(system, unsent, async (change) => {
    await change.update("outreach_event", "meeting", event, null);
    await change.update("outreach_event_participant", "meeting-claire", { attendance: "attended" }, null);
    await change.insert("outcome", {
      ...{ id: "logged", campaign_id: "esa", outreach_event_id: "meeting", officer_account_id: "jana" },
      ...{
        said: "“Žádné adjektiva.”",
        impression: "Tired",
        ground_rule: "background",
        handling: "TLP:AMBER",
      },
      logged_at: "2026-11-10T21:00:00.000Z",
    });
    const what = { recordKind: "outcome", recordId: "logged", action: "logged" } as const;
    change.describe({ ...what, summary: "Logged", location: "/" });
    return { ok: true };
  });
}

const plain = (html: string) =>
  html
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
const words = async (path: string, cookie = jana) => plain((await openPage(address, path, cookie)).text);
const write = (fields: Record<string, string>, cookie = jana) => sendForm(address, LIST, cookie, fields);
const placeOf = ({ headers }: { headers: { location?: string | undefined } }) =>
  String(headers.location).split("?")[0] ?? "";
const cable = { subject: "November", to: "Ministry", reference: "", handling: "TLP:AMBER" };
let written = "";

test("the monthly cable is written in one click, opened by a second, and taken as Word, PDF and text", async () => {
  expect((await write({ write: "cable" }, reader)).status).toBe(403);
  written = placeOf(await write({ write: "cable" }));
  expect(placeOf(await write({ write: "cable" }, petr))).toBe(written);
  const page = await words(written, reader);
  expect(page).toContain("NOT CLEARED. Version 1");
  expect(page).toContain("1. What we heard. One meeting was held in November and has been logged.");
  expect(page).toContain("“Žádné adjektiva”");
  expect((await openPage(address, `${written}.docx`, reader)).text.startsWith("PK")).toBe(true);
  const text = (await openPage(address, `${written}.txt`, reader)).text;
  expect(
    text.startsWith(
      "TLP:AMBER · Prepared on a system not approved for classified information · NOT CLEARED\n",
    ),
  ).toBe(true);
  expect(text).toContain("Copy taken by Klara");
  const answer = await fetch(`${address}${written}.pdf`, { headers: { Cookie: jana } });
  expect((await readPdf(new Uint8Array(await answer.arrayBuffer()))).pages).toHaveLength(1);
  expect((await openPage(address, `${written}.csv`, reader)).status).toBe(404);
});

test("a cable can be of the day of one meeting: beside that of its month, once for the same days", async () => {
  const days = (from: string, to: string) => write({ write: "cable of days", from, to });
  expect(await words(LIST)).toContain("Write a cable about certain days");
  const ofDay = placeOf(await days("10 Nov 2026", "10 Nov 2026"));
  expect(ofDay).not.toBe(written);
  expect(placeOf(await days("10 Nov", "10 Nov"))).toBe(ofDay);
  expect(placeOf(await days("9 Nov", "10 Nov"))).not.toBe(ofDay);
  expect(await words(ofDay)).toContain("One meeting was held on Tuesday 10 November and has been logged.");
  expect((await sendForm(address, ofDay, jana, { intent: "draft-again" })).status).toBe(303);
  expect(await words(ofDay)).toContain("One meeting was held on Tuesday 10 November");
  for (const [from, to, sentence] of [
    ["10 Nov", "9 Nov", "Enter a last day on or after the first"],
    ["10 Nov", "13 Nov", "Enter today or an earlier day"],
    ["", "10 Nov", "Enter the first day"],
    ["soon", "10 Nov", "soon"],
  ] as const) {
    const refused = await days(from, to);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(sentence);
  }
  expect((await write({ write: "cable of days", from: "today", to: "today" }, reader)).status).toBe(403);
});

test("two people edit one cable: the second sees both texts, and what is typed badly is kept", async () => {
  const typed = (text: string, version: string) => ({ ...cable, text, version });
  expect((await sendForm(address, written, reader, typed("No.", "1"))).status).toBe(403);
  expect((await sendForm(address, written, petr, typed("Petr’s text.", "1"))).status).toBe(303);
  const second = await sendForm(address, written, jana, typed("Jana’s text.", "1"));
  expect(second.status).toBe(409);
  expect(plain(second.text)).toContain("Petr changed this while you were writing");
  expect(second.text).toContain("Jana’s text.");
  const long = await sendForm(address, written, jana, typed(`Long ${"x".repeat(60_000)}`, "2"));
  expect([long.status, long.text.includes("Long xxx")]).toEqual([400, true]);
  expect((await sendForm(address, written, jana, typed("Jana’s text.", "2"))).status).toBe(303);
});

test("of two long texts only the paragraphs that differ stand side by side", async () => {
  const typed = (text: string) => ({ ...cable, text, version: "3" });
  await sendForm(address, written, petr, typed("The same.\n\nPetr’s part.\n\nThe end."));
  const { text } = await sendForm(address, written, jana, typed("The same.\n\nJana’s part.\n\nThe end."));
  const [, both = ""] = /class="both-texts">(.*?)<form/s.exec(text) ?? [];
  expect(plain(both)).toMatch(/Theirs Petr’s part\. Yours Jana’s part\. $/);
});

test("versions are compared and gone back to, and the records drafted again", async () => {
  expect(await words(`${written}/versions?from=2&to=3`)).toContain("Petr Jana ’s text.");
  expect((await openPage(address, `${written}/versions?from=9`, jana)).status).toBe(404);
  expect((await sendForm(address, written, jana, { intent: "go-back", number: "2" })).status).toBe(303);
  expect(await words(written)).toContain("Petr’s text.");
  expect((await sendForm(address, written, jana, { intent: "go-back", number: "9" })).status).toBe(404);
  expect((await sendForm(address, written, jana, { intent: "draft-again" })).status).toBe(303);
  expect(await words(written)).toContain("1. What we heard.");
  expect(await words(`${written}/versions`)).toContain("Went back to version 2");
  const { text: form } = await openPage(address, written, jana);
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? "";
  const typed = { ...cable, text: "Typed, and not saved.", version, intent: "draft-again" };
  expect((await sendForm(address, written, jana, typed)).status).toBe(303);
  expect(await words(written)).toContain("1. What we heard.");
  const newest = Number(/Version (\d+)/.exec(await words(written))?.[1]);
  await sendForm(address, written, jana, { intent: "go-back", number: String(newest - 1) });
  expect(await words(written)).toContain("Typed, and not saved.");
  await sendForm(address, written, jana, { intent: "draft-again" });
});

test("what was saved already is not saved once more when it is drafted again", async () => {
  const standing = async () => {
    const { text } = await openPage(address, written, jana);
    const value = (name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(text)?.[1] ?? "";
    const [, number] = /Version (\d+)/.exec(plain(text)) ?? [];
    const [, body = ""] = /<textarea[^>]* name="text"[^>]*>\n?(.*?)<\/textarea>/s.exec(text) ?? [];
    return { number: Number(number), form: { ...cable, text: body, version: value("version") } };
  };
  const saved = { ...(await standing()).form, text: "1. What we heard. Nothing new." };
  await sendForm(address, written, jana, saved);
  const before = await standing();
  await sendForm(address, written, jana, { ...before.form, intent: "draft-again" });
  expect((await standing()).number).toBe(before.number + 1);
});

test("a cable is put to desks only where the campaign wants it", async () => {
  const shown = async () => {
    const { text } = await openPage(address, written, jana);
    return /name="shownWords" value="([^"]+)"/.exec(text)?.[1] ?? "unknown";
  };
  const sent = { intent: "send", shownWords: "unknown" };
  expect((await sendForm(address, written, jana, sent)).status).toBe(403);
  expect(await words(LIST)).not.toContain("Clearance");
  await database.change(system, unsent, async (change) => {
    await change.update("campaign", "esa", { cables_are_cleared: 1 }, null);
    const what = { recordKind: "campaign", recordId: "esa", action: "changed" } as const;
    change.describe({ ...what, summary: "Cleared", location: "/" });
    return { ok: true };
  });
  const before = { ...sent, shownWords: await shown() };
  const early = await sendForm(address, written, jana, before);
  expect(early.status).toBe(409);
  expect(plain(early.text)).toContain("Complete the parts in square brackets first");
  const { text: form } = await openPage(address, written, jana);
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? "";
  await sendForm(address, written, jana, { ...cable, text: "1. What we heard. Nothing new.", version });
  const late = await sendForm(address, written, jana, before);
  expect(late.status).toBe(409);
  expect(plain(late.text)).toContain("Someone has changed the text since you opened the page");
  const present = { ...sent, shownWords: await shown() };
  const [, desk = ""] = /name="desks\[0\]\.desk" value="([^"]+)"/.exec(early.text) ?? [];
  const chosen = (asks: string, due: string) =>
    sendForm(address, written, jana, {
      ...{ ...present, "desks[0].desk": desk, "desks[0].asks": asks, "desks[0].due": due },
    });
  const past = await chosen("clear", "1 Nov 2026, 12:00");
  expect(past.status).toBe(400);
  expect(plain(past.text)).toContain("This time has passed. Choose a later one");
  expect(past.text).toContain('value="1 Nov 2026, 12:00"');
  const nobody = await chosen("not asked", "");
  expect(plain(nobody.text)).toContain("No desk has been asked to clear this text");
  expect((await chosen("clear", "17 Nov 2026, 12:00")).status).toBe(303);
  expect(await words(written)).toContain("asked, due Tue 17 Nov 2026, 12:00 in Washington");
  expect(await words(LIST)).toContain("With the clearers");
  const ambassador = await cookieOf(database, address, "ambassador", now);
  const { text } = await openPage(address, written, ambassador);
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? "";
  const asked = { intent: "clear", request: hidden("request"), shownWords: hidden("shownWords") };
  expect((await sendForm(address, written, jana, asked)).status).toBe(409);
  expect((await sendForm(address, written, ambassador, asked)).status).toBe(303);
  expect(await words(written)).toContain("Cleared by Ambassador");
  expect((await openPage(address, `${written}.txt`, reader)).text).toMatch(
    /^TLP:AMBER · .* · Cleared by Ambassador/,
  );
});

test("a memorandum and a thank-you note are one click from the outcome, and the note leaves nothing internal", async () => {
  const outcome = await words("/c/esa/outcomes/logged");
  expect(outcome).toContain("Memorandum of conversation");
  expect(outcome).toContain("Thank-you note to claire");
  expect(await words("/c/esa/events/meeting")).toContain("Memorandum and thank-you note");
  const memorandum = placeOf(await write({ write: "memorandum of conversation", event: "meeting" }));
  expect(await words(memorandum)).toContain("Present: claire; Jana, Petr.");
  const note = placeOf(await write({ write: "thank-you note", event: "meeting", contact: "claire" }));
  expect((await openPage(address, `${note}.txt`, jana)).text).toMatch(
    /^12 November 2026\n\nDear claire:\n\nThank you for meeting us on Tuesday 10 November\./,
  );
  expect(await words(`${LIST}?event=meeting`)).toContain("What to write after the meeting");
  expect(await words(`${LIST}?event=meeting`)).toContain("Cable of Tue 10 Nov");
  const ofThatDay = { write: "cable of days", from: "2026-11-10", to: "2026-11-10" };
  expect(await words(placeOf(await write(ofThatDay)))).toContain("on Tuesday 10 November");
  const long = await write({ write: "cable of days", from: "2026-09-09", to: "2026-11-10" });
  expect([long.status, plain(long.text).includes("Choose 62 days at most")]).toEqual([400, true]);
  const longest = { write: "cable of days", from: "2026-09-10", to: "2026-11-10" };
  expect((await write(longest)).status).toBe(303);
  expect((await write({ write: "thank-you note", event: "meeting", contact: "marcus" })).status).toBe(404);
  expect((await write({ write: "memorandum of conversation", event: "nothing" })).status).toBe(404);
  expect((await write({ write: "poem" })).status).toBe(400);
});

test("of a sign that no typeface has the drafter is told on the page, not who is thanked", async () => {
  const note = placeOf(await write({ write: "thank-you note", event: "meeting", contact: "claire" }));
  expect(await words(note)).not.toContain("shows □ instead");
  const { text } = await openPage(address, note, jana);
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? "";
  const smiling = { text: "Dear claire:\n\nThank you 🙂.", version };
  expect((await sendForm(address, note, jana, smiling)).status).toBe(303);
  expect(await words(note)).toContain("shows □ instead");
  const answer = await fetch(`${address}${note}.pdf`, { headers: { Cookie: jana } });
  const { pages } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
  const body = pages.map((page) => page.body).join(" ");
  expect(body).toContain("Thank you □");
  expect(body).not.toContain("stands for a character");
});

test("another campaign’s correspondence answers 404", async () => {
  const stranger = await cookieOf(database, address, "stranger", now);
  for (const path of [LIST, written, `${written}.pdf`, `${written}/versions`])
    expect((await openPage(address, path, stranger)).status).toBe(404);
  expect((await openPage(address, `${LIST}/nothing`, jana)).status).toBe(404);
});
