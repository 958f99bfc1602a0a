import { expect, test } from "vitest";
import { readCongress } from "#app/campaign/contacts/congress/congress.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { system } from "../../support/author.ts";
import { congressFiles, type SmallCongress, smallCongress } from "../../support/builders/congress.ts";
import { takeCongress } from "../../support/builders/take-congress.ts";
import { freshDatabase } from "../../support/database.ts";

function importSmall(
  database: Database,
  day: CalendarDate,
  change: (congress: SmallCongress) => void = () => {},
) {
  const congress = smallCongress();
  change(congress);
  const reading = readCongress(congressFiles(congress));
  if (!reading.ok) throw new Error(reading.fault);
  return takeCongress(database, system, reading.records, day);
}

function withoutEarly(congress: SmallCongress): void {
  congress.legislators = congress.legislators.filter((entry) => entry.id.bioguide !== "E000002");
}

const seatsOf = (database: Database, key: string) =>
  database.read
    .selectFrom("seat")
    .innerJoin("contact", "contact.id", "seat.contact_id")
    .select(["seat.key", "seat.started_on", "seat.ended_on"])
    .where("contact.key", "=", key)
    .orderBy("seat.key")
    .orderBy("seat.started_on")
    .execute();

test("the first import writes organisations under their parents, contacts and seats, with source and day", async () => {
  const database = await freshDatabase();
  const counts = await importSmall(database, "2026-11-10");
  expect([counts.organisations.added, counts.contacts.added, counts.seats.added]).toEqual([5, 4, 8]);
  const subcommittee = await database.read
    .selectFrom("organisation")
    .innerJoin("organisation as parent", "parent.id", "organisation.parent_id")
    .select(["parent.key", "organisation.as_of", "organisation.source"])
    .where("organisation.key", "=", "SSFR01")
    .executeTakeFirstOrThrow();
  expect(subcommittee).toMatchObject({ key: "SSFR", as_of: "2026-11-10" });
  expect(subcommittee.source).toContain("congress-legislators");
});

test("the same files again change no record", async () => {
  const database = await freshDatabase();
  await importSmall(database, "2026-11-10");
  const before = await database.read.selectFrom("change_row").select("id").execute();
  const counts = await importSmall(database, "2026-12-15");
  expect(counts).toEqual({
    organisations: { added: 0, changed: 0, ended: 0, same: 5 },
    contacts: { added: 0, changed: 0, ended: 0, same: 4 },
    seats: { added: 0, changed: 0, ended: 0, same: 8 },
  });
  const after = await database.read.selectFrom("change_row").select("id").execute();
  expect(after).toHaveLength(before.length);
});

test("a member who is missing stays in the records, ended, with all seats ended", async () => {
  const database = await freshDatabase();
  await importSmall(database, "2026-11-10");
  await importSmall(database, "2026-12-15", withoutEarly);
  const contact = await database.read
    .selectFrom("contact")
    .select("ended_on")
    .where("key", "=", "E000002")
    .executeTakeFirstOrThrow();
  expect(contact.ended_on).toBe("2026-12-15");
  expect(await seatsOf(database, "E000002")).toEqual([
    { key: "SSFR:E000002", started_on: "2026-11-10", ended_on: "2026-12-15" },
    { key: "senate:E000002", started_on: "2026-11-10", ended_on: "2026-12-15" },
  ]);
});

test("someone who will be there back is one contact with old and new seats", async () => {
  const database = await freshDatabase();
  await importSmall(database, "2026-11-10");
  await importSmall(database, "2026-12-15", withoutEarly);
  const counts = await importSmall(database, "2027-01-12");
  expect(counts.contacts).toEqual({ added: 0, changed: 1, ended: 0, same: 3 });
  expect(await seatsOf(database, "E000002")).toHaveLength(4);
});

test("what is ours on a contact survives an import that changes the office", async () => {
  const database = await freshDatabase();
  await importSmall(database, "2026-11-10");
  const { id } = await database.read
    .selectFrom("contact")
    .select("id")
    .where("key", "=", "N000001")
    .executeTakeFirstOrThrow();
  await database.change(system, { submission: null, campaignId: null }, async (change) => {
    const ours = {
      purpose: "engagement plan",
      role_in_decision: "decides",
      informed_on: "2026-11-01",
    } as const;
    await change.update("contact", id, ours, null);
    change.describe({
      recordKind: "contact",
      recordId: id,
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  await importSmall(database, "2026-12-15", (congress) => {
    Object.assign(congress.legislators[0]?.terms[1] ?? {}, { phone: "202-555-0199" });
  });
  const contact = await database.read
    .selectFrom("contact")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(contact).toMatchObject({
    phone: "202-555-0199",
    as_of: "2026-12-15",
    purpose: "engagement plan",
    role_in_decision: "decides",
    informed_on: "2026-11-01",
  });
});

test("an import stands in the history as one change by the command line", async () => {
  const database = await freshDatabase();
  await importSmall(database, "2026-11-10");
  const changes = await database.read.selectFrom("change").selectAll().execute();
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({
    channel: "command line",
    account_id: "system",
    record_kind: "public list",
  });
  expect(changes[0]?.summary).toContain("4 contacts added");
});
