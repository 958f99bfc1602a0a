import { formatShortDate } from "#app/time/format.ts";
import { Stance } from "#app/ui/marks.tsx";
import { knownStance, type StandingStance, stanceLabel } from "../stance.ts";

/** Where an audience stands today: number, word, and the day of the reading or why it is not known. */
export function StandingStanceMark({ standing, today }: { standing: StandingStance; today: string }) {
  const stance = knownStance(standing);
  return (
    <>
      <span className="nowrap">
        <Stance n={stance} /> {stanceLabel(stance)}
      </span>{" "}
      <span className="sub">{readingInWords(standing, today)}</span>
    </>
  );
}

function readingInWords(standing: StandingStance, today: string): string {
  switch (standing.state) {
    case "known":
    case "not known":
      return formatShortDate(standing.readOn, today);
    case "lapsed":
      return `${standing.last} on ${formatShortDate(standing.readOn, today)}, lapsed`;
    case "no reading":
      return "no reading";
  }
}
