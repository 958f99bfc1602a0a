import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { addMeeting, addressBothAudiences } from "../support/builders/meeting.ts";
import { freshDatabase } from "../support/database.ts";
import { startedServer } from "../support/server.ts";
import { cookieOf, openPage, sendForm } from "../support/signed-in.ts";

let now = new Date("2026-11-12T20:00:00.000Z");
let database: Database;
let address: string;
let jana: string;
const PAGE = "/c/esa/reports/effectiveness";

beforeAll(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  await addressBothAudiences(database);
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
});

async function words(path: string): Promise<string> {
  const { text } = await openPage(address, path, jana);
  return text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

const react = (fields: Record<string, string>) =>
  sendForm(address, "/c/esa/feedback/new", jana, {
    kind: "written reply",
    day: "12 Nov 2026",
    message: "m3",
    audience: "majority",
    contact: "",
    score: "2",
    words: "Will use it.",
    link: "",
    ...fields,
  });

test("before anything is rated the page says that it is too little", async () => {
  expect(await words(PAGE)).toContain("Not enough evidence yet.");
});

test("a reaction is kept as typed until it is complete, and then stands in the figures at once", async () => {
  const refused = await react({ score: "", day: "31 Feb 2026" });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Choose how it was received");
  expect(refused.text).toContain("That day is not in the calendar");
  expect(refused.text).toContain("Will use it.");
  expect((await react({ day: "13 Nov 2026" })).text).toContain("today or earlier");
  expect((await react({ link: "javascript:alert(1)" })).status).toBe(400);
  expect((await react({})).status).toBe(303);
  const page = await words(PAGE);
  expect(page).toContain("1 rating, 2 audiences, 1 rater");
  expect(page).toContain("raw +2.0");
  expect(page).toContain("There is not yet enough evidence on message 3.");
});

test("a cell leads to the notes behind it, reactions outside meetings among them", async () => {
  const page = (await openPage(address, PAGE, jana)).text;
  expect(page).toContain("/c/esa/outcomes?audience=majority&amp;message=m3");
  const behind = await words("/c/esa/outcomes?audience=majority&message=m3");
  expect(behind).toContain("Reactions outside meetings also count");
  expect(behind).toContain("Will use it.");
  expect(await words("/c/esa/outcomes?audience=minority&message=m3")).not.toContain("Will use it.");
});

test("the reports open at effectiveness, and one message's wordings are a link away", async () => {
  const answer = await openPage(address, "/c/esa/reports", jana);
  expect([answer.status, answer.headers.location]).toEqual([302, "/c/esa/reports/effectiveness"]);
  expect(await words(`${PAGE}?wordings=3`)).toContain("No rating records the wording used.");
  expect(await words(`${PAGE}?wordings=nonsense`)).toContain("Wordings of message 3");
});

test("the file holds the figures of the page", async () => {
  const csv = (await openPage(address, `${PAGE}.csv`, jana)).text;
  const line = csv.split("\r\n").find((row) => row.includes("Committee, majority") && row.startsWith("3,"));
  const level = Number(/"Committee, majority",(-?[\d.]+)/.exec(line ?? "")?.[1]);
  const page = await words(PAGE);
  expect(level).toBeGreaterThan(0.5);
  expect(page).toContain(`+${level.toFixed(1)} Well received`);
});

test("a past day is shown with what had happened by then, or with what we knew by then", async () => {
  now = new Date("2026-11-16T20:00:00.000Z");
  jana = await cookieOf(database, address, "jana", now);
  await react({ message: "m2", score: "-2", day: "11 Nov 2026" });
  const happened = await words(`${PAGE}?on=14+Nov+2026&known=now`);
  const knew = await words(`${PAGE}?on=14+Nov+2026&known=then`);
  expect(happened).toContain("2 ratings,");
  expect(knew).toContain("1 rating,");
  expect(knew).toContain("as we knew it then");
  expect(await words(`${PAGE}?on=40+Nov`)).toContain("That day is not in the calendar");
  expect(await words(`${PAGE}?on=20+Nov+2026`)).toContain("Enter today or an earlier day");
});

test("a change is looked at once, with a reason, and its line goes", async () => {
  for (let at = 0; at < 12; at += 1) {
    const day = `${1 + at} ${at < 6 ? "May" : "Oct"} 2026`;
    await react({ message: "m2", audience: "minority", day, score: at < 6 ? "2" : "-2" });
  }
  const found = (await openPage(address, PAGE, jana)).text;
  const keys = [...found.matchAll(/name="change" value="([^"]+)"/g)].map(([, key]) => key ?? "");
  const key = keys.find((one) => one.startsWith("m2 minority drop")) ?? "";
  expect(key).not.toBe("");
  expect((await sendForm(address, PAGE, jana, { change: key, reason: " " })).status).toBe(400);
  expect((await sendForm(address, PAGE, jana, { change: key, reason: "New staff director." })).status).toBe(
    303,
  );
  const after = await words(PAGE);
  expect(after).not.toContain("Message 2 is less well received by Committee, minority");
  expect(after).toContain("New staff director.");
  expect((await sendForm(address, PAGE, jana, { change: key, reason: "Again." })).status).toBe(409);
});
