import { beforeAll, expect, test } from "vitest";
import { bodiesSaidWhole } from "#app/campaign/planning/one-line/audiences.ts";
import { readLine } from "#app/campaign/planning/one-line.ts";
import type { Database } from "#db/database.server.ts";
import { system } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";
import { CONTEXT } from "./one-line/context.ts";

const NOW = new Date("2026-11-10T15:40:00.000Z");
let database: Database;
let address: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  database = await freshDatabase();
  for (const campaign of ["esa", "cyber"]) await addCampaign(database, campaign);
  await addAccount(database, "Jana", { esa: "officer", cyber: "officer" });
  await addAccount(database, "Alena", { esa: "reader" });
  await database.change(system, { submission: null, campaignId: "esa" }, async (change) => {
    for (const side of ["majority", "minority"]) {
      const name = `Senate Foreign Relations, ${side} staff`;
      await change.insert("audience", {
        id: side,
        kind: "congressional committee",
        name,
        side: side as "majority",
      });
      for (const campaign of ["esa", "cyber"]) {
        const link = { id: `${campaign}-${side}`, campaign_id: campaign, audience_id: side };
        await change.insert("campaign_audience", { ...link, priority: 1, influence: 3, interest: 3 });
      }
    }
    change.describe({
      recordKind: "campaign",
      recordId: "esa",
      action: "added to",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
  address = (await startedServer(database, { now: () => NOW })).address;
  for (const who of ["jana", "alena"]) cookies[who] = await cookieOf(database, address, who, NOW);
});

test("a body of which both sides are meant is not asked about, however it is called; its sides by name stay one", () => {
  const meantWhole = ["Senate Foreign Relations"];
  const read = (line: string) => readLine(line, { ...CONTEXT, meantWhole });
  for (const name of ["SFRC staff", "SFRC", "Senate Foreign Relations", "Foreign Relations committee"])
    expect([read(name).fields.audienceIds, read(name).doubts]).toEqual([["sfrc-maj", "sfrc-min"], []]);
  expect(read("SFRC minority").fields.audienceIds).toEqual(["sfrc-min"]);
  expect(read("Armed Services").doubts).toHaveLength(1);
});

test("only a body of two sides that is said with both in so many words is remembered", () => {
  const said = (line: string) => bodiesSaidWhole(line, CONTEXT.audiences);
  expect(said("SFRC staff both, tue 14:00")).toEqual(["Senate Foreign Relations"]);
  expect(said("both SFRC, tue 14:00")).toEqual(["Senate Foreign Relations"]);
  expect(said('"SFRC both", HASC')).toEqual([]);
});

const open = async (search: string, campaign = "esa") =>
  (await openPage(address, `/c/${campaign}/events/${search}`, cookies.jana ?? "")).text;
const ASKED = "Which audience do you mean?";

test("both sides, chosen once, are meant from then on in this campaign; it is said, and can be taken back", async () => {
  expect(await open("new?line=SFRC+staff")).toContain(ASKED);
  expect(await open("new?line=SFRC+staff")).toContain("Both sides, from now on");
  const form = {
    title: "Briefing",
    kind: "briefing",
    date: "1 Dec 2026",
    start: "10:00",
    schedule: "tentative",
  };
  const rest = { groundRule: "background", handling: "TLP:AMBER", goingAheadReason: "It was asked for" };
  const sides = new URLSearchParams({ ...form, ...rest, line: "SFRC staff both" });
  sides.append("audiences", "majority");
  const plan = (fields: URLSearchParams) =>
    sendForm(address, "/c/esa/events/new", cookies.jana ?? "", [...fields]);
  // One side was unticked by hand: nothing is remembered.
  expect((await plan(sides)).status).toBe(303);
  expect(await open("new?line=SFRC+staff")).toContain(ASKED);
  sides.append("audiences", "minority");
  const planned = await plan(sides);
  expect(planned.status).toBe(303);
  const after = await open("new?line=SFRC+staff");
  expect(after).not.toContain(ASKED);
  expect(after).toContain("Senate Foreign Relations: both sides, as chosen before.");
  expect(await open("new?line=SFRC+staff", "cyber")).toContain(ASKED);
  const list = await open("both-sides");
  const body = /name="body" value="([a-z0-9]+)"/.exec(list)?.[1] ?? "";
  expect((await sendForm(address, "/c/esa/events/both-sides", cookies.alena ?? "", { body })).status).toBe(
    403,
  );
  const forgotten = await sendForm(address, "/c/esa/events/both-sides", cookies.jana ?? "", { body });
  expect(forgotten.status).toBe(303);
  expect(await open("new?line=SFRC+staff")).toContain(ASKED);
  expect((await sendForm(address, "/c/esa/events/both-sides", cookies.jana ?? "", { body })).status).toBe(
    404,
  );
  const undo = async (location: unknown) => {
    const change = new URL(String(location), address).searchParams.get("done") ?? "";
    return (await sendForm(address, "/c/esa/undo", cookies.jana ?? "", { change })).status;
  };
  expect(await undo(forgotten.headers.location)).toBe(303);
  expect(await open("new?line=SFRC+staff")).not.toContain(ASKED);
  expect(await undo(planned.headers.location)).toBe(303);
  expect(await open("new?line=SFRC+staff")).toContain(ASKED);
});
