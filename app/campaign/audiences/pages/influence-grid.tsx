import { addressOf } from "#app/http/addresses.ts";
import { Stance } from "#app/ui/marks.tsx";
import { gridName, quadrantLabel, quadrantOf } from "../quadrant.ts";
import { knownStance, STANCES, type StandingStance, stanceLabel } from "../stances/stance.ts";

type Placed = { id: string; name: string; influence: number; interest: number; stance: StandingStance };

const DOWN = [5, 4, 3, 2, 1] as const;
const ACROSS = [1, 2, 3, 4, 5] as const;

/** The corners in which a quadrant's name stands: its top left cell, low rows at the bottom. */
const CORNERS = ["5 1", "5 3", "1 1", "1 3"];

type View = {
  campaignId: string;
  audiences: readonly Placed[];
  /** The audience whose page this is, or null. */
  current: string | null;
};

/** Audiences by influence and interest as a real table, the number of the stance in each mark. */
export function InfluenceGrid(view: View) {
  return (
    <section className="influence-figure" aria-labelledby="grid">
      <h2 id="grid">Influence and interest</h2>
      <p className="grid-axis">Influence, bottom to top</p>
      <table className="influence-grid">
        <caption className="visually-hidden">
          Audiences by influence, 5 at the top, and interest, 5 at the right. The number in each mark is the
          stance.
        </caption>
        <colgroup>
          <col className="influence-axis" />
          <col span={5} />
        </colgroup>
        <tbody>
          {DOWN.map((influence) => (
            <GridRow key={influence} influence={influence} view={view} />
          ))}
        </tbody>
        <InterestFoot />
      </table>
      <p className="grid-axis grid-axis-end">Interest, left to right</p>
      <StanceKey />
      <p className="note grid-note">
        3 or more is high. {meaningsOf(view.audiences)}Staff are not given a stance of their own; the reading
        is their audience’s.
      </p>
    </section>
  );
}

function GridRow({ influence, view }: { influence: number; view: View }) {
  return (
    <tr className={influence === 3 ? "half-down" : undefined}>
      <th scope="row">
        <span className="visually-hidden">Influence </span>
        {influence}
      </th>
      {ACROSS.map((interest) => (
        <td key={interest} className={cellClass(influence, interest)}>
          {CORNERS.includes(`${influence} ${interest}`) ? (
            <span className="quadrant">{quadrantLabel(quadrantOf(influence, interest))}</span>
          ) : null}
          {view.audiences
            .filter((one) => one.influence === influence && one.interest === interest)
            .map((one) => (
              <PlacedAudience key={one.id} audience={one} view={view} />
            ))}
        </td>
      ))}
    </tr>
  );
}

function PlacedAudience({ audience: { id, name, stance }, view }: { audience: Placed; view: View }) {
  const known = knownStance(stance);
  return (
    <a
      href={addressOf.audience(view.campaignId, id)}
      title={`${name}: ${stanceLabel(known)}`}
      aria-current={id === view.current ? "page" : undefined}
    >
      <Stance n={known} />
      <span className="audience-name audience-name">{gridName(name).short}</span>
    </a>
  );
}

function InterestFoot() {
  return (
    <tfoot>
      <tr>
        <td className="influence-axis" />
        {ACROSS.map((interest) => (
          <th key={interest} scope="col">
            <span className="visually-hidden">Interest </span>
            {interest}
          </th>
        ))}
      </tr>
    </tfoot>
  );
}

/** What the letters in the grid stand for, each once. */
function meaningsOf(audiences: readonly Placed[]): string {
  const meanings = audiences.flatMap(({ name }) => gridName(name).means ?? []);
  return [...new Set(meanings)].map((meaning) => `${meaning}. `).join("");
}

function cellClass(influence: number, interest: number): string | undefined {
  const classes = [
    interest === 3 ? "half-across" : "",
    quadrantOf(influence, interest) === "manage closely" ? "mid-cell" : "",
  ].filter((name) => name !== "");
  return classes.length === 0 ? undefined : classes.join(" ");
}

function StanceKey() {
  return (
    <div className="scale-key">
      <span>Stance</span>
      {STANCES.map(({ value, label }) => (
        <span key={value}>
          <Stance n={value} /> {label}
        </span>
      ))}
      <span>? Not known</span>
    </div>
  );
}
