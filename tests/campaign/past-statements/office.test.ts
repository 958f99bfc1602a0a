import { expect, test } from "vitest";
import { hearersOf, isSameOffice, officesOfPerson } from "#app/campaign/past-statements/office.ts";
import { person, SENATE, SFRC, STATE, staff } from "../../support/builders/statement.ts";

const areSame = (one: ReturnType<typeof person>, other: ReturnType<typeof person>) =>
  officesOfPerson(one).some((office) =>
    officesOfPerson(other).some((another) => isSameOffice(office, another)),
  );
const audience = {
  id: "a",
  kind: "executive agency",
  name: "State, European bureau",
  side: null,
  organisation: STATE,
};

test("people of one organisation are one office; majority and minority of a committee are two", () => {
  expect(areSame(person("ellen"), person("nadia"))).toBe(true);
  expect(areSame(staff("claire", "majority"), staff("robin", "majority"))).toBe(true);
  expect(areSame(staff("claire", "majority"), staff("marcus", "minority"))).toBe(false);
  expect(areSame(staff("claire", "majority"), person("ellen"))).toBe(false);
});

test("staff of whom the side is not known may be of either", () => {
  const unknown = person("sam", { organisation: SFRC });
  expect(areSame(unknown, staff("claire", "majority"))).toBe(true);
  expect(areSame(unknown, staff("marcus", "minority"))).toBe(true);
});

test("a chamber is no office: a member and their staff share a room, or an audience that is a member's office", () => {
  const ivy = person("ivy", { organisation: SENATE, room: "317 Russell" });
  expect(areSame(ivy, person("peter", { organisation: SENATE, room: " 317  russell" }))).toBe(true);
  expect(areSame(ivy, person("hollis", { organisation: SENATE, room: "425 Hart" }))).toBe(false);
  expect(areSame(person("one", { organisation: SENATE }), person("two", { organisation: SENATE }))).toBe(
    false,
  );
  const office = {
    id: "senator",
    name: "Office of a senator",
    kind: "member office",
    side: null,
    organisation: SENATE,
  };
  const members = ["one", "two"].map((id) => person(id, { organisation: SENATE, audiences: [office] }));
  expect(areSame(members[0] ?? ivy, members[1] ?? ivy)).toBe(true);
});

test("those who stayed away heard nothing, nor did their office where nobody of it came", () => {
  const came = { person: staff("claire", "majority"), hasMissedIt: false };
  const away = { person: staff("marcus", "minority"), hasMissedIt: true };
  const sides = (["majority", "minority"] as const).map((side) => ({
    ...audience,
    id: side,
    kind: "congressional committee",
    side,
    organisation: SFRC,
  }));
  const { contactIds, offices } = hearersOf([came, away], sides);
  expect(contactIds).toEqual(["claire"]);
  expect(offices.map(({ name }) => name)).toEqual(["Senate Foreign Relations, majority"]);
});

test("an audience without named people is heard as its office; one of many organisations is no office", () => {
  expect(hearersOf([], [audience]).offices).toHaveLength(1);
  expect(hearersOf([], [{ ...audience, organisation: null }]).offices).toEqual([]);
});

test("each office that is there is named once, under each of its names", () => {
  const { offices } = hearersOf(
    [person("ellen"), person("nadia"), staff("claire", "majority")].map((one) => ({
      person: one,
      hasMissedIt: false,
    })),
    [],
  );
  expect(new Set(offices).size).toBe(2);
  expect(offices).toHaveLength(2);
});
