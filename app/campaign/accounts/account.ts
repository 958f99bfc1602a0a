import { z } from "zod";

export type AccountRefusal = keyof typeof REFUSALS;

const REFUSALS = {
  "email-taken": "Another account already uses this e-mail address",
  "last-administrator": "This is the only administrator. Make someone else an administrator first.",
  "no-such-campaign": "One of the campaigns no longer exists. Reload the page.",
  "not-found": "This account no longer exists.",
  "changed-by-somebody-else": "Someone else has changed this account. Reload the page.",
};

/** What to tell the person whose change to an account was refused; one wording for each refusal. */
export function explainAccountRefusal(reason: AccountRefusal): string {
  return REFUSALS[reason];
}

/** The same, at the field of the address where it is about that. */
export function explainAtFields(
  reason: Exclude<AccountRefusal, "not-found" | "changed-by-somebody-else">,
): string | { email: string } {
  const said = explainAccountRefusal(reason);
  return reason === "email-taken" ? { email: said } : said;
}

const address = z.email().max(254);

/**
 * The one spelling under which an e-mail address names an account: trimmed, NFC, lower case; null when it is
 * no address or longer than 254 characters (RFC 5321, section 4.5.3.1.3, as corrected by erratum 1690).
 */
export function normaliseEmail(typed: string): string | null {
  const email = typed.trim().normalize("NFC").toLowerCase();
  return address.safeParse(email).success ? email : null;
}

/** Shortest password, in characters. */
export const SHORTEST_PASSWORD = 12;
/** Longest password, in characters: a paragraph fits, a denial of service does not. */
export const LONGEST_PASSWORD = 1_000;

export type PasswordRefusal = "password-too-short" | "password-too-long" | "password-is-the-email";

export type CheckedPassword = { ok: true; password: string } | { ok: false; reason: PasswordRefusal };

/**
 * Decides whether a new password is taken, and answers with the form in which it is hashed.
 *
 * Any characters, 12 to 1,000 of them counted as code points, spaces included; no rule about kinds of
 * characters. It may not be the account's own e-mail address. It is brought to Unicode NFKC first, so that
 * two keyboards that spell one letter differently type the same password.
 * Source: NIST SP 800-63B, section 5.1.1.2 (length over composition, normalisation before hashing).
 */
export function checkNewPassword(typed: string, email: string): CheckedPassword {
  const password = normalisePassword(typed);
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return { ok: false, reason: "password-too-short" };
  if (length > LONGEST_PASSWORD) return { ok: false, reason: "password-too-long" };
  if (password.toLowerCase() === email.toLowerCase()) return { ok: false, reason: "password-is-the-email" };
  return { ok: true, password };
}

/** The form in which a password is hashed and compared: Unicode NFKC. */
export function normalisePassword(typed: string): string {
  return typed.normalize("NFKC");
}

/** What to tell the person who chose the password; one wording for each refusal. */
export function explainPasswordRefusal(reason: PasswordRefusal): string {
  switch (reason) {
    case "password-too-short":
      return `Enter a password of ${SHORTEST_PASSWORD} characters or more`;
    case "password-too-long":
      return "Enter a password of 1,000 characters at most";
    case "password-is-the-email":
      return "Enter a password other than the e-mail address";
  }
}
