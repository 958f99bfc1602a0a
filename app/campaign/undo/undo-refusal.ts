import { type DeskRefusal, explainDeskRefusal } from "#app/campaign/clearances/desk.ts";

/** Why a change stays as it is. */
export type UndoRefusal =
  | {
      reason:
        | "changed-since"
        | "not-yours"
        | "not-allowed"
        | "cannot-be-undone"
        | "something-depends-on-it"
        | "has-ratings"
        | "used-is-frozen";
    }
  | { reason: "desk-is-needed"; refusal: DeskRefusal };

/** What to tell the person who pressed Undo; one wording for each refusal. */
export function explainUndoRefusal(undone: UndoRefusal): string {
  switch (undone.reason) {
    case "not-allowed":
      return "You no longer have the right to make this change. Ask someone who has.";
    case "desk-is-needed":
      return explainDeskRefusal(undone.refusal);
    case "changed-since":
      return "It has been changed since. The history shows what it was; change it back by hand.";
    case "not-yours":
      return "Only the person who made a change can undo it here.";
    case "cannot-be-undone":
      return "This cannot be undone. A clearance is replaced by clearing a new version of the text; an erasure is permanent; a review from an earlier day can be withdrawn with a reason.";
    case "something-depends-on-it":
      return "Something added since depends on it. Remove that first.";
    case "has-ratings":
      return "It already has ratings, which are kept. Retire the message or end the audience instead.";
    case "used-is-frozen":
      return "The paper has since been used, so its words can no longer be changed. To change them, start a new version.";
  }
}
