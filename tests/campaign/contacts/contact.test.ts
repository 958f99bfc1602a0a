import { expect, test } from "vitest";
import { memberPosition } from "#app/campaign/contacts/congress/congress-states.ts";
import {
  explainContactRefusal,
  nameSortKey,
  personStanceAllowed,
  splitName,
} from "#app/campaign/contacts/contact.ts";
import {
  isRetentionPast,
  keptFrom,
  type Retention,
  retainedUntil,
} from "#app/campaign/contacts/retention.ts";
import { foldText } from "#app/text/search-words.ts";
import { addDays } from "#app/time/calendar-date.ts";

test("letters are compared without diacritics and case", () => {
  expect(foldText("  Dvořák,  ŁUKASZ ")).toBe("dvorak, lukasz");
  expect(foldText("Černý")).toBe(foldText("CERNY"));
  expect(foldText("Großmann Ørsted")).toBe("grossmann orsted");
});

test("people are sorted by family name, then given name", () => {
  expect(nameSortKey("Jana", "Malá")).toBe("mala, jana");
  expect(nameSortKey("", "Cher")).toBe("cher");
});

test("a typed name is taken apart at its last space", () => {
  expect(splitName(" Jean  Paul Novák ")).toEqual({ givenName: "Jean Paul", familyName: "Novák" });
  expect(splitName("Cher")).toEqual({ givenName: "", familyName: "Cher" });
});

test("a person's stance needs an elected or appointed person and the campaign's leave", () => {
  const person = { isElectedOrAppointed: true };
  expect(personStanceAllowed(person, { isPersonStanceAllowed: true })).toEqual({ ok: true });
  expect(personStanceAllowed(person, { isPersonStanceAllowed: false })).toEqual({
    ok: false,
    reason: "campaign-does-not-allow",
  });
  expect(personStanceAllowed({ isElectedOrAppointed: false }, { isPersonStanceAllowed: true })).toEqual({
    ok: false,
    reason: "person-is-staff",
  });
});

const nobody: Retention = { isPublicRecord: false, retainUntil: null, lastContactOn: null, informedOn: null };

test("a contact is kept 24 months after the last contact unless a day is set", () => {
  expect(retainedUntil({ ...nobody, lastContactOn: "2026-09-24" })).toBe("2028-09-24");
  expect(retainedUntil({ ...nobody, lastContactOn: "2026-09-24", retainUntil: "2027-01-31" })).toBe(
    "2027-01-31",
  );
  expect(retainedUntil({ ...nobody, informedOn: "2026-01-05" })).toBe("2028-01-05");
  expect(retainedUntil(nobody)).toBeNull();
});

test("29 February is kept until the last day of a shorter February", () => {
  expect(retainedUntil({ ...nobody, lastContactOn: "2024-02-29" })).toBe("2026-02-28");
});

test("a public record has no day of its own, but a set day counts", () => {
  const member = { ...nobody, isPublicRecord: true, lastContactOn: "2020-01-01" } as const;
  expect(retainedUntil(member)).toBeNull();
  expect(isRetentionPast({ ...member, retainUntil: "2026-11-09" }, "2026-11-10")).toBe(true);
});

test("retention is past on the day after, not on the day itself", () => {
  const contact = { ...nobody, retainUntil: "2026-11-10" } as const;
  expect(isRetentionPast(contact, "2026-11-10")).toBe(false);
  expect(isRetentionPast(contact, "2026-11-11")).toBe(true);
});

test("the first day from which somebody is kept is found for a query, over every end of February", () => {
  for (const around of ["2024-02-29", "2026-02-28", "2026-03-01", "2028-02-29", "2028-03-31"] as const)
    for (let shift = -3; shift <= 3; shift += 1) {
      const today = addDays(around, shift);
      const first = keptFrom(today);
      expect(isRetentionPast({ ...nobody, lastContactOn: first }, today), today).toBe(false);
      expect(isRetentionPast({ ...nobody, lastContactOn: addDays(first, -1) }, today), today).toBe(true);
    }
});

test("members are called by their office", () => {
  expect(memberPosition("senate", "ME", null)).toBe("Senator from Maine");
  expect(memberPosition("house", "OH", 12)).toBe("Representative from Ohio, 12th district");
  const ends = [1, 2, 3, 4, 11, 13, 20, 22, 23, 111].map((at) => memberPosition("house", "CA", at));
  expect(ends.map((said) => / (\d+\w+) district$/.exec(said)?.[1])).toEqual([
    "1st",
    "2nd",
    "3rd",
    "4th",
    "11th",
    "13th",
    "20th",
    "22nd",
    "23rd",
    "111th",
  ]);
  expect(memberPosition("house", "WY", null)).toBe("Representative from Wyoming, at large");
  expect(memberPosition("house", "CA", 31)).toBe("Representative from California, 31st district");
  expect(memberPosition("house", "AK", 0)).toBe("Representative from Alaska, at large");
  expect(memberPosition("house", "PR", 0)).toBe("Resident Commissioner from Puerto Rico");
  expect(memberPosition("house", "GU", 0)).toBe("Delegate from Guam");
});

test("every refusal has a sentence", () => {
  expect(explainContactRefusal("person-is-staff")).toContain("what they said, not a score");
  expect(explainContactRefusal("campaign-does-not-allow")).toContain("settings");
});
