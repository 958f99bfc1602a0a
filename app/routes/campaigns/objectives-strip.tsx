import { ObjectiveFigure } from "#app/routes/objectives/objective-figure.tsx";
import type { Overview } from "./overview-view.server.ts";

const SHOWN = 4;

/** The first objectives of the campaign: figure, target, bar, and when it was read last. */
export function ObjectivesStrip({ view }: { view: Overview }) {
  const { objectives, campaignId } = view;
  const page = `/c/${campaignId}/objectives`;
  return (
    <section aria-labelledby="objectives">
      <h2 id="objectives">
        Objectives{" "}
        <a className="more" href={page}>
          {objectives.length > SHOWN ? `All ${objectives.length} objectives` : "Objectives and readings"}
        </a>
      </h2>
      {objectives.length === 0 ? (
        <p className="empty">
          No objective yet: say what the campaign must change. <a href={page}>Add an objective</a>
        </p>
      ) : null}
      <ul className="obj">
        {objectives.slice(0, SHOWN).map((objective) => (
          <li key={objective.id}>
            <h3>
              <a href={`${page}/${objective.id}`}>{objective.sentence}</a>
            </h3>
            <ObjectiveFigure objective={objective} today={view.today} />
          </li>
        ))}
      </ul>
      {objectives.length === 0 ? null : (
        <p className="note">
          The bar runs from the baseline to the target, which the upright mark shows. Whether it is on course
          is for the reader to judge.
        </p>
      )}
    </section>
  );
}
