import { beforeEach, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { now, system, unsent } from "../../support/author.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { placeHoldOn } from "../../support/builders/held-message.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { addPaper, addTeamAndLibrary } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

let database: Database;
let address: string;
let cookies: Record<string, string>;

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  await addPaper(database);
  ({ address } = await startedServer(database, { now: () => now }));
  cookies = {};
  for (const who of ["jana", "petr", "tomas", "alena"]) {
    cookies[who] = await cookieOf(database, address, who, now);
  }
});

const open = (who: string, path: string) => openPage(address, `/c/esa${path}`, cookies[who] ?? null);
const send = (who: string, path: string, fields: Record<string, string>) =>
  sendForm(address, `/c/esa${path}`, cookies[who] ?? null, fields);

const line = {
  text: "We talk to our American partners.",
  handling: "TLP:GREEN",
  day: "11 Nov 2026",
  time: "18:00",
};

test("clearers place a hold with a reason; officers and readers are refused", async () => {
  const place = (who: string, reason: string) => send(who, "/messages/1/hold", { reason });
  expect((await place("jana", "News")).status).toBe(403);
  expect((await place("alena", "News")).status).toBe(403);
  const empty = await place("petr", "  ");
  expect(empty.status).toBe(400);
  expect(empty.text).toContain("Write the reason");
  const promised = async (who: string) =>
    (await open(who, "/messages/1/hold")).text.includes("Placing the hold will");
  expect([await promised("tomas"), await promised("jana")]).toEqual([true, false]);
  expect((await place("tomas", "News")).status).toBe(303);
  expect(await promised("tomas")).toBe(false);
  const again = await place("petr", "More news");
  expect(again.status).toBe(409);
  expect(again.text).toContain("This message is already on hold");
  expect(again.text).toContain("More news");
});

test("a hold sent twice is placed once", async () => {
  const fields = { reason: "News", submission: "once" };
  const [first, second] = [
    await send("petr", "/messages/1/hold", fields),
    await send("petr", "/messages/1/hold", fields),
  ];
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.headers.location).toBe(first.headers.location);
});

test("every page of the campaign carries the hold, its own page and other campaigns do not", async () => {
  const hold = await placeHoldOn(database);
  for (const path of ["", "/messages", "/talking-points", "/calendar", "/holds"]) {
    expect((await open("alena", path)).text, path).toContain("Message 1 on hold");
  }
  expect((await open("alena", `/holds/${hold}`)).text).not.toContain('aria-label="Holds"');
  expect((await openPage(address, "/account", cookies.alena ?? null)).text).not.toContain("on hold");
});

test("a line is refused with what was typed: no words, no time, a time that has passed, a time that does not exist", async () => {
  const hold = await placeHoldOn(database);
  const write = (given: Record<string, string>) => send("jana", `/holds/${hold}/line`, { ...line, ...given });
  expect((await write({ text: " " })).text).toContain("Write what to say instead");
  const slashes = await write({ day: "11/12/2026" });
  expect(slashes.status).toBe(400);
  expect(slashes.text).toContain("Write the month as a word");
  expect(slashes.text).toContain("We talk to our American partners.");
  expect((await write({ day: "9 Nov 2026" })).text).toContain("The line must expire in the future");
  expect((await write({ day: "14 Mar 2027", time: "02:30" })).text).toContain("That time does not exist");
  expect((await write({ handling: "SECRET" })).status).toBe(400);
  expect((await send("alena", `/holds/${hold}/line`, line)).status).toBe(403);
  expect((await write({})).status).toBe(303);
  expect((await write({})).status).toBe(409);
});

