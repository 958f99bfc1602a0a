import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
const path = "/c/esa/events/meeting/log";

let database: Database;
let address: string;
let jana: string;
let petr: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  await addAccount(database, "Alena", { esa: "reader" });
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
  petr = await cookieOf(database, address, "petr", now);
});

type Field = readonly [string, string];

const whole: readonly Field[] = [
  ["attended", "claire"],
  ["received-m3", "1"],
  ["wording-m3", "as written"],
  ["received-m2", "not raised"],
  ["groundRule", "background"],
  ["said", "“Finally, numbers.” <script>alert(1)</script> =cmd() שלום 👩‍💻"],
];

function outcomes() {
  return database.read.selectFrom("outcome").selectAll().execute();
}

/** The words of the page without its markup. */
function words(text: string): string {
  return text
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "’")
    .replaceAll(/\s+/g, " ");
}

test("/log leads to what there is to log in the campaign of my last meeting", async () => {
  const { status, headers } = await openPage(address, "/log", jana);
  expect([status, headers.location]).toEqual([302, "/c/esa/log"]);
  const { text } = await openPage(address, "/c/esa/log", jana);
  expect(text).toContain(`href="${path}"`);
});

test("the form opens with those who were expected and the planned messages", async () => {
  const { status, text } = await openPage(address, path, jana);
  expect(status).toBe(200);
  for (const sentence of [
    "How did it go?",
    "Committee, majority, and Committee, minority. Today, 14:00 to 14:45",
    "Message 3",
    "Tue 17 Nov (Prague)",
  ])
    expect(words(text)).toContain(sentence);
  expect(text.match(/<input[^>]*name="attended"[^>]*checked/g)).toHaveLength(2);
});

test("what is missing or wrong is said at its field, and what was typed stays", async () => {
  const { status, text } = await sendForm(address, path, jana, [
    ["attended", "claire"],
    ["received-m3", "1"],
    ["groundRule", "background"],
    ["said", "What I typed"],
    ["followUps[0].text", "Send the sheet"],
    ["followUps[0].by", "8 Nov"],
  ]);
  expect(status).toBe(400);
  for (const sentence of [
    "There is a problem",
    "Say how message 2 was received, or choose “Not raised”",
    "Enter a date after Tuesday 10 November, like 18 Nov 2026",
    "What I typed",
  ])
    expect(words(text)).toContain(sentence);
  expect(text).toContain('href="#received-m2"');
  expect(text).toMatch(/<input id="received-m2" type="radio"/);
  expect(text).toMatch(/<title>Error: /);
  expect(await outcomes()).toEqual([]);
});

test.each([
  ["a person of another meeting", "attended", "somebody"],
  ["an objection of another campaign", "objections", "o77"],
])("%s is refused at its field", async (_, name, value) => {
  const { status } = await sendForm(address, path, jana, [...whole, [name, value]]);
  expect(status).toBe(400);
  expect(await outcomes()).toEqual([]);
});

test("a reception off the scale is no reception", async () => {
  const { status, text } = await sendForm(address, path, jana, [
    ...whole.filter(([name]) => name !== "received-m3"),
    ["received-m3", "3"],
  ]);
  expect(status).toBe(400);
  expect(words(text)).toContain("Say how message 3 was received");
});

test("the room is split by a button, without losing what was typed", async () => {
  const { status, text } = await sendForm(address, path, jana, [...whole, ["reshape", "split m3"]]);
  expect(status).toBe(200);
  expect(words(text)).toContain("Finally, numbers.");
  expect(text).toContain('name="received-m3-by-majority" checked="" value="1"');
  expect(text).toContain('name="received-m3-by-claire"');
  expect(text).not.toContain('name="received-m3"');
  expect(await outcomes()).toEqual([]);
});

test("a holiday is pointed out, and a button takes the better day", async () => {
  const typed: readonly Field[] = [...whole, ["followUps[0].text", "Send it"], ["followUps[0].by", "17 Nov"]];
  const pointedOut = await sendForm(address, path, jana, [...typed, ["reshape", "none"]]);
  expect(words(pointedOut.text)).toContain("Tue 17 Nov is a holiday in Prague. Use Wed 18 Nov");
  const taken = await sendForm(address, path, jana, [...typed, ["reshape", "due 0 2026-11-18"]]);
  expect(taken.text).toMatch(/name="followUps\[0\]\.by"[^>]*value="18 Nov 2026"/);
});

test("a promise for which no day is typed is due on the day that its form names", async () => {
  const { text } = await openPage(address, path, petr);
  expect(words(text)).toContain("If left empty: Wed 18 Nov");
  const sent: readonly Field[] = [
    ...whole,
    ["submission", "no-day"],
    ["followUps[0].text", "Send the sheet"],
  ];
  const { status, headers } = await sendForm(address, path, petr, sent);
  expect(status).toBe(303);
  const { text: logged } = await openPage(address, String(headers.location), petr);
  expect(words(logged)).toContain("Follow-up due Wed 18 Nov 2026.");
  const undone = /name="change" value="([^"]+)"/.exec(logged)?.[1] ?? "";
  await sendForm(address, "/c/esa/undo", petr, [["change", undone]]);
});

