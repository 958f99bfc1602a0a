import { beforeAll, expect, test } from "vitest";
import { listOutcomes } from "#app/campaign/outcomes/lists.server.ts";
import type { Database } from "#db/database.server.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { addPlan, record } from "../../support/builders/outreach-campaign.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage } from "../../support/signed-in.ts";

const now = new Date("2026-11-26T20:00:00.000Z");
let database: Database;
let address: string;
let jana: string;

/** The meeting of 10 November was logged after one of 20 November, which says nothing of when they were. */
beforeAll(async () => {
  database = await freshDatabase();
  await addMeeting(database, { result: "held" });
  await record(database, async (change) => {
    await addPlan(change, "later");
    await change.update("outreach_event", "later", { result: "held" }, null);
    for (const [id, event, logged] of [
      ["of-later", "later", "2026-11-20T21:00:00.000Z"],
      ["of-meeting", "meeting", "2026-11-24T21:00:00.000Z"],
    ] as const)
      await change.insert("outcome", {
        ...{ id, campaign_id: "esa", outreach_event_id: event, officer_account_id: "jana" },
        ...{ said: `Said at ${event}`, ground_rule: "background", handling: "TLP:AMBER", logged_at: logged },
      });
    for (const audience of ["majority", "minority"])
      await change.insert("reception", {
        ...{ id: `of-meeting-${audience}`, outcome_id: "of-meeting", key_message_id: "m3" },
        ...{ audience_id: audience, contact_id: null, scope: "room", score: 1 },
        ...{ wording: "as written", message_revision_id: "m3-r1" },
      });
    for (const [id, due, done] of [
      ["sent", "2026-11-12", "2026-11-12T15:00:00.000Z"],
      ["open", "2026-11-30", null],
    ] as const)
      await change.insert("follow_up", {
        ...{ id, campaign_id: "esa", outreach_event_id: "meeting", outcome_id: "of-meeting" },
        ...{ text: `The ${id} sheet`, promised_by: "us", owner_account_id: "jana", contact_id: null },
        ...{ due_on: due, done_at: done, done_by: done === null ? null : "jana" },
      });
  });
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
});

const words = (text: string) =>
  text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");

test("the page of an event that was leads with what came of it; the points follow the stages at once", async () => {
  const { text } = await openPage(address, "/c/esa/events/meeting", jana);
  const places = ["What came of it", 'class="stages"', "Points to make", "Where we left it"].map((one) =>
    text.indexOf(one),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  const came = words(text.slice(text.indexOf("What came of it"), text.indexOf('class="stages"')));
  expect(came.match(/\+1/g)).toHaveLength(1);
  expect(came).toContain("Said at meeting");
  expect(came.indexOf("The open sheet")).toBeLessThan(came.indexOf("The sent sheet"));
});

test("outcomes stand by when they were, the latest first, whenever they were logged", async () => {
  const none = { audienceId: null, messageId: null, officerId: null };
  const { outcomes } = await listOutcomes(database.read, "esa", none, 1);
  expect(outcomes.map(({ id }) => id)).toEqual(["of-later", "of-meeting"]);
});

test("after the log its memorandum and thanks come first; who has not logged still may, and who has is not asked again", async () => {
  const acts = async (cookie: string) => {
    const { text } = await openPage(address, "/c/esa/events/meeting", cookie);
    return [...text.matchAll(/<a class="(button[^"]*)"[^>]*>([^<]+)<\/a>/g)].map(
      ([, look, label]) => `${look}: ${label}`,
    );
  };
  const petr = await cookieOf(database, address, "petr", now);
  expect(await acts(petr)).toEqual(
    expect.arrayContaining(["button: Log outcome", "button primary: Memorandum and thank-you note"]),
  );
  const own = await acts(jana);
  expect(own).toContain("button primary: Memorandum and thank-you note");
  expect(own.join()).not.toContain("Log outcome");
});