test("a save from an old page shows both lines and keeps the typed one", async () => {
  const hold = await placeHoldOn(database);
  await send("jana", `/holds/${hold}/line`, line);
  await send("petr", `/holds/${hold}/line`, { ...line, seen: "1", text: "Petr's line.", time: "19.00" });
  const empty = await send("jana", `/holds/${hold}/line`, { ...line, seen: "1", text: "" });
  expect(empty.text).toContain('name="seen" value="1"');
  const refused = await send("jana", `/holds/${hold}/line`, { ...line, seen: "1", text: "Jana's line." });
  expect(refused.status).toBe(409);
  expect(refused.text.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")).toMatch(
    /Petr changed this while you were writing .* Words Theirs Petr.{1,6}s line\. Yours Jana.{1,6}s line\. Washington time Theirs 19:00 Yours 18:00 Saving/,
  );
  expect(refused.text).toContain("Jana&#x27;s line.</textarea>");
  expect(refused.text).toContain('name="seen" value="2"');
});

test("the line is cleared by its desks and lifted by the embassy alone", async () => {
  const hold = await placeHoldOn(database);
  await send("jana", `/holds/${hold}/line`, line);
  const act = (who: string, fields: Record<string, string>) => send(who, `/holds/${hold}`, fields);
  expect((await act("jana", { intent: "send-line", answerBy: "25:00" })).status).toBe(400);
  expect((await act("alena", { intent: "send-line", answerBy: "13:00" })).status).toBe(403);
  const shown = async () => {
    const { text } = await open("jana", `/holds/${hold}`);
    return /name="shownHash" value="([^"]+)"/.exec(text)?.[1] ?? "unknown";
  };
  const sent = { intent: "send-line", answerBy: "13:00", shownHash: await shown() };
  await send("jana", `/holds/${hold}/line`, { ...line, text: "Another.", seen: "1" });
  const late = await act("jana", sent);
  expect([late.status, late.text.includes("nothing has been sent")]).toEqual([409, true]);
  await send("jana", `/holds/${hold}/line`, { ...line, seen: "2" });
  expect((await act("jana", { ...sent, shownHash: await shown() })).status).toBe(303);
  for (const [who, side] of [
    ["petr", "embassy"],
    ["tomas", "ministry"],
  ] as const) {
    const request = await database.read
      .selectFrom("clearance_request")
      .select(["id", "text_hash"])
      .where("authority", "=", side)
      .executeTakeFirstOrThrow();
    const clear = { intent: "clear-line", request: request.id, shownHash: request.text_hash };
    expect((await act("jana", clear)).status).toBe(409);
    expect((await act(who, clear)).status).toBe(303);
  }
  expect((await open("alena", "/messages/1")).text).toContain("We talk to our American partners.");
  await send("jana", `/holds/${hold}/line`, { ...line, text: "We talk.", seen: "3" });
  const banner = (await open("alena", "/audiences")).text;
  expect(banner).toContain("Use the holding line instead");
  expect(banner).toContain("We talk to our American partners.");
  const own = (await open("alena", `/holds/${hold}`)).text;
  expect(own).toMatch(/The holding line is a draft: .* use the version that was cleared earlier\./);
  expect((await act("tomas", { intent: "lift", reason: "Over" })).status).toBe(403);
  expect((await act("petr", { intent: "lift", reason: "" })).status).toBe(400);
  expect((await act("petr", { intent: "lift", reason: "Over" })).status).toBe(303);
  expect((await act("petr", { intent: "lift", reason: "Over" })).status).toBe(409);
  expect((await open("alena", "/messages/1")).text).not.toContain("We talk to our American partners.");
});

test("whoever is named head of mission and no longer clears for the embassy is not said to release", async () => {
  const hold = await placeHoldOn(database);
  await send("jana", `/holds/${hold}/line`, line);
  expect((await send("jana", `/holds/${hold}`, { intent: "send-line", answerBy: "13:00" })).status).toBe(303);
  const named = async (head_of_mission_account_id: string) => {
    await record(database, async (change) => {
      await change.update("campaign", "esa", { head_of_mission_account_id }, null);
    });
    const page = (await open("jana", `/holds/${hold}`)).text;
    const asked = await send("jana", `/holds/${hold}`, { intent: "ask-for-release" });
    return [page.includes("Ask for release"), asked.status, (await open("jana", "/settings")).text] as const;
  };
  const [isOffered, status, settings] = await named("alena");
  expect([isOffered, status]).toEqual([false, 409]);
  expect(settings).toContain("No head of mission has been named to release papers.");
  expect((await open("alena", `/holds/${hold}`)).text).not.toContain("Release it now");
  expect((await open("petr", `/holds/${hold}`)).text).toContain("no one who may release this line is named");
  const [isNowOffered, now, rules] = await named("petr");
  expect([isNowOffered, now]).toEqual([true, 303]);
  expect(rules).toContain("Petr, head of mission, may release a paper");
});

