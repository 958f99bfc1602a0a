import { expect, test } from "vitest";
import { now } from "../../support/author.ts";
import { placeHoldOn } from "../../support/builders/held-message.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { addEvent, timeOf } from "../../support/builders/outreach-event.ts";
import { addTeamAndLibrary } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage } from "../../support/signed-in.ts";

/** How many rows of a section stand outside the folds that are closed, and how many in all. */
function rowsOf(html: string, id: string): [number, number] {
  const section = html.slice(html.indexOf(`<section aria-labelledby="${id}"`)).split("</section>")[0] ?? "";
  let depth = 0;
  let [open, all] = [0, 0];
  for (const [tag] of section.matchAll(/<details class="fold"(?: open="")?>|<\/details>|<th scope="row"/g)) {
    if (tag.startsWith("<th")) {
      all += 1;
      if (depth === 0) open += 1;
    } else if (tag === "</details>") depth = Math.max(0, depth - 1);
    else if (depth > 0 || !tag.includes("open")) depth += 1;
  }
  return [open, all];
}

test("of what a hold marks, and of those who were told at one large event, ten stand open at first", async () => {
  const database = await freshDatabase();
  await addTeamAndLibrary(database);
  const message = await database.read
    .selectFrom("key_message")
    .select("id")
    .where("number", "=", 1)
    .executeTakeFirstOrThrow();
  for (let at = 0; at < 25; at += 1)
    await addEvent(database, "esa", { title: `Meeting ${at}`, messageIds: [message.id] });
  const time = timeOf("9 Nov 2026", "11:00", "12:00");
  const past = await addEvent(database, "esa", { title: "Reception", time, messageIds: [message.id] });
  await record(database, async (change) => {
    await change.insert("audience", { id: "room", kind: "think tank", name: "Everybody" });
    for (let at = 0; at < 60; at += 1) {
      const id = `guest-${at}`;
      const named = { name: `Guest ${at}`, sort_name: id, purpose: "mapping", source: "card" } as const;
      await change.insert("contact", { id, ...named });
      await change.insert("campaign_contact", { id: `esa-${id}`, campaign_id: "esa", contact_id: id });
      await change.insert("audience_contact", { id: `room-${id}`, audience_id: "room", contact_id: id });
      await change.insert("outreach_event_participant", {
        ...{ id: `there-${id}`, outreach_event_id: past, contact_id: id, reply: "accepted" },
        attendance: "attended",
      });
    }
    await change.insert("outcome", {
      ...{ id: "logged", campaign_id: "esa", outreach_event_id: past, officer_account_id: "jana" },
      ...{ ground_rule: "on the record", handling: "TLP:AMBER", logged_at: "2026-11-09T21:00:00.000Z" },
    });
    await change.insert("reception", {
      ...{ id: "heard", outcome_id: "logged", key_message_id: message.id, audience_id: "room" },
      ...{ scope: "audience", score: 1, wording: "as written" },
    });
  });
  const hold = await placeHoldOn(database);
  const { address } = await startedServer(database, { now: () => now });
  const cookie = await cookieOf(database, address, "petr", now);
  const { text } = await openPage(address, `/c/esa/holds/${hold}`, cookie);
  expect(rowsOf(text, "marked")).toEqual([10, 25]);
  expect(rowsOf(text, "old-wording")).toEqual([10, 60]);
  expect(text).toContain("15 more papers and events");
  expect(text).toContain("50 more people");
});
