/**
 * An objection that was heard up to a day: how many times, how many of them answered, and how many audiences were
 * answered the last time they raised it and have met us since without raising it again. Source: DESIGN.md, section 3.
 */
export type ObjectionHeard = {
  id: string;
  code: string;
  name: string;
  isDifficultQuestion: boolean;
  /** The messages that it stands against, by number. */
  messages: readonly number[];
  heard: number;
  answered: number;
  notPressed: number;
};

/** "11 times, 8 answered; 4 audiences have not pressed it again". */
export function heardInWords({ heard, answered, notPressed }: ObjectionHeard): string {
  const times = heard === 1 ? "Once" : `${heard} times`;
  const quiet =
    notPressed === 0
      ? "nobody has met us since without it"
      : notPressed === 1
        ? "1 audience has not pressed it again"
        : `${notPressed} audiences have not pressed it again`;
  return `${times}, ${answered} answered; ${quiet}`;
}
