import { lowered } from "#app/text/in-words.ts";
import { type ComparedSeat, changesOfSeat } from "./seat-changes.ts";

/** What a new reading of the list changes in one committee, in words, each with its meaning for its two staffs. */
export type CommitteeChange = {
  organisation: ComparedSeat["organisation"];
  words: string[];
  /** Most of those who stay sit on the other side now: majority and minority staff have changed places. */
  hasSwappedSides: boolean;
};

/**
 * The committees of which a gavel, or the side of most who stay, changed; others are left out. In order of name. `heldNow`
 * is how many seats of a committee (by its id) are held now.
 */
export function committeeChanges(
  seats: readonly ComparedSeat[],
  heldNow: ReadonlyMap<string, number>,
): CommitteeChange[] {
  const byCommittee = Map.groupBy(
    seats.filter(({ organisation }) => organisation.kind !== "chamber"),
    ({ organisation }) => organisation.id,
  );
  return [...byCommittee.values()]
    .flatMap((all): CommitteeChange[] => {
      const [first] = all;
      if (first === undefined) return [];
      const changes = all.flatMap(changesOfSeat);
      const gavels = changes
        .filter(({ kind }) => kind === "took the gavel" || kind === "lost the gavel")
        .map(({ seat, words }) => `${seat.contact.name}: ${lowered(words)}`);
      const swapped = changes.filter(({ kind }) => kind === "changed sides").length;
      const joined = changes.filter(({ kind }) => kind === "joined the committee").length;
      const staying = (heldNow.get(first.organisation.id) ?? 0) - joined;
      const hasSwappedSides = swapped > 0 && swapped * 2 > staying;
      if (gavels.length === 0 && !hasSwappedSides) return [];
      const sides = hasSwappedSides
        ? [`Majority and minority have swapped: of those who stayed, ${swapped} moved to the other side`]
        : [];
      return [{ organisation: first.organisation, words: [...sides, ...gavels], hasSwappedSides }];
    })
    .sort((a, b) => a.organisation.name.localeCompare(b.organisation.name));
}
