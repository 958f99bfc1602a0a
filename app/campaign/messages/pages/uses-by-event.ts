import type { MessageEvent, WordingAtEvent, WordingInPaper } from "../uses.server.ts";

/** An event at which a wording was said or for which papers have it; a paper that is for no event stands alone. */
export type UseGroup = {
  event: MessageEvent | null;
  isSaid: boolean;
  papers: readonly Pick<WordingInPaper, "id" | "title" | "stage">[];
};

/** The uses of one wording by event, the latest first; then the papers that are for none. */
export function usesByEvent(
  papers: readonly WordingInPaper[],
  saidAt: readonly Pick<WordingAtEvent, keyof MessageEvent>[],
): UseGroup[] {
  const events = new Map<string, MessageEvent>();
  for (const event of [...saidAt, ...papers.map((paper) => paper.event)])
    if (event !== null && !events.has(event.id)) events.set(event.id, event);
  const said = new Set(saidAt.map(({ id }) => id));
  const groups = [...events.values()]
    .toSorted((one, other) => other.startsAt.localeCompare(one.startsAt))
    .map((event) => ({
      event,
      isSaid: said.has(event.id),
      papers: papers.filter((paper) => paper.event?.id === event.id),
    }));
  const alone = papers
    .filter(({ event }) => event === null)
    .map((paper) => ({ event: null, isSaid: false, papers: [paper] }));
  return [...groups, ...alone];
}
