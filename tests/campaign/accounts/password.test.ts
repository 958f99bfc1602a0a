import { expect, test } from "vitest";
import { checkNewPassword } from "#app/campaign/accounts/account.ts";

const email = "jana@embassy.example";

test("a password of 12 characters is taken and one of 11 is not", () => {
  expect(checkNewPassword("abcdefghijkl", email)).toEqual({ ok: true, password: "abcdefghijkl" });
  expect(checkNewPassword("abcdefghijk", email)).toEqual({ ok: false, reason: "password-too-short" });
});

test("a character outside the basic plane counts once", () => {
  expect(checkNewPassword("😀".repeat(11), email)).toEqual({ ok: false, reason: "password-too-short" });
  expect(checkNewPassword("😀".repeat(12), email).ok).toBe(true);
});

test("any characters are taken, spaces at the ends included", () => {
  expect(checkNewPassword("  Příliš žluťoučký  ", email)).toEqual({
    ok: true,
    password: "  Příliš žluťoučký  ",
  });
});

test("a letter typed as one character or as two is the same password", () => {
  const composed = checkNewPassword("dvořák-dvořák", email);
  const decomposed = checkNewPassword("dvořák-dvořák".normalize("NFD"), email);
  expect(composed).toEqual(decomposed);
});

test("a password of 1,000 characters is taken and one more is not", () => {
  expect(checkNewPassword("a".repeat(1_000), email).ok).toBe(true);
  expect(checkNewPassword("a".repeat(1_001), email)).toEqual({ ok: false, reason: "password-too-long" });
});

test("the e-mail address itself is no password", () => {
  expect(checkNewPassword("Jana@Embassy.example", email)).toEqual({
    ok: false,
    reason: "password-is-the-email",
  });
});