test("what comes next leads the page: to write the line, to send it, to answer for one's desk; nobody answers for their own words", async () => {
  const primary = async (who: string) => {
    const { text } = await open(who, `/holds/${hold}`);
    return [...text.matchAll(/class="button primary"[^>]*>([^<]+)</g)].map(([, label]) => label);
  };
  const hold = await placeHoldOn(database);
  expect(await primary("jana")).toContain("Write the holding line");
  await send("petr", `/holds/${hold}/line`, line);
  expect(await primary("jana")).toContain("Send to the desks");
  const alone = await send("jana", `/holds/${hold}`, { intent: "send-line", answerBy: "13:00" });
  expect([alone.status, alone.text]).toEqual([
    409,
    expect.stringContaining("wrote none of it an embassy clearer"),
  ]);
  await addAccount(database, "Hana", { esa: "embassy clearer" });
  expect((await send("jana", `/holds/${hold}`, { intent: "send-line", answerBy: "13:00" })).status).toBe(303);
  expect(await primary("tomas")).toEqual(
    expect.arrayContaining(["Answer", expect.stringContaining("Clear version 1 for")]),
  );
  expect((await open("tomas", "/talking-points?show=waiting")).text).toContain(
    "No paper is waiting for you.",
  );
  const { text } = await open("petr", `/holds/${hold}`);
  expect(text).not.toContain("Clear version 1 for");
  expect(text).toContain("no one may clear their own draft");
});

test("who also acts for another desk answers first for their own, and is told in whose place for the other", async () => {
  await addAccount(database, "Ivana", { esa: "ministry clearer" });
  cookies.ivana = await cookieOf(database, address, "ivana", now);
  await database.change(system, unsent, async (change) => {
    const first = await change.read
      .selectFrom("clearance_desk")
      .selectAll()
      .where("side", "=", "ministry")
      .executeTakeFirstOrThrow();
    await change.update(
      "clearance_desk",
      first.id,
      { holder_account_id: "tomas", deputy_account_id: "ivana" },
      first.version,
    );
    const defence = { name: "Defence ministry", holder_account_id: "ivana", deputy_account_id: null };
    const { version: _, ...copied } = first;
    await change.insert("clearance_desk", { ...copied, id: "d-defence", ...defence, position: 9 });
    change.describe({
      recordKind: "campaign",
      recordId: "esa",
      action: "changed",
      summary: "x",
      location: "/",
    });
    return { ok: true };
  });
  const hold = await placeHoldOn(database);
  await send("jana", `/holds/${hold}/line`, line);
  await send("jana", `/holds/${hold}`, { intent: "send-line", answerBy: "13:00" });
  const { text } = await open("ivana", `/holds/${hold}`);
  const answers = [...text.matchAll(/class="(button[^"]*)"[^>]*>(Clear version[^<]+)</g)].map(
    ([, look, label]) => [look, label],
  );
  expect(answers).toEqual([
    ["button primary", "Clear version 1 for the Defence ministry"],
    ["button", "Clear version 1 for the Ministry desk"],
  ]);
  expect(text.replaceAll("<!-- -->", "")).toContain("For the Ministry desk, in place of Tomas.");
});

test("the new line goes to those who were chosen, and to nobody by mistake", async () => {
  const hold = await placeHoldOn(database);
  const act = (fields: Record<string, string>) =>
    send("jana", `/holds/${hold}`, { intent: "send-new-line", ...fields });
  expect((await act({})).text).toContain("Choose who should get the new line");
  expect((await act({ to: "nobody" })).status).toBe(400);
  expect((await act({ to: "account:alena" })).status).toBe(303);
});

