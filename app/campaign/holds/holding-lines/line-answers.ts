import type { ClearanceRefusal, ReleaseRefusal } from "#app/campaign/clearances/clear-text.ts";
import type { ClearanceManner } from "#app/campaign/clearances/clearance-status.ts";
import { explainAnswerRefusal } from "#app/campaign/clearances/stage.ts";
import { type AskingRefusal, explainAskingRefusal } from "#app/campaign/clearances/who-must-clear.ts";
import { explainLineRefusal, type LineRefusal } from "./holding-line.ts";

export type LineAnswerRefusal =
  | LineRefusal
  | ClearanceRefusal
  | ReleaseRefusal
  | "not-yours-to-ask"
  | "nothing-to-report"
  | "reported-already"
  | "no-head-of-mission";

/** What to tell a desk or the head of mission whose word on a holding line was refused; one wording for each. */
export function explainLineAnswer(reason: LineAnswerRefusal): string {
  switch (reason) {
    case "not-sent-for-clearance":
    case "answered-already":
    case "waits-for-the-embassy":
    case "text-is-another":
    case "sent-text-is-another":
    case "handling-is-wider":
    case "not-your-desk":
    case "own-draft":
    case "nobody-of-the-ministry-asked":
      return explainAnswerRefusal(reason, "line");
    case "not-the-head-of-mission":
      return "Only the head of mission named in the campaign’s settings may release a line";
    case "nothing-to-report":
      return "The line was not released by the head of mission, so there is nothing to report";
    case "reported-already":
      return "The release has already been recorded as reported";
    case "not-yours-to-ask":
      return "Only those who may write in this campaign may ask for a release";
    case "no-head-of-mission":
      return "The campaign’s settings name no head of mission who may release a line. Name an embassy clearer there first";
    default:
      return explainLineRefusal(reason);
  }
}

const OF = { "nobody-asked": "", "embassy-must-be-asked": "embassy ", "ministry-must-be-asked": "ministry " };

/** Why a line is not sent: who is asked about lines is chosen at the desks, not where one is sent. */
export function explainSendingRefusal(refusal: AskingRefusal): string {
  if ("desk" in refusal || refusal.reason === "text-is-another") return explainAskingRefusal(refusal);
  return `No ${OF[refusal.reason]}desk is asked about holding lines. Set one to be asked under Settings, then send the line again`;
}

/** How a line was cleared, in few words; a release says that it is to be reported until that is on record. */
export function mannerInWords({
  manner,
  report,
}: {
  manner: ClearanceManner;
  report: { to: string } | null;
}): string {
  switch (manner) {
    case "by a person":
      return "Cleared";
    case "by silence":
      return "Cleared by silence";
    case "released by the head of mission":
      return report === null
        ? "Released by the head of mission, to be reported afterwards"
        : `Released by the head of mission, reported to ${report.to}`;
  }
}
