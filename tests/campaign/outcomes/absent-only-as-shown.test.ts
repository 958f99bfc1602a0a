import { expect, test } from "vitest";
import { system, unsent } from "../../support/author.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { freshDatabase } from "../../support/database.ts";
import { fieldsIn } from "../../support/form-fields.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
const path = "/c/esa/events/meeting/log";

/** The log as Jana has it open, with nobody ticked, while a colleague puts Marcus at the meeting or ticks him. */
test.each([
  ["added", "not recorded"],
  ["marked as there", "attended"],
] as const)("who was %s after the log was opened is not taken for absent", async (what, kept) => {
  const database = await freshDatabase();
  await addMeeting(database);
  const marcus = { id: "meeting-marcus", outreach_event_id: "meeting", contact_id: "marcus" };
  const put = (attendance: "not recorded" | "attended") =>
    database.change(system, unsent, async (change) => {
      if (what === "added")
        await change.insert("outreach_event_participant", { ...marcus, reply: "accepted", attendance });
      else await change.update("outreach_event_participant", marcus.id, { attendance }, null);
      return change.describe({
        recordKind: "outreach event",
        recordId: "meeting",
        action: "edited",
        summary: "Saved",
        location: "/",
      });
    });
  if (what === "added")
    await database.change(system, unsent, async (change) => {
      await change.remove("outreach_event_participant", marcus.id);
      return change.describe({
        recordKind: "outreach event",
        recordId: "meeting",
        action: "edited",
        summary: "Saved",
        location: "/",
      });
    });
  const { address } = await startedServer(database, { now: () => now });
  const jana = await cookieOf(database, address, "jana", now);
  const opened = fieldsIn((await openPage(address, path, jana)).text);
  await put(kept);
  const typed = opened.filter(([name]) => name === "shown");
  const { status } = await sendForm(address, path, jana, [
    ...typed,
    ["received-m3", "1"],
    ["received-m2", "not raised"],
    ["groundRule", "background"],
  ]);
  expect(status).toBe(303);
  const rows = await database.read
    .selectFrom("outreach_event_participant")
    .select(["contact_id", "attendance"])
    .orderBy("contact_id")
    .execute();
  expect(rows).toEqual([
    { contact_id: "claire", attendance: "no-show" },
    { contact_id: "marcus", attendance: kept },
  ]);
});
