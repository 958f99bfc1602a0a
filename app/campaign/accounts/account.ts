export type AccountRefusal =
  | "email-taken"
  | "last-administrator"
  | "no-such-campaign"
  | "not-found"
  | "changed-by-somebody-else";

/** What to tell the person whose change to an account was refused; one wording for each refusal. */
export function explainAccountRefusal(reason: AccountRefusal): string {
  switch (reason) {
    case "email-taken":
      return "Another account has this e-mail address";
    case "last-administrator":
      return "This is the only administrator. Make another account administrator first.";
    case "no-such-campaign":
      return "One of the campaigns is not there any more. Load the page again.";
    case "not-found":
      return "There is no such account.";
    case "changed-by-somebody-else":
      return "Somebody else changed this account meanwhile. Load the page again.";
  }
}

/** The same, at the field of the address where it is about that. */
export function explainAtFields(
  reason: Exclude<AccountRefusal, "not-found" | "changed-by-somebody-else">,
): string | { email: string } {
  const said = explainAccountRefusal(reason);
  return reason === "email-taken" ? { email: said } : said;
}
