import { expect, test } from "vitest";
import {
  audienceOffers,
  type Belonging,
  belongsTo,
  type CampaignAudience,
  sitsOnTheOtherSide,
  wouldCountForNobody,
} from "#app/campaign/contacts/audiences-of-contact.ts";

const majority: CampaignAudience = {
  id: "maj",
  name: "HASC, majority",
  organisationId: "hasc",
  side: "majority",
};
const minority: CampaignAudience = {
  id: "min",
  name: "HASC, minority",
  organisationId: "hasc",
  side: "minority",
};
const army: CampaignAudience = { id: "army", name: "Army staff", organisationId: "army", side: null };
const all = [majority, minority, army];

const nobody: Belonging = { contactId: "x", name: "X", organisation: null, seats: [], audienceIds: [] };
const house = { organisationId: "house", kind: "chamber", side: null };
/** The ranking minority member of a committee, who was put on the list of the majority by mistake. */
const ranking: Belonging = {
  ...nobody,
  name: "Adam Smith",
  seats: [house, { organisationId: "hasc", kind: "committee", side: "minority" }],
  audienceIds: ["maj"],
};
const officer: Belonging = {
  ...nobody,
  organisation: { id: "army", name: "Army", kind: "executive agency", parentName: null },
};
const staffer: Belonging = {
  ...nobody,
  organisation: {
    id: "sasc",
    name: "Senate Committee on Armed Services",
    kind: "committee",
    parentName: null,
  },
};

test("whoever sits in a committee belongs to the side of the seat, and to the other never", () => {
  expect(all.map((audience) => belongsTo(ranking, audience))).toEqual([false, true, false]);
  expect(sitsOnTheOtherSide(ranking, majority)).toBe(true);
  expect(sitsOnTheOtherSide(ranking, army)).toBe(false);
  expect(belongsTo({ ...nobody, audienceIds: ["maj"] }, majority)).toBe(true);
});

test("somebody of an organisation belongs to its audience, but to no side of a committee unasked", () => {
  expect(belongsTo(officer, army)).toBe(true);
  const ofHasc = { ...staffer, organisation: { ...officer.organisation, id: "hasc", kind: "committee" } };
  expect([majority, minority].some((audience) => belongsTo(ofHasc as Belonging, audience))).toBe(false);
});

test("nothing is offered to whoever belongs to an audience of the event", () => {
  expect(audienceOffers([ranking, officer], all, ["min", "army"])).toEqual([]);
});

test("an audience of the campaign is offered first, and the other side is named", () => {
  expect(audienceOffers([ranking], all, ["maj"])).toEqual([
    {
      ...{ contactId: "x", name: "Adam Smith", isOtherSide: true },
      ...{ present: [{ id: "min", name: "HASC, minority" }], make: [] },
    },
  ]);
});

test("of a member the office is made, of anybody else the organisation, by its sides", () => {
  const made = (person: Belonging) => audienceOffers([person], [army], [])[0]?.make.map(({ name }) => name);
  expect(made(ranking)).toEqual(["Office of Adam Smith"]);
  expect(made(staffer)).toEqual([
    "Senate Armed Services, majority staff",
    "Senate Armed Services, minority staff",
  ]);
  expect(made(nobody)).toEqual([]);
});

test("a reception counts for nobody where no audience is chosen that could be, or only the other side", () => {
  const counts = (chosen: string[], people = [ranking]) =>
    !wouldCountForNobody(audienceOffers(people, all, chosen), chosen);
  expect(counts([])).toBe(false);
  expect(counts(["maj"])).toBe(false);
  expect(counts(["army"])).toBe(true);
  expect(counts([], [nobody])).toBe(true);
});
