import { beforeEach, expect, test } from "vitest";
import { listClearers } from "#app/campaign/outreach-events/warnings/clearers.server.ts";
import { findHanging } from "#app/campaign/outreach-events/warnings/event-warnings.server.ts";
import { addEvent } from "../../support/builders/outreach-event.ts";
import {
  agree,
  database,
  editFirst,
  noon,
  paper,
  sendToAll,
  setScene,
} from "../../support/clearance-scene.ts";

beforeEach(setScene);

const event = () => ({ id: paper.eventId ?? "", campaignId: "esa", kind: "briefing" as const });
const hanging = () => findHanging(database.read, event());
const desksAsked = async () => (await hanging()).clearers.map(({ desk }) => desk);

test("before a paper is sent, the desks that the campaign asks by rule must agree, each by its country's days", async () => {
  expect((await hanging()).clearers).toEqual([
    { desk: "Embassy", side: "embassy", country: "US", paper: "written" },
    { desk: "Ministry desk", side: "ministry", country: "CZ", paper: "written" },
  ]);
  const unsaved = { eventId: null, campaignId: "esa", kind: "briefing" } as const;
  const wanted = (await hanging()).clearers.map((desk) => ({ ...desk, paper: "none" }));
  expect(await listClearers(database.read, unsaved)).toEqual(wanted);
});

test("once it is sent, those who have not agreed yet must, and the times that they were told are known", async () => {
  await editFirst("Own words, so that the ministry must agree as well.");
  await sendToAll(undefined, noon);
  expect(await desksAsked()).toEqual(["Embassy", "Ministry desk", "Mission to NATO"]);
  expect((await hanging()).clearers.every(({ paper }) => paper === "sent")).toBe(true);
  await agree("petr", "Embassy");
  expect(await desksAsked()).toEqual(["Ministry desk", "Mission to NATO"]);
  expect((await hanging()).requests).toEqual([
    { desk: "Ministry desk", dueAt: noon },
    { desk: "Mission to NATO", dueAt: noon },
  ]);
});

test("nobody must agree to a cleared paper, and to one changed since then again", async () => {
  await sendToAll();
  await agree("petr", "Embassy");
  expect(await desksAsked()).toEqual([]);
  expect((await hanging()).requests).toEqual([]);
  await editFirst("Changed since.");
  expect(await desksAsked()).toEqual(["Embassy", "Ministry desk"]);
});

test("something internal has no papers, and an event of its own no other's requests", async () => {
  const id = await addEvent(database, "esa", { title: "Team meeting", kind: "internal" });
  expect(await findHanging(database.read, { id, campaignId: "esa", kind: "internal" })).toEqual({
    hasPapers: false,
    clearers: [],
    requests: [],
    openFollowUps: 0,
  });
});
