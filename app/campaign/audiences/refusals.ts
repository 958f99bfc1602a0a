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
      return "Choose majority or minority: the two sides of a committee are two audiences.";
    case "side-not-held":
      return "Only a committee has a majority and a minority. Choose no side.";
    case "audience-already-here":
      return "This audience belongs to the campaign already.";
    case "audience-not-found":
      return "This audience does not belong to the campaign.";
    case "reading-in-the-future":
      return "A stance is read on a day that has been. Enter today or an earlier day.";
    case "organisation-ended":
      return "This organisation has ended. Choose one that exists.";
    case "changed-by-somebody-else":
      return "Somebody changed this audience while you were looking at it. Go back and look again.";
  }
}
