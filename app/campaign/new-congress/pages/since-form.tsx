import { formatDate } from "#app/time/format.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { CutLine } from "#app/ui/cut-line.tsx";
import type { Since } from "./since.ts";

/** Since which day changes are looked at: typed, or the day of one of the readings. */
export function SinceForm({
  since,
  readings,
  cutAt,
}: {
  since: Since;
  readings: readonly string[];
  cutAt: number | null;
}) {
  return (
    <>
      <form method="get" className="search">
        <TextInput
          name="since"
          label="Since"
          hint="The day of a reading of the list, or another, like 3 Jan 2027"
          value={since.typed}
          error={since.error}
          maxLength={40}
        />
        <button type="submit" className="btn">
          Show
        </button>
      </form>
      <p className="note">
        Readings that changed something:{" "}
        {readings.map((day, index) => (
          <span key={day}>
            {index === 0 ? "" : ", "}
            <a href={`?since=${day}`}>{formatDate(day)}</a>
          </span>
        ))}
      </p>
      <CutLine cutAt={cutAt} which="newest readings" others="Type an earlier day to look at those before." />
    </>
  );
}
