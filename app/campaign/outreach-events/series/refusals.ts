/** Why a time of a series cannot be left out. */
export type SeriesRefusal = "has-happened" | "has-a-paper" | "is-the-last";

/** What to tell the person whose change to a series is refused; one wording for each refusal. */
export function explainSeriesRefusal(reason: SeriesRefusal): string {
  switch (reason) {
    case "has-happened":
      return "Something has been logged or marked of this time, so it did take place or was given up. It stays.";
    case "has-a-paper":
      return "Talking points or follow-ups hang on this time. Cancel it instead, so that they stay.";
    case "is-the-last":
      return "This is the only time that is left. Cancel it instead, or end the series.";
  }
}
