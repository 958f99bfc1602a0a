import { shortSource } from "#app/campaign/paper-text/assembled-paper.ts";
import type { Footnote } from "#app/campaign/paper-text/paper.ts";
import type { Figure } from "#app/text/figures.ts";
import { dayInProse } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Difference, EvidenceDifference, FigureDifference, WordingDifference } from "./difference.ts";
import { saidAs } from "./evidence-differences.ts";
import { figuresGiven } from "./figure-differences.ts";
import { editionKey, figureKey, namesValue, numbersIn, saysTheSame, valueKey } from "./figure-key.ts";

/**
 * One side of a difference. What the words of the block do not say was carried: `carriedWith` is then the source of
 * the proof point under which it stood, in short; null where it was said. Source: DOMAIN.md, rule 13.
 */
export type Side = { text: string; carriedWith: string | null };

/** The two sides of a difference, and what follows from them; it gives no reason that is not on record. */
export type BothSides = { told: Side; now: Side; soThat: string };

/** A figure with what it is of and its edition: "486 billion dollars (European allies and Canada, 2024; NATO, April 2025)". */
function given({ what, value, edition }: Figure): string {
  return `${value} (${what}; ${edition})`;
}

/** Both sides of a difference, from the records alone. */
export function bothSides(difference: Difference): BothSides {
  switch (difference.kind) {
    case "figure": {
      const { told, now, isToldInWords, isNowInWords, toldFootnote, nowFootnote } = difference;
      return {
        told: { text: given(told), carriedWith: isToldInWords ? null : shortSource(toldFootnote) },
        now: { text: given(now), carriedWith: isNowInWords ? null : shortSource(nowFootnote) },
        soThat: whatFollows(told, now),
      };
    }
    case "evidence":
      return evidenceSides(difference);
    case "wording":
      return {
        told: { text: wordsTold(difference), carriedWith: null },
        now: { text: saidAs(difference.planned.block.text), carriedWith: null },
        soThat: "We now put it differently.",
      };
  }
}

/** A quotation only where it was logged that the words were said as written. */
function wordsTold({ toldPoint: { text, wording } }: WordingDifference): string {
  return wording === "as written" ? `“${saidAs(text)}”` : saidAs(text);
}

function whatFollows(told: Figure, now: Figure): string {
  const isOtherEdition = editionKey(told.edition) !== editionKey(now.edition);
  if (figureKey(told.what) !== figureKey(now.what)) {
    return isOtherEdition
      ? "These are two different figures from different editions, and they cannot be compared directly."
      : "These are two different figures, and neither replaces the other.";
  }
  if (valueKey(told.value) === valueKey(now.value)) return "The value is the same; the edition is different.";
  return isOtherEdition
    ? "This is a different edition of the same figure, not a rise or a fall."
    : "The edition is the same; please use today’s figure.";
}

function evidenceSides(difference: EvidenceDifference): BothSides {
  const figures = changedFigures(difference);
  const { told, now, toldPoint, planned } = difference;
  if (figures !== null) {
    return {
      told: sideOf(given(figures.told), namesValue(toldPoint.text, figures.told.value), told),
      now: sideOf(given(figures.now), namesValue(planned.block.text, figures.now.value), now),
      soThat: whatFollows(figures.told, figures.now),
    };
  }
  const isReworded = saidAs(told.claim) !== saidAs(now.claim);
  const isOfAnotherEdition = !isReworded && editionKey(told.edition) !== editionKey(now.edition);
  const claimOf = ({ claim, edition }: Footnote) =>
    isOfAnotherEdition ? `${claim} (${edition ?? "no edition named"})` : claim;
  return {
    told: sideOf(claimOf(told), says(toldPoint.text, told.claim), told),
    now: sideOf(claimOf(now), says(planned.block.text, now.claim), now),
    soThat: isOfAnotherEdition
      ? "This is taken from a different edition."
      : `The ${isReworded ? "evidence has since been reworded" : "figures behind it have since been changed"}.`,
  };
}

function sideOf(text: string, isSaid: boolean, footnote: Footnote): Side {
  return { text, carriedWith: isSaid ? null : shortSource(footnote) };
}

function says(text: string, claim: string): boolean {
  return saidAs(text).includes(saidAs(claim));
}

/** The figure that was given and the one that is given now; null where they are the same. */
function changedFigures(difference: EvidenceDifference): { told: Figure; now: Figure } | null {
  const { toldPoint, planned } = difference;
  const told = firstNotIn(toldPoint.text, difference.told, difference.now);
  const now = firstNotIn(planned.block.text, difference.now, difference.told);
  if (told === null || now === null) return null;
  return saysTheSame(told, now) && figureKey(told.what) === figureKey(now.what) ? null : { told, now };
}

/** Of the figures of one footnote the first that is said in the text, or else that the other footnote lacks. */
function firstNotIn(text: string, of: Footnote, other: Footnote): Figure | null {
  const numbers = new Set(numbersIn(text));
  const named = of.figures.find(({ value }) => numbersIn(value).some((number) => numbers.has(number)));
  if (named !== undefined) return named;
  const said = figuresGiven({ text, footnotes: [of] }).map(({ figure }) => figure);
  return said.find((figure) => !other.figures.some((one) => saysTheSame(one, figure))) ?? null;
}

/**
 * The sentence with which a difference is said openly to those who hear it: what they were given and when, what is
 * given today, and what follows. It is built from the records and gives no other reason.
 */
export function sayItOpenly(difference: Difference, today: CalendarDate): string {
  const { told, now, soThat } = bothSides(difference);
  const day = dayInProse(difference.statement.day, today);
  if (difference.kind === "wording") {
    return `On ${day} we put it this way: ${ended(told.text)} Today we say: ${ended(now.text)} ${soThat}`;
  }
  const then =
    told.carriedWith === null
      ? `On ${day} we told you: ${told.text}`
      : `What we told you on ${day} was based on this: ${told.text}`;
  return `${ended(then)} Today we say: ${ended(now.text)} ${soThat}`;
}

function ended(text: string): string {
  return /[.!?…][”)]?$/.test(text) ? text : `${text}.`;
}

/** Whether a text says a difference openly: it names what was told and what is said now. */
export function mentionsBoth(difference: Difference, text: string): boolean {
  const said = saidAs(text);
  switch (difference.kind) {
    case "figure":
      return namesFigures(said, difference);
    case "evidence": {
      const figures = changedFigures(difference);
      if (figures !== null) return namesFigures(said, figures);
      return said.includes(saidAs(difference.told.claim)) && said.includes(saidAs(difference.now.claim));
    }
    case "wording":
      return said !== saidAs(difference.toldPoint.text) && said.includes(saidAs(difference.toldPoint.text));
  }
}

/** Both values stand in the text; of one value in two editions, both editions; and where they differ, the older's year. */
function namesFigures(text: string, { told, now }: Pick<FigureDifference, "told" | "now">): boolean {
  const numbers = new Set(numbersIn(text));
  const holds = (words: string) => numbersIn(words).every((number) => numbers.has(number));
  if (!holds(told.value) || !holds(now.value)) return false;
  if (valueKey(told.value) !== valueKey(now.value)) return holds(told.edition);
  return [told, now].every(({ edition }) => editionKey(text).includes(editionKey(edition)));
}
