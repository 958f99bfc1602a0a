import { stemmedWords } from "#app/text/word-stems.ts";

/** Something that is not to be said: words one after another, or words that make the thought, all in one sentence. */
export type AvoidedTerm = { manner: "together" | "in one sentence"; stems: readonly string[] };

const QUOTED = /[“„"«]([^“”„"«»]+)[”“"»]/g;
const END_OF_CLAUSE = /[.;!?\n]+(?=\s|$)|,\s*(?=(?:but|rather|instead|say|use|lead|prefer)\b)/i;
const ADVICE =
  /^(?:but |and |rather |instead,? |better )?(?:say|use|lead|open|begin|start|prefer|speak of|call|stress|have|keep|put|quote|give|name|point|show|write|refer|emphasise|present|frame|describe|answer)\b/i;
const LEAD =
  /^(?:(?:please|avoid|never|do not|don['’]t|not|no|nothing|say|saying|use|using|speak|speaking|mention|mentioning|talk|talking|write|claim|claiming|suggest|suggesting|call it|that|of|about|the (?:bare )?(?:words?|phrases?|terms?))\b[\s:,]*)+/i;
const LONGEST_TOGETHER = 4;
const SMALL_WORDS = new Set(
  stemmedWords(
    "a an the and or nor but that this these those it its they their them we our us you your he she his her i is are was were be been being am has have had do does did will would shall should can could may might must to of in on at by for from with without as than then so not no if when while into onto over under about what which who whom whose there here any all some",
  ).map((word) => word.stem),
);

/**
 * What an Avoid line or a red line forbids to say, taken from its plain English: each term in quotation marks, each
 * item of a list of up to four words, or else the thought of the clause, by its words of meaning. What a clause tells
 * to say instead ("say …", "open with …"), and what follows a colon, is not forbidden; what follows "rather than" or
 * "instead of" is.
 */
export function avoidedTerms(line: string): readonly AvoidedTerm[] {
  const quotes: string[] = [];
  const marked = line.replaceAll(QUOTED, (_, words: string) => `«${quotes.push(words) - 1}»`);
  return marked.split(END_OF_CLAUSE).flatMap((clause) => {
    const forbidden = forbiddenPart((clause ?? "").trim());
    const quoted = Array.from(forbidden.matchAll(/«(\d+)»/g), ([, at]) => quotes[Number(at)] ?? "");
    const terms = quoted.length > 0 ? quoted.map((words) => together(words)) : unquoted(forbidden);
    return terms.filter((term) => term.stems.length > 0);
  });
}

function forbiddenPart(clause: string): string {
  if (!ADVICE.test(clause)) return clause;
  return clause.split(/\b(?:rather than|instead of|and not|but not)\b|, not\b/i)[1] ?? "";
}

function unquoted(clause: string): readonly AvoidedTerm[] {
  const [said = ""] = clause.trim().replace(LEAD, "").split(":");
  const items = said.split(/,|\/|\bor\b|\bnor\b/).map((item) => item.trim());
  if (items.every((item) => stemmedWords(item).length <= LONGEST_TOGETHER)) return items.map(together);
  const meaning = stemmedWords(said).filter((word) => !SMALL_WORDS.has(word.stem));
  return [{ manner: "in one sentence", stems: meaning.map((word) => word.stem) }];
}

/** A small word before the first word of meaning counts for nothing: "an exit" is "exit". */
function together(words: string): AvoidedTerm {
  const stems = stemmedWords(words).map((word) => word.stem);
  const first = stems.findIndex((stem) => !SMALL_WORDS.has(stem));
  return { manner: "together", stems: first === -1 ? [] : stems.slice(first) };
}
