import { expect, test } from "vitest";
import { readCongress } from "#app/campaign/contacts/congress/congress.ts";
import { greatLosses } from "#app/campaign/contacts/congress/great-loss.ts";
import {
  type HeldRecords,
  type PublicRecords,
  planRefresh,
} from "#app/campaign/organisations/public-list.ts";
import { endsTooMuch, lossInWords } from "#app/http/files/kinds.ts";

import { congressFiles, smallCongress } from "../../support/builders/congress.ts";

function records(): PublicRecords {
  const reading = readCongress(congressFiles(smallCongress()));
  if (!reading.ok) throw new Error(reading.fault);
  return reading.records;
}

function held({ organisations, contacts, seats }: PublicRecords): HeldRecords {
  const hold = <T extends { key: string }>(list: readonly T[]) =>
    list.map((record) => ({ id: record.key, version: 1, endedOn: null, record }));
  return { organisations: hold(organisations), contacts: hold(contacts), seats: hold(seats) };
}

const lossesOf = (incoming: PublicRecords, here = held(records())) =>
  greatLosses(here, planRefresh(here, incoming, "2026-12-15")).map(({ file, ended, standing }) => [
    file,
    ended,
    standing,
  ]);

test("more than a tenth is too much; a tenth is not, and nothing of nothing is not", () => {
  expect(
    [
      [1, 10],
      [2, 10],
      [11, 100],
      [0, 0],
      [1, 1],
    ].map(([ended = 0, standing = 0]) => endsTooMuch({ ended, standing })),
  ).toEqual([false, true, true, false, true]);
});

test("each file of Congress answers for what it would end", () => {
  const all = records();
  const chambers = all.organisations.filter(({ kind }) => kind === "chamber");
  const isOfChamber = ({ organisationKey }: { organisationKey: string }) =>
    chambers.some(({ key }) => key === organisationKey);
  const inCommittees = all.seats.filter((seat) => !isOfChamber(seat)).length;
  expect(lossesOf(all)).toEqual([]);
  expect(lossesOf({ ...all, seats: all.seats.filter(isOfChamber) })).toEqual([
    ["committee-membership-current.json", inCommittees, inCommittees],
  ]);
  expect(lossesOf({ ...all, organisations: chambers })).toEqual([["committees-current.json", 3, 5]]);
  expect(lossesOf({ ...all, contacts: [], seats: all.seats.filter((seat) => !isOfChamber(seat)) })).toEqual([
    ["legislators-current.json", 4, 4],
    ["legislators-current.json", 4, 4],
  ]);
});

test("what has ended before does not stand", () => {
  const here = held(records());
  const ended: HeldRecords = {
    ...here,
    contacts: here.contacts.map((one) => ({ ...one, endedOn: "2026-01-01" })),
  };
  expect(lossesOf({ ...records(), contacts: [] }, ended)).toEqual([]);
});

test("a loss is said with its file", () => {
  expect(lossInWords({ file: "x.json", what: "members", ended: 12, standing: 40 })).toBe(
    "x.json would remove 12 of the 40 members on record, more than a tenth",
  );
});
