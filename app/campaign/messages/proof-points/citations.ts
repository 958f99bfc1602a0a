/** Where a proof point stands: numbers of messages, codes of objections, titles of papers, in use or retired. */
export type Citations = {
  messages: readonly number[];
  objections: readonly string[];
  papers: readonly string[];
};

/**
 * Whether a proof point may be deleted for good: only while no message, objection or paper cites it. What is cited is
 * retired instead, so that nobody's evidence disappears (DOMAIN.md, rule 2).
 */
export function mayDelete({ messages, objections, papers }: Citations): boolean {
  return messages.length + objections.length + papers.length === 0;
}

const MOST_NAMED = 8;

/** Why a cited proof point is not deleted, with everything that cites it named. */
export function explainCited(code: string, { messages, objections, papers }: Citations): string {
  const places = [
    ...messages.map((number) => `message ${number}`),
    ...objections.map((objection) => `objection ${objection}`),
    ...papers.map((title) => `the paper “${title}”`),
  ];
  const named = places.slice(0, MOST_NAMED).join(", ");
  const rest = places.length > MOST_NAMED ? ` and ${places.length - MOST_NAMED} more` : "";
  return `${code} is cited by ${named}${rest}, so it cannot be deleted. Retire it instead: then nothing new cites it`;
}
