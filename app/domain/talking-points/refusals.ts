import type { ClearanceRefusal } from "./clear-talking-points.ts";
import type { StageRefusal } from "./stage.ts";

/** What to tell the person whose act on a paper is refused; one wording for each refusal. */
export function explainPaperRefusal(reason: StageRefusal | ClearanceRefusal): string {
  switch (reason) {
    case "no-points-to-make":
      return "There is nothing to clear yet: the paper has no point to make.";
    case "already-cleared":
      return "The text as it stands is cleared already.";
    case "already-sent":
      return "The paper is with the clearers already.";
    case "not-sent-for-clearance":
      return "The paper has not been sent for clearance.";
    case "no-reasons-given":
      return "Say what the drafter should change.";
    case "already-used":
      return "The paper is marked as used already.";
    case "text-is-another":
      return "The text has changed since you opened it. Read it as it stands now; nothing has been cleared.";
    case "own-draft":
      return "You wrote part of this text, and nobody clears their own draft in this campaign. Another clearer must.";
  }
}
