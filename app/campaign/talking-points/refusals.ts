import {
  type ClearanceRefusal,
  NOT_YOUR_DESK,
  type ReleaseRefusal,
} from "#app/campaign/clearances/clear-text.ts";
import { explainOwnDraft } from "#app/campaign/clearances/own-draft.ts";
import type { StageRefusal } from "#app/campaign/clearances/stage.ts";
import { NOT_YOURS_TO_SETTLE } from "./clearing/comments.ts";

type ReportRefusal = "nothing-to-report" | "reported-already";

/** What to tell the person whose act on a paper is refused; one wording for each refusal. */
export function explainPaperRefusal(
  reason: StageRefusal | ClearanceRefusal | ReleaseRefusal | ReportRefusal | "not-yours-to-settle",
): string {
  switch (reason) {
    case "no-points-to-make":
      return "There is nothing to clear yet: the paper has no points to make.";
    case "already-cleared":
      return "This text is already cleared.";
    case "already-sent":
      return "The paper is already with the clearers.";
    case "not-sent-for-clearance":
      return "The paper is not with the clearers now.";
    case "no-reasons-given":
      return "Say what the drafter should change.";
    case "already-used":
      return "The paper is already marked as used.";
    case "text-is-another":
      return "The text has changed since you opened it. Read the current text; nothing has been cleared.";
    case "sent-text-is-another":
      return "The text has changed since it was sent to the desks, so no one can clear it as it was sent. Send it again.";
    case "handling-is-wider":
      return "The handling is now less strict than when the paper was sent to the desks. Send it again, or restore the stricter handling.";
    case "answered-already":
      return "The desk has already given its answer on this text.";
    case "waits-for-the-embassy":
      return "The embassy has not agreed yet. The other desks will be asked once it has.";
    case "not-your-desk":
      return `${NOT_YOUR_DESK}.`;
    case "nobody-of-the-ministry-asked":
      return "The embassy cannot clear this text alone, and no ministry desk has been asked. Return the paper, so that it can be sent again, this time to a ministry desk as well.";
    case "not-the-head-of-mission":
      return "Only the head of mission named in the campaign’s settings may release a text.";
    case "nothing-to-report":
      return "The paper was not released by the head of mission, so there is nothing to report.";
    case "not-yours-to-settle":
      return NOT_YOURS_TO_SETTLE;
    case "reported-already":
      return "The release has already been recorded as reported.";
    case "own-draft":
      return `${explainOwnDraft("part of this text")}.`;
  }
}

export type EditRefusal =
  | "used-is-frozen"
  | "mark-in-text"
  | "text-is-another"
  | "code-unknown"
  | "code-retired";

/** What to tell the person whose edit of a paper is refused; `codes` are those of the proof points in question. */
export function explainEditRefusal(reason: EditRefusal, codes: readonly string[]): string {
  switch (reason) {
    case "used-is-frozen":
      return "The paper has been used, so its words can no longer be changed. To change them, start a new version.";
    case "mark-in-text":
      return "It is cited in the text: remove the citation mark, and the source will go with it.";
    case "text-is-another":
      return "The text has changed since you opened the page. Check the current text; nothing was restored.";
    case "code-unknown":
      return `There is no proof point ${codes.join(" or ")} in this campaign`;
    case "code-retired":
      return `${codes.join(", ")} ${codes.length === 1 ? "is" : "are"} retired and cannot be cited again. Choose another proof point`;
  }
}
