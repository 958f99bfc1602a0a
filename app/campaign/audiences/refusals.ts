import type { SideRefusal } from "./audience-of-organisation.ts";

export type AudienceRefusal =
  | SideRefusal
  | "audience-already-here"
  | "audience-not-found"
  | "reading-in-the-future"
  | "organisation-ended"
  | "changed-by-somebody-else";

/** What to tell the person whose change to an audience is refused; one wording for each refusal. */
export function explainAudienceRefusal(reason: AudienceRefusal): string {
  switch (reason) {
    case "side-needed":
      return "Choose majority or minority: the two sides of a committee are separate audiences";
    case "side-not-held":
      return "Only a committee has a majority and a minority. Do not choose a side";
    case "audience-already-here":
      return "This audience is already in the campaign.";
    case "audience-not-found":
      return "This audience is not in the campaign.";
    case "reading-in-the-future":
      return "A stance reading cannot be dated in the future. Enter today or an earlier day";
    case "organisation-ended":
      return "This organisation no longer exists. Choose another.";
    case "changed-by-somebody-else":
      return "Someone has changed this audience since you opened it. Go back and check it.";
  }
}
