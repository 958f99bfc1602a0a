type Cell = string | number | null;
type Field = { table: string; rowId: string; column: string; before: Cell; after: Cell };

/** A change of a paper, as its history tells it. */
export type Save = {
  madeAt: string;
  accountId: string;
  action: string;
  summary: string;
  undoes: string | null;
  isUndone: boolean;
  fields: readonly Field[];
};

/** A person who goes on typing after a longer pause has begun anew. */
const PAUSE_MINUTES = 10;

/**
 * The history of a paper, newest first, with the saves of one person in one place, each at most ten minutes after the
 * one before, as one: from what stood there before the first to what stands there after the last. Text is saved as it
 * is typed, and nobody reads a history of half sentences.
 */
export function groupSaves<Change extends Save>(changes: readonly Change[]): readonly Change[] {
  const groups: { change: Change; oldest: Change; saves: number }[] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    if (group !== undefined && isOneWork(group.oldest, change)) {
      const fields = fromTo(change.fields, group.change.fields);
      groups.splice(-1, 1, { change: { ...group.change, fields }, oldest: change, saves: group.saves + 1 });
    } else groups.push({ change, oldest: change, saves: 1 });
  }
  return groups.map(({ change, saves }) =>
    saves === 1 ? change : { ...change, summary: `${change.summary} (${saves} times)` },
  );
}

function isOneWork(later: Save, earlier: Save): boolean {
  const pause = Date.parse(later.madeAt) - Date.parse(earlier.madeAt);
  return (
    [later, earlier].every((save) => save.action === "edited" && save.undoes === null && !save.isUndone) &&
    later.accountId === earlier.accountId &&
    later.summary === earlier.summary &&
    pause <= PAUSE_MINUTES * 60_000 &&
    placeOf(later) === placeOf(earlier)
  );
}

/** The block, or the head, that was saved; a footnote comes and goes with its block. */
function placeOf({ fields }: Save): string {
  const rows = fields
    .filter((field) => field.table !== "talking_points_footnote")
    .map((field) => field.rowId);
  return [...new Set(rows)].sort().join(" ");
}

function fromTo(earlier: readonly Field[], later: readonly Field[]): readonly Field[] {
  const all = new Map<string, Field>();
  for (const field of [...earlier, ...later]) {
    const key = `${field.table} ${field.rowId} ${field.column}`;
    all.set(key, { ...field, before: (all.get(key) ?? field).before });
  }
  return [...all.values()].filter((field) => field.before !== field.after);
}