test("what silence means is told as the campaign has it, and who has the old wording only to whom may choose", async () => {
  const { id } = await database.read.selectFrom("talking_points").select("id").executeTakeFirstOrThrow();
  await open("jana", `/talking-points/${id}.md`);
  await record(database, async (change) => {
    const copy = await change.read.selectFrom("paper_copy").select("id").executeTakeFirstOrThrow();
    await change.update("paper_copy", copy.id, { taken_at: "2026-11-09T17:00:00.000Z" }, null);
  });
  const hold = await placeHoldOn(database);
  await send("jana", `/holds/${hold}/line`, line);
  await send("jana", `/holds/${hold}`, { intent: "send-line", answerBy: "13:00" });
  const page = async (who: string) => (await open(who, `/holds/${hold}`)).text;
  expect(await page("jana")).toContain("Silence does not count as agreement in this campaign.");
  expect(await page("jana")).toContain("Its only point");
  expect(await page("jana")).toContain("Mail is off, so no one is told by e-mail: once one is cleared, copy");
  expect(await page("alena")).not.toContain("Mail is off");
  await record(database, async (change) => {
    await change.update("campaign", "esa", { silence_is_agreement: 1 }, null);
  });
  expect(await page("jana")).toContain("An objection rules out clearance by silence");
});

test("an instruction is recorded, edited against an old page, and shown over its event", async () => {
  const instruction = {
    issuer: "Americas desk",
    reference: "MFA 4711/2026",
    text: "Raise it.",
    redLines: "No date",
    handling: "TLP:AMBER",
    receivedOn: "9 Nov 2026",
    expiresOn: "",
  };
  const refused = await send("jana", "/instructions/new", { ...instruction, receivedOn: "11 Nov 2026" });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("Enter the day it was received: today or earlier");
  expect(refused.text).toContain("MFA 4711/2026");
  const added = await send("jana", "/instructions/new", instruction);
  const path = String(added.headers.location).replace("/c/esa", "").split("?")[0] ?? "";
  const event = await database.read.selectFrom("outreach_event").select("id").executeTakeFirstOrThrow();
  expect((await send("jana", path, { intent: "attach", over: "" })).status).toBe(400);
  expect((await send("jana", path, { intent: "attach", over: `event:${event.id}` })).status).toBe(303);
  expect((await open("alena", `/events/${event.id}`)).text).toContain("No date");
  await send("petr", `${path}/edit`, { ...instruction, version: "1", redLines: "No figure" });
  const stale = await send("jana", `${path}/edit`, { ...instruction, version: "1", redLines: "No place" });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain("No figure");
  expect((await send("alena", path, { intent: "answer", answer: "Done" })).status).toBe(403);
});

test("a release is reported to somebody, on a day", async () => {
  const hold = String((await send("petr", "/messages/1/hold", { reason: "News" })).headers.location);
  const path = new URL(hold, address).pathname.replace("/c/esa", "");
  const paper = `/talking-points/${(await database.read.selectFrom("talking_points").select("id").executeTakeFirstOrThrow()).id}`;
  for (const [page, intent] of [
    [path, "report-line"],
    [paper, "record the report"],
  ] as const) {
    const noName = await send("petr", page, { intent, on: "10 Nov 2026", to: "  " });
    expect(noName.status, page).toBe(400);
    expect(noName.text, page).not.toContain("Reported");
    expect((await send("petr", page, { intent, on: "", to: "The political director" })).status, page).toBe(
      400,
    );
    expect((await send("petr", page, { intent, on: "10 Nov 2026", to: "x".repeat(121) })).status, page).toBe(
      400,
    );
    const complete = await send("petr", page, { intent, on: "10 Nov 2026", to: "The political director" });
    expect(complete.status, page).toBe(409);
  }
});
