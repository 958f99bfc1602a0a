/** How a message was received, from −2 to +2. The only scale of receptions in the product. */
export const SCORES = [-2, -1, 0, 1, 2] as const;

export type Score = (typeof SCORES)[number];

/** What an officer says of one message: how it was received, or that it did not come up. */
export type Rating = Score | "not raised";

/** Whether a message was said in its cleared words or in others. */
export const WORDINGS = ["as written", "in other words"] as const;

export type Wording = (typeof WORDINGS)[number];

/**
 * The reception that a typed number names, or null: only the whole numbers −2 to +2 are receptions.
 * Source: DOMAIN.md, record "outcome".
 */
export function scoreFrom(text: string): Score | null {
  return SCORES.find((score) => String(score) === text) ?? null;
}

/** The rating that a form sends: "-2" to "2" or "not raised"; null for anything else, nothing chosen included. */
export function ratingFrom(text: string): Rating | null {
  return text === "not raised" ? text : scoreFrom(text);
}

/** A reception in one word. Source: DOMAIN.md, record "outcome". */
export function receptionWord(score: Score): string {
  switch (score) {
    case -2:
      return "Rejected";
    case -1:
      return "Doubtful";
    case 0:
      return "Neutral";
    case 1:
      return "Receptive";
    case 2:
      return "Endorsed";
  }
}

/** What was seen or heard when a reception is given that score. Source: DOMAIN.md, record "outcome". */
export function receptionMeaning(score: Score): string {
  switch (score) {
    case -2:
      return "Says no, or will act against it.";
    case -1:
      return "Argues, asks for proof. That is engagement.";
    case 0:
      return "Polite, no sign either way.";
    case 1:
      return "Takes it up, gives a reason.";
    case 2:
      return "An act: uses our wording, asks to repeat it, signs.";
  }
}

/** A reception, or an average of receptions, with its sign; the minus is U+2212. `digits` 0 for one reception, 1 for an average. */
export function signed(score: number, digits = 0): string {
  const text = Math.abs(score).toFixed(digits);
  if (Number(text) === 0) return text;
  return score < 0 ? `\u2212${text}` : `+${text}`;
}
