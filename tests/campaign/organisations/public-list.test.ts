import { expect, test } from "vitest";
import { readCongress } from "#app/campaign/contacts/congress/congress.ts";
import {
  countRefresh,
  type Held,
  type HeldRecords,
  type PublicRecords,
  planRefresh,
} from "#app/campaign/organisations/public-list.ts";

import { congressFiles, member, type SmallCongress, smallCongress } from "../../support/builders/congress.ts";

const nothing: HeldRecords = { organisations: [], contacts: [], seats: [] };

function read(change: (congress: SmallCongress) => void = () => {}): PublicRecords {
  const congress = smallCongress();
  change(congress);
  const reading = readCongress(congressFiles(congress));
  if (!reading.ok) throw new Error(reading.fault);
  return reading.records;
}

function hold(records: PublicRecords): HeldRecords {
  const held = <T>(record: T, at: number): Held<T> => ({ id: `id-${at}`, version: 1, endedOn: null, record });
  return {
    organisations: records.organisations.map(held),
    contacts: records.contacts.map(held),
    seats: records.seats.map(held),
  };
}

function countsOf(held: HeldRecords, incoming: PublicRecords) {
  const plan = planRefresh(held, incoming, "2026-12-15");
  return {
    organisations: countRefresh(plan.organisations),
    contacts: countRefresh(plan.contacts),
    seats: countRefresh(plan.seats),
  };
}

function leave(congress: SmallCongress, bioguide: string): void {
  congress.legislators = congress.legislators.filter((entry) => entry.id.bioguide !== bioguide);
}

test("the first reading adds everything", () => {
  expect(countsOf(nothing, read())).toEqual({
    organisations: { added: 5, changed: 0, ended: 0, same: 0 },
    contacts: { added: 4, changed: 0, ended: 0, same: 0 },
    seats: { added: 8, changed: 0, ended: 0, same: 0 },
  });
});

test("the same reading again changes nothing", () => {
  expect(countsOf(hold(read()), read())).toEqual({
    organisations: { added: 0, changed: 0, ended: 0, same: 5 },
    contacts: { added: 0, changed: 0, ended: 0, same: 4 },
    seats: { added: 0, changed: 0, ended: 0, same: 8 },
  });
});

test("a member who is missing ends once as a contact, and each of the seats ends", () => {
  const counts = countsOf(
    hold(read()),
    read((congress) => leave(congress, "E000002")),
  );
  expect(counts.contacts).toEqual({ added: 0, changed: 0, ended: 1, same: 3 });
  expect(counts.seats).toMatchObject({ added: 0, ended: 2 });
});

test("a new member, a new title and a committee that is gone are told apart", () => {
  const incoming = read((congress) => {
    congress.legislators.push(
      member("P000005", "Petra", "Poole", { type: "rep", party: "Whig", state: "VT" }),
    );
    for (const seat of congress.membership.SSFR01) Object.assign(seat, { title: "Chairwoman" });
    congress.committees.pop();
  });
  expect(countsOf(hold(read()), incoming)).toEqual({
    organisations: { added: 0, changed: 0, ended: 1, same: 4 },
    contacts: { added: 1, changed: 0, ended: 0, same: 4 },
    seats: { added: 1, changed: 1, ended: 1, same: 6 },
  });
});

test("a member who moves to the other chamber keeps the contact and changes seats", () => {
  const incoming = read((congress) => {
    leave(congress, "O000003");
    congress.legislators.push(
      member("O000003", "Ann", "Ordway", { type: "sen", party: "Whig", state: "AK" }),
    );
  });
  const counts = countsOf(hold(read()), incoming);
  expect(counts.contacts).toEqual({ added: 0, changed: 1, ended: 0, same: 3 });
  expect(counts.seats).toEqual({ added: 1, changed: 0, ended: 1, same: 7 });
});

test("someone who will be there back is the same contact, in a new seat beside the ended one", () => {
  const held = hold(read());
  for (const one of [...held.contacts, ...held.seats]) {
    const key = "contactKey" in one.record ? one.record.contactKey : one.record.key;
    if (key === "E000002") one.endedOn = "2026-09-01";
  }
  const plan = planRefresh(held, read(), "2026-12-15");
  expect(plan.contacts.changed.map((change) => change.held.record.key)).toEqual(["E000002"]);
  expect(countRefresh(plan.seats)).toEqual({ added: 2, changed: 0, ended: 0, same: 6 });
});

test("who ended earlier is not ended again", () => {
  const held = hold(read());
  for (const one of held.contacts) if (one.record.key === "W000004") one.endedOn = "2026-09-01";
  const counts = countsOf(
    held,
    read((congress) => leave(congress, "W000004")),
  );
  expect(counts.contacts).toEqual({ added: 0, changed: 0, ended: 0, same: 3 });
});

test("what is ours on a held record is neither compared nor part of the change", () => {
  const held = hold(read());
  const noted = held.contacts.map((one) => ({ ...one, note: "Asks for numbers", ownerId: "jana" }));
  const plan = planRefresh({ ...held, contacts: noted }, read(), "2026-12-15");
  expect(plan.contacts.same).toBe(4);
});
