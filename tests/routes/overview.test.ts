import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../support/author.ts";
import { addMeeting } from "../support/builders/meeting.ts";
import { freshDatabase } from "../support/database.ts";
import { startedServer } from "../support/server.ts";
import { cookieOf, openPage, sendForm } from "../support/signed-in.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
let database: Database;
let address: string;
let jana: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  await addAudiencesOfTheMeeting();
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
});

function addAudiencesOfTheMeeting() {
  return database.change(system, unsent, async (change) => {
    for (const id of ["majority", "minority"]) {
      const audience = { id: `esa-${id}`, campaign_id: "esa", audience_id: id };
      await change.insert("campaign_audience", { ...audience, priority: 1, influence: 3, interest: 3 });
    }
    const about = { recordKind: "campaign", recordId: "esa", action: "added to", summary: "Added" } as const;
    change.describe({ ...about, location: "/" });
    return { ok: true };
  });
}

/** The words of the page without its markup. */
async function words(path = "/c/esa"): Promise<string> {
  const { text } = await openPage(address, path, jana);
  return text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

test("before anything is logged the overview says so, and asks for the log", async () => {
  const page = await words();
  expect(page).toContain("No meetings logged yet.");
  expect(page).toContain("1 meeting not logged");
  expect(page).toContain("Not yet heard");
  expect(page).toContain("No objective yet");
});

test("logging an outcome changes the overview at once", async () => {
  const logged = await sendForm(address, "/c/esa/events/meeting/log", jana, [
    ["attended", "claire"],
    ["received-m3", "1"],
    ["wording-m3", "as written"],
    ["received-m2", "not raised"],
    ["groundRule", "background"],
    ["said", "Finally, numbers."],
  ]);
  expect(logged.status).toBe(303);
  const page = await words();
  expect(page).not.toContain("meeting not logged");
  expect(page).toContain("+1.0 n 1 10 Nov");
  expect(page).toMatch(/Message 2 has been heard by none|message 2 by none/i);
});

test("a cell that was not heard leads to planning an event about it", async () => {
  const { text } = await openPage(address, "/c/esa", jana);
  const [, link = ""] = /href="([^"]*events\/new\?[^"]*)"/.exec(text) ?? [];
  expect((await openPage(address, link.replaceAll("&amp;", "&"), jana)).status).toBe(200);
});

test("an objective is added, read, and stands on the overview with figure, target and day", async () => {
  const objective = {
    sentence: "State: one sentence in a joint readout",
    level: "outcome",
    indicator: "Sentences in readouts",
    baseline: "0",
    target: "2,5",
    due: "30 Jun 2027",
  };
  const bad = await sendForm(address, "/c/esa/objectives/new", jana, { ...objective, due: "30 Feb 2027" });
  expect(bad.status).toBe(400);
  expect(bad.text).toContain('value="30 Feb 2027"');
  const same = await sendForm(address, "/c/esa/objectives/new", jana, { ...objective, target: "0" });
  expect(same.status).toBe(409);
  const added = await sendForm(address, "/c/esa/objectives/new", jana, objective);
  expect(added.status).toBe(303);
  const page = String(added.headers.location).split("?")[0] ?? "";
  const future = await sendForm(address, page, jana, { value: "1", read: "12 Nov 2026" });
  expect(future.status).toBe(409);
  expect((await sendForm(address, page, jana, { value: "1", n: "6", read: "today" })).status).toBe(303);
  expect(await words()).toContain("1 of 2.5, outcome Read 10 Nov, n 6. From 0, due 30 Jun 2027");
});
