import { expect, test } from "vitest";
import { type AccountRefusal, explainAccountRefusal } from "#app/campaign/accounts/account.ts";
import { describeRole, firstPage, ROLES } from "#app/http/permission.ts";
import { holidayOfCountry, holidaysHeading } from "#app/time/home-capital.ts";

test("each refused change to an account has one wording", () => {
  const reasons: readonly AccountRefusal[] = [
    "email-taken",
    "last-administrator",
    "no-such-campaign",
    "not-found",
    "changed-by-somebody-else",
  ];
  expect(reasons.map(explainAccountRefusal)).toEqual([
    "Another account already uses this e-mail address",
    "This is the only administrator. Make someone else an administrator first.",
    "One of the campaigns no longer exists. Reload the page.",
    "This account no longer exists.",
    "Someone else has changed this account. Reload the page.",
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

test("a role is described by what it does, and begins where its work is", () => {
  expect(ROLES.map((role) => [role, describeRole(role), firstPage("esa", role)])).toEqual([
    ["reader", "reads everything in the campaign", "/c/esa"],
    ["officer", "plans, drafts and logs", "/c/esa"],
    ["embassy clearer", "plans, drafts and logs, and clears for the embassy", "/c/esa"],
    [
      "ministry clearer",
      "plans, drafts and logs, and clears for the ministry",
      "/c/esa/talking-points?show=waiting",
    ],
  ]);
});
