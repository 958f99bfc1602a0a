/** What a file has that was not taken over, or was taken over otherwise: one sentence, and the lines that it is about. */
export type Remark = {
  sentence: string;
  /** The first lines, at most five. */
  lines: readonly number[];
  times: number;
};

export type Remarks = {
  /** `line` counts from 1; null where the sentence is about the whole file. */
  add(sentence: string, line: number | null): void;
  list(): readonly Remark[];
};

const LINES_NAMED = 5;
const MOST_SENTENCES = 300;

/** Collects remarks; the same sentence about many lines is one. After 300 sentences the rest is counted only. */
export function collectRemarks(): Remarks {
  const found = new Map<string, { lines: number[]; times: number; last: number | null }>();
  return {
    add(sentence, line) {
      const isNew = !found.has(sentence) && found.size >= MOST_SENTENCES;
      const key = isNew ? "There is more of this kind that is not listed" : sentence;
      const known = found.get(key) ?? { lines: [], times: 0, last: null };
      if (line !== null && line === known.last) return;
      known.last = line;
      known.times += 1;
      if (line !== null && known.lines.length < LINES_NAMED && !known.lines.includes(line))
        known.lines.push(line);
      found.set(key, known);
    },
    list: () => [...found].map(([sentence, { lines, times }]) => ({ sentence, lines, times })),
  };
}

/** "Line 12", "Lines 12, 40 and 66", "Lines 12, 40, 66, 80, 91 and 117 more"; empty where no line is named. */
export function linesInWords({ lines, times }: Remark): string {
  const [first, ...others] = lines;
  if (first === undefined) return "";
  const more = times - lines.length;
  if (others.length === 0 && more <= 0) return `Line ${first}`;
  if (more > 0) return `Lines ${lines.join(", ")} and ${more} more`;
  return `Lines ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}`;
}
