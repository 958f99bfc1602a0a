/** Why a change stays as it is. */
export type UndoRefusal =
  | "changed-since"
  | "not-yours"
  | "cannot-be-undone"
  | "something-depends-on-it"
  | "has-ratings"
  | "used-is-frozen";

/** What to tell the person who pressed Undo; one wording for each refusal. */
export function explainUndoRefusal(reason: UndoRefusal): string {
  switch (reason) {
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
