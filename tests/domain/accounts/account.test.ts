import { expect, test } from "vitest";
import { type AccountRefusal, explainAccountRefusal } from "#app/domain/accounts/account.ts";
import { holidayOfCountry, holidaysHeading } from "#app/domain/accounts/holiday-names.ts";

test("each refused change to an account has one wording", () => {
  const reasons: readonly AccountRefusal[] = [
    "email-taken",
    "last-administrator",
    "no-such-campaign",
    "not-found",
    "changed-by-somebody-else",
  ];
  expect(reasons.map(explainAccountRefusal)).toEqual([
    "Another account has this e-mail address",
    "This is the only administrator. Make another account administrator first.",
    "One of the campaigns is not there any more. Load the page again.",
    "There is no such account.",
    "Somebody else changed this account meanwhile. Load the page again.",
  ]);
});

test("holidays are called after their country, and after its code where it is none of ours", () => {
  expect(["US", "CZ", "PL", "XX"].map(holidaysHeading)).toEqual([
    "US holidays",
    "Czech holidays",
    "Holidays in Poland",
    "Holidays in XX",
  ]);
  expect(["US", "CZ", "PL"].map(holidayOfCountry)).toEqual([
    "US holiday",
    "Czech holiday",
    "holiday in Poland",
  ]);
});
