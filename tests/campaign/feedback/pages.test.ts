import { beforeAll, expect, test } from "vitest";
import { addMeeting } from "../../support/builders/meeting.ts";
import { conflictOf } from "../../support/conflict-of.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const NOW = new Date("2026-11-12T20:00:00.000Z");
let address: string;
let jana: string;
let petr: string;

beforeAll(async () => {
  const { database } = await addMeeting(await freshDatabase());
  await database.change({ accountId: "jana", channel: "web", now: NOW }, UNSENT, async (change) => {
    const link = { id: "esa-majority", campaign_id: "esa", audience_id: "majority" };
    await change.insert("campaign_audience", { ...link, priority: 1, influence: 3, interest: 3 });
    change.describe({
      recordKind: "audience",
      recordId: "majority",
      action: "added",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
  address = (await startedServer(database, { now: () => NOW })).address;
  jana = await cookieOf(database, address, "jana", NOW);
  petr = await cookieOf(database, address, "petr", NOW);
});

const UNSENT = { submission: null, campaignId: "esa" };
const REPLY = {
  kind: "written reply",
  day: "12 Nov",
  message: "m2",
  audience: "majority",
  contact: "claire",
  score: "1",
  words: "Send the table.",
  link: "",
};

test("a reaction that two people edit is shown to the later one in the words of both, and the history says which fields", async () => {
  const added = await sendForm(address, "/c/esa/feedback/new", jana, REPLY);
  expect(added.status).toBe(303);
  const own = String(added.headers.location).split("?")[0] ?? "";
  const edit = (cookie: string, change: Record<string, string>) =>
    sendForm(address, `${own}/edit`, cookie, { ...REPLY, version: "1", ...change });
  expect((await edit(petr, { kind: "media mention", score: "-2", contact: "", day: "11 Nov" })).status).toBe(
    303,
  );
  const stale = await edit(jana, { message: "m3" });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain("Petr changed this while you were writing");
  expect(conflictOf(stale.text)).toEqual({
    "Kind of reaction": ["Media mention", "Written reply"],
    Day: ["11 Nov 2026", "12 Nov"],
    Message: ["2 Message 2", "3 Message 3"],
    Person: ["No one in particular", "claire, Committee, majority"],
    "How the message was received": ["\u22122 Rejected", "+1 Receptive"],
  });
  const wrong = await edit(jana, { words: "" });
  expect(wrong.text).toContain('name="version" value="1"');
  const page = await openPage(address, own, jana);
  expect(page.text).toContain("<dt>Kind of reaction</dt>");
  expect(page.text).toContain("<dt>How the message was received</dt>");
});
