import { gridName } from "#app/domain/audiences/grid-name.ts";
import { quadrantLabel, quadrantOf } from "#app/domain/audiences/quadrant.ts";
import { knownStance, STANCES, type StandingStance, stanceLabel } from "#app/domain/audiences/stance.ts";
import { Stance } from "#app/ui/marks.tsx";

type Placed = { id: string; name: string; influence: number; interest: number; stance: StandingStance };

const DOWN = [5, 4, 3, 2, 1] as const;
const ACROSS = [1, 2, 3, 4, 5] as const;

/** The corners in which a quadrant's name stands: its top left cell, low rows at the bottom. */
const CORNERS = ["5 1", "5 3", "1 1", "1 3"];

/** Audiences by influence and interest as a real table, the number of the stance in each mark. */
export function InfluenceGrid({
  campaignId,
  audiences,
  current,
}: {
  campaignId: string;
  audiences: readonly Placed[];
  /** The audience whose page this is, or null. */
  current: string | null;
}) {
  const names = new Map(audiences.map(({ id, name }) => [id, gridName(name)]));
  const meanings = new Set([...names.values()].flatMap(({ means }) => (means === null ? [] : [means])));
  return (
    <section className="gridc" aria-labelledby="grid">
      <h2 id="grid">Influence and interest</h2>
      <p className="axis">Influence, up</p>
      <table className="pg">
        <caption className="vh">
          Audiences by influence, 5 at the top, and interest, 5 at the right. The number in each mark is the
          stance.
        </caption>
        <colgroup>
          <col className="y" />
          <col span={5} />
        </colgroup>
        <tbody>
          {DOWN.map((influence) => (
            <tr key={influence} className={influence === 3 ? "hy" : undefined}>
              <th scope="row">
                <span className="vh">Influence </span>
                {influence}
              </th>
              {ACROSS.map((interest) => (
                <td key={interest} className={cellClass(influence, interest)}>
                  {CORNERS.includes(`${influence} ${interest}`) ? (
                    <span className="quadrant">{quadrantLabel(quadrantOf(influence, interest))}</span>
                  ) : null}
                  {audiences
                    .filter((one) => one.influence === influence && one.interest === interest)
                    .map((one) => (
                      <a
                        key={one.id}
                        href={`/c/${campaignId}/audiences/${one.id}`}
                        title={`${one.name}: ${stanceLabel(knownStance(one.stance))}`}
                        aria-current={one.id === current ? "page" : undefined}
                      >
                        <Stance n={knownStance(one.stance)} />
                        <span className="nm">{names.get(one.id)?.short}</span>
                      </a>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className="y" />
            {ACROSS.map((interest) => (
              <th key={interest} scope="col">
                <span className="vh">Interest </span>
                {interest}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="axis b">Interest, to the right</p>
      <StanceKey />
      <p className="note">
        High from 3. {[...meanings].map((meaning) => `${meaning}. `).join("")}
        Staff has no stance of its own here: the reading is the audience’s.
      </p>
    </section>
  );
}

function cellClass(influence: number, interest: number): string | undefined {
  const classes = [
    interest === 3 ? "hx" : "",
    quadrantOf(influence, interest) === "manage closely" ? "mc" : "",
  ].filter((name) => name !== "");
  return classes.length === 0 ? undefined : classes.join(" ");
}

function StanceKey() {
  return (
    <div className="key">
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