test("saved once, sent twice, and told what comes next", async () => {
  const sent: readonly Field[] = [
    ...whole,
    ["submission", "one"],
    ["objections", "o9"],
    ["newObjection", "Who pays for it?"],
    ["followUps[0].text", "Send the sheet"],
    ["followUps[0].by", "18 Nov"],
  ];
  const [first, second] = await Promise.all([
    sendForm(address, path, jana, sent),
    sendForm(address, path, jana, sent),
  ]);
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(first.headers.location).toBe(second.headers.location);
  expect(await outcomes()).toHaveLength(1);
  const { status, text } = await openPage(address, String(first.headers.location), jana);
  expect(status).toBe(200);
  for (const sentence of [
    "Logged. Follow-up due Wed 18 Nov 2026.",
    "Undo",
    "Receptive for the room",
    "Who pays for it?",
    "Send the sheet",
  ])
    expect(words(text)).toContain(sentence);
  expect(text).toContain("&lt;script&gt;alert(1)");
  expect(text).toContain("שלום 👩‍💻");
  expect(text).toContain("Tick, change or add");
  const alena = await cookieOf(database, address, "alena", now);
  expect((await openPage(address, String(first.headers.location), alena)).text).not.toContain("Tick, change");
  const logOne = async (who: string) =>
    (await openPage(address, "/c/esa/outcomes", who)).text.includes('/c/esa/log"');
  expect([await logOne(jana), await logOne(alena)]).toEqual([true, false]);
});

test("a second log of the same officer is refused by rule, and the page leads to the first", async () => {
  const { status, text } = await sendForm(address, path, jana, [...whole, ["submission", "two"]]);
  expect(status).toBe(409);
  expect(words(text)).toContain("You have already logged this event.");
  const [outcome] = await outcomes();
  const page = await openPage(address, path, jana);
  expect(page.text).toContain(`/c/esa/outcomes/${outcome?.id}`);
});

test("another officer logs beside it; a person's own reception counts for the person's audience", async () => {
  const { status, headers } = await sendForm(address, path, petr, [
    ["received-m3-by-majority", "-1"],
    ["received-m3-by-marcus", "2"],
    ["split", "m3"],
    ["received-m2", "not raised"],
    ["groundRule", "off the record"],
  ]);
  expect(status).toBe(303);
  const rows = await database.read
    .selectFrom("reception")
    .selectAll()
    .where("contact_id", "is not", null)
    .execute();
  expect(rows).toMatchObject([{ audience_id: "minority", contact_id: "marcus", score: 2, scope: "contact" }]);
  const marcus = await database.read
    .selectFrom("outreach_event_participant")
    .select("attendance")
    .where("contact_id", "=", "marcus")
    .executeTakeFirst();
  expect(marcus?.attendance).toBe("attended");
  const { text } = await openPage(address, String(headers.location).split("?")[0] ?? "", petr);
  for (const sentence of ["Petr", "Jana", "Endorsed marcus", "Receptive for the room"])
    expect(words(text)).toContain(sentence);
});

test("the list shows both and is filtered; a page of somebody else's campaign is not there", async () => {
  const all = await openPage(address, "/c/esa/outcomes", jana);
  expect(words(all.text)).toContain("logged by Petr");
  const filtered = await openPage(address, "/c/esa/outcomes?officer=jana&page=x", jana);
  expect([filtered.status, words(filtered.text).includes("logged by Petr")]).toEqual([200, false]);
  expect((await openPage(address, "/c/other/outcomes", jana)).status).toBe(404);
  expect((await openPage(address, "/c/esa/outcomes/nothing", jana)).status).toBe(404);
  expect((await openPage(address, "/c/esa/events/nothing/log", jana)).status).toBe(404);
});

test("a log is changed by its officer only, and a stale form shows both texts", async () => {
  const logged = (await outcomes()).find((outcome) => outcome.officer_account_id === "jana");
  const edit = `/c/esa/outcomes/${logged?.id}/edit`;
  expect((await openPage(address, edit, petr)).status).toBe(403);
  expect((await openPage(address, edit, jana)).status).toBe(200);
  const mine = whole.filter(([name]) => name !== "said");
  const first = await sendForm(address, edit, jana, [...mine, ["said", "The first"], ["version", "1"]]);
  expect(first.status).toBe(303);
  const stale = await sendForm(address, edit, jana, [...mine, ["said", "The second"], ["version", "1"]]);
  expect(stale.status).toBe(409);
  for (const sentence of ["changed this while you were writing", "The first", "The second"])
    expect(words(stale.text)).toContain(sentence);
  expect(stale.text).toMatch(/name="version" value="2"/);
  const kept = await sendForm(address, edit, jana, [...mine, ["said", "The second"], ["version", "2"]]);
  expect(kept.status).toBe(303);
  const page = await openPage(address, String(kept.headers.location), jana);
  expect(words(page.text)).toContain("Changed the log.");
  expect(words(page.text)).toContain("The second");
});

test("when all is logged, the list says so", async () => {
  const { status, text } = await openPage(address, "/c/esa/log", jana);
  expect(status).toBe(200);
  expect(words(text)).toContain("None of yours in this campaign.");
});

test("a message that was rated and is not planned for the event has its title beside its number", async () => {
  const [logged] = await outcomes();
  await database.change(system, unsent, async (change) => {
    await change.remove("outreach_event_message", "meeting-m2");
    const what = { recordKind: "outreach event", recordId: "meeting", action: "edited" } as const;
    change.describe({ ...what, summary: "Edited", location: "/" });
    return { ok: true };
  });
  const { text } = await openPage(address, `/c/esa/outcomes/${logged?.id}`, jana);
  const headings = Array.from(text.matchAll(/<h3>(.*?)<\/h3>/gs), ([, inside = ""]) => words(inside));
  expect(headings.join("; ")).toContain("Message 2");
});
