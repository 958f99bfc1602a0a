import { expect, test } from "vitest";
import { normaliseEmail } from "#app/campaign/accounts/account.ts";

test("an address names one account whatever its case and the spaces around it", () => {
  expect(normaliseEmail("  Jana.Mala@Embassy.Example ")).toBe("jana.mala@embassy.example");
});

test("what is no address, or too long for one, is refused", () => {
  expect(normaliseEmail("jana")).toBeNull();
  expect(normaliseEmail("jana@embassy.example, petr@embassy.example")).toBeNull();
  expect(normaliseEmail(`${"a".repeat(250)}@embassy.example`)).toBeNull();
});
