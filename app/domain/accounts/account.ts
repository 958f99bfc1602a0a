export type AccountRefusal = "email-taken" | "last-administrator" | "not-found" | "changed-by-somebody-else";

/** What to tell the person whose change to an account was refused; one wording for each refusal. */
export function explainAccountRefusal(reason: AccountRefusal): string {
  switch (reason) {
    case "email-taken":
      return "Another account has this e-mail address";
    case "last-administrator":
      return "This is the only administrator. Make another account administrator first.";
    case "not-found":
      return "There is no such account.";
    case "changed-by-somebody-else":
      return "Somebody else changed this account meanwhile. Load the page again.";
  }
}
