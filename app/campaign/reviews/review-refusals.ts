/** Why a review is not saved or not withdrawn. */
export type ReviewRefusal = "record-moved" | "withdrawn-already" | "not-found";

/** What to tell the person whose review is refused; one wording for each refusal. */
export function explainReviewRefusal(reason: ReviewRefusal): string {
  switch (reason) {
    case "record-moved":
      return "Others were saving at the same moment, so the review would not be of one moment. Save it again.";
    case "withdrawn-already":
      return "This review has been withdrawn already.";
    case "not-found":
      return "There is no such review in this campaign.";
  }
}
