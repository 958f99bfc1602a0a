import { formatDate } from "#app/time/format.ts";
import { Select } from "#app/ui/controls.tsx";

type Other = { id: string; day: string; savedBy: string };

/** Chooses another review, or today, to hold this one against. */
export function CompareForm({
  here,
  others,
  chosen,
}: {
  here: string;
  others: readonly Other[];
  chosen: string;
}) {
  return (
    <form method="get" action={`${here}/compare`} className="form compare noprint">
      <Select
        name="with"
        label="Compare with"
        value={chosen}
        options={[
          ...others.map(({ id, day, savedBy }) => ({
            value: id,
            label: `${formatDate(day)}, saved by ${savedBy}`,
          })),
          { value: "live", label: "Today, as it stands now" },
        ]}
      />
      <button type="submit" className="btn">
        Compare
      </button>
    </form>
  );
}
