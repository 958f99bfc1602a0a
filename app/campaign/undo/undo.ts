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
      return "Undoing this needs a right that you do not have now. Ask somebody who may make this change today.";
    case "desk-is-needed":
      return explainDeskRefusal(undone.refusal);
    case "changed-since":
      return "Somebody has changed it since. Its history shows what it was; change it back by hand.";
    case "not-yours":
      return "Only the person who made a change can undo it here.";
    case "cannot-be-undone":
      return "This cannot be undone. A clearance is undone by a new version of the text; an erasure is for good, and a review of the day before is withdrawn with a reason.";
    case "something-depends-on-it":
      return "Something that was added since needs it. Remove that first.";
    case "has-ratings":
      return "Somebody has noted how it was received, and these notes stay. Retire the message, or end the audience in the campaign, instead.";
    case "used-is-frozen":
      return "The paper was used since, so its words stay as they were. Start a new version of it to change them.";
  }
}
