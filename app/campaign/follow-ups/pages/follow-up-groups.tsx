import type { DueGroup } from "../follow-up.ts";
import { type Changing, FollowUpRow, type Place } from "./follow-up-row.tsx";
import type { FollowUpGroup } from "./grouped-follow-ups.ts";

const headings: Record<DueGroup, string> = {
  overdue: "Overdue",
  "this week": "This week",
  later: "Later",
  done: "Done",
};

/** Promises by when they are due; the row named by `changes` is open for change. */
export function FollowUpGroups({
  groups,
  place,
  changes,
  changing,
}: {
  groups: readonly FollowUpGroup[];
  place: Place;
  changes: string;
  changing: Changing;
}) {
  return groups.map(({ group, rows }) => (
    <section key={group} className="due-group" aria-labelledby={group.replace(" ", "-")}>
      <h2 id={group.replace(" ", "-")}>{headings[group]}</h2>
      <ul className="follow-up-rows">
        {rows.map((row) => (
          <FollowUpRow
            key={row.id}
            followUp={row}
            isOverdue={group === "overdue"}
            place={place}
            changing={changes === row.id ? changing : null}
          />
        ))}
      </ul>
    </section>
  ));
}
