export type KnownObjection = {
  id: string;
  code: string;
  name: string;
  /** Times that the audiences of the event have raised it before. */
  timesFromThem: number;
  /** Whether it is said against a message that was planned for the event. */
  isAgainstPlanned: boolean;
};

const SHOWN_AT_FIRST = 6;

/**
 * The objections to choose from after a meeting: those that these audiences are known for first, by how often they
 * raised them; then those against the planned messages; then the rest, by code. `first` are shown at once (six at
 * most, and none that is neither known nor against a planned message while there are such), `others` on request.
 */
export function orderObjections(objections: readonly KnownObjection[]): {
  first: KnownObjection[];
  others: KnownObjection[];
} {
  const ordered = objections.toSorted(
    (one, other) =>
      other.timesFromThem - one.timesFromThem ||
      Number(other.isAgainstPlanned) - Number(one.isAgainstPlanned) ||
      one.code.localeCompare(other.code, "en", { numeric: true }),
  );
  const likely = ordered.filter(
    ({ timesFromThem, isAgainstPlanned }) => timesFromThem > 0 || isAgainstPlanned,
  );
  const first = (likely.length > 0 ? likely : ordered).slice(0, SHOWN_AT_FIRST);
  return { first, others: ordered.filter((objection) => !first.includes(objection)) };
}
