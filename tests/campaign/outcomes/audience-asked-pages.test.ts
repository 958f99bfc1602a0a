import { beforeAll, expect, test } from "vitest";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addMeeting, addressBothAudiences } from "../../support/builders/meeting.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { freshDatabase } from "../../support/database.ts";
import { formsOf } from "../../support/forms-of.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
const author: Author = { accountId: "jana", channel: "web", now };

let database: Database;
let address: string;
let jana: string;

/** Adam Smith sits on the minority of the committee of which the meeting's first audience is the majority. */
beforeAll(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  await addressBothAudiences(database);
  await record(database, async (change) => {
    const source = "list";
    await change.insert("organisation", {
      id: "house",
      key: "house",
      kind: "chamber",
      name: "House",
      source,
    });
    await change.insert("organisation", { id: "hasc", key: "HSAS", kind: "committee", name: "HASC", source });
    for (const side of ["majority", "minority"] as const)
      await change.update("audience", side, { organisation_id: "hasc", side }, null);
    const adam = { id: "adam", key: "S000510", name: "Adam Smith", sort_name: "smith" };
    await change.insert("contact", { ...adam, organisation_id: "house", purpose: "mapping", source });
    const seats = [
      ["house", null],
      ["hasc", "minority"],
    ] as const;
    for (const [organisation, side] of seats) {
      const seat = { id: `adam-${organisation}`, key: `adam-${organisation}`, contact_id: "adam", side };
      await change.insert("seat", {
        ...seat,
        organisation_id: organisation,
        started_on: "2025-01-03",
        source,
      });
    }
    await change.remove("outreach_event_audience", "meeting-minority");
    await change.remove("outreach_event_participant", "meeting-marcus");
    await change.remove("outreach_event_participant", "meeting-claire");
    await change.insert("outreach_event_participant", {
      ...{ id: "meeting-adam", outreach_event_id: "meeting", contact_id: "adam" },
      ...{ reply: "accepted", attendance: "not recorded" },
    });
  });
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
});

const counted = () =>
  database.read
    .selectFrom("reception")
    .innerJoin("audience", "audience.id", "reception.audience_id")
    .select(["audience.name", "reception.score"])
    .where("reception.score", "is not", null)
    .execute();
const doneIn = (location: unknown) => new URL(String(location), "http://x").searchParams.get("done") ?? "";

const log = (more: readonly (readonly [string, string])[]) =>
  sendForm(address, "/c/esa/events/meeting/log", jana, [
    ["attended", "adam"],
    ["received-m3", "1"],
    ["received-m2", "not raised"],
    ["groundRule", "background"],
    ...more,
  ]);

test("a ranking minority member is not counted as the majority; the log offers the side", async () => {
  const { status, text } = await log([]);
  expect(status).toBe(400);
  expect(text).toContain("Say which audience the rating counts for");
  expect(text).toContain("sits on the other side of the committee that this event is for");
  expect(text).toMatch(/name="audiences" value="minority"/);
  const ticked = await log([["audiences", "minority"]]);
  expect(ticked.status).toBe(303);
  expect(await counted()).toEqual([{ name: "Committee, minority", score: 1 }]);
  expect(await undoChange(database, author, doneIn(ticked.headers.location))).toMatchObject({ ok: true });
});

const PLAN = {
  ...{ title: "Office call", kind: "office call", date: "1 Dec 2026", start: "10:00", zone: "Washington" },
  ...{ schedule: "tentative", groundRule: "background", handling: "TLP:AMBER", owner: "jana" },
};
const plan = (more: Record<string, string>) =>
  sendForm(address, "/c/esa/events/new", jana, { ...PLAN, contacts: "adam", ...more });

test("planning an office call with a member offers the audience once, and plans it as it is where that was read", async () => {
  const { status, text } = await plan({});
  expect(status).toBe(409);
  expect(text).toContain("say which audience the ratings count for");
  expect(text).toMatch(/name="audiences" value="minority"/);
  const seen = /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? "";
  const planned = await plan({ seen });
  expect(planned.status).toBe(303);
  expect(await undoChange(database, author, doneIn(planned.headers.location))).toMatchObject({ ok: true });
});

test("where the campaign has no audience of the member, one tick makes it, in the plan and in the log; Undo takes it back", async () => {
  await record(database, async (change) => {
    await change.remove("campaign_audience", "esa-minority");
    await change.remove("outreach_event_audience", "meeting-majority");
  });
  const made = () =>
    database.read.selectFrom("audience").select("name").where("kind", "=", "member office").execute();
  const planned = await plan({ make: "adam office", seen: "not read" });
  expect(planned.status).toBe(303);
  expect(await made()).toEqual([{ name: "Office of Adam Smith" }]);
  expect(await undoChange(database, author, doneIn(planned.headers.location))).toMatchObject({ ok: true });
  expect(await made()).toEqual([]);
  const page = await openPage(address, "/c/esa/events/meeting/log", jana);
  expect(page.text).toContain('value="adam office"');
  expect(page.text).not.toContain("would count for nobody");
  const logged = await log([["make", "adam office"]]);
  expect(logged.status).toBe(303);
  expect(await counted()).toEqual([{ name: "Office of Adam Smith", score: 1 }]);
  expect(await undoChange(database, author, doneIn(logged.headers.location))).toMatchObject({ ok: true });
  expect([await made(), await counted()]).toEqual([[], []]);
});

test("the edit of an event offers the audience of who takes part, as planning does", async () => {
  const { text } = await openPage(address, "/c/esa/events/meeting/edit", jana);
  expect(text).toContain('value="adam office"');
  const form = formsOf(text, "/c/esa/events/meeting/edit").find(({ action }) => action.endsWith("/edit"));
  const fields = [
    ...(form?.fields ?? []).map(({ name, value }) => [name, value] as const),
    ["make", "adam office"] as const,
  ];
  const edited = await sendForm(address, "/c/esa/events/meeting/edit", jana, fields);
  expect(edited.status).toBe(303);
  const audiences = () =>
    database.read
      .selectFrom("outreach_event_audience as link")
      .innerJoin("audience", "audience.id", "link.audience_id")
      .select("audience.name")
      .where("link.outreach_event_id", "=", "meeting")
      .execute();
  expect(await audiences()).toEqual([{ name: "Office of Adam Smith" }]);
  expect(await undoChange(database, author, doneIn(edited.headers.location))).toMatchObject({ ok: true });
  expect(await audiences()).toEqual([]);
});

test("a campaign without an audience does not stop the log: it says where to add one, and what was typed stays", async () => {
  await database.read
    .selectFrom("campaign_audience")
    .select("id")
    .where("campaign_id", "=", "esa")
    .execute()
    .then((rows) =>
      record(database, async (change) => {
        for (const { id } of rows)
          await change.update("campaign_audience", id, { ended_on: "2026-11-01" }, null);
      }),
    );
  const { status, text } = await log([["said", "Wants figures by state."]]);
  expect(status).toBe(400);
  expect(text).toContain("Wants figures by state.");
  expect(text).toContain('<a href="/c/esa/audiences/new" target="_blank"');
});
