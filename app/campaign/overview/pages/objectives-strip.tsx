import { ObjectiveFigure } from "#app/campaign/objectives/objective-figure.tsx";
import { counted } from "#app/text/in-words.ts";
import type { Overview } from "./overview-view.server.ts";

const SHOWN = 4;

/** The first objectives of the campaign: figure, target, bar, where it should be today, the word and the reason. */
export function ObjectivesStrip({ view }: { view: Overview }) {
  const { objectives, campaignId } = view;
  const page = `/c/${campaignId}/objectives`;
  return (
    <section aria-labelledby="objectives">
      <h2 id="objectives">
        Objectives{" "}
        <a className="more" href={page}>
          {objectives.length > SHOWN
            ? `All ${counted(objectives.length, "objective")}`
            : "Objectives and readings"}
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
            <ObjectiveFigure objective={objective} />
          </li>
        ))}
      </ul>
      {objectives.length === 0 ? null : (
        <p className="note">
          Each bar runs from where it began to the target; the upright mark shows where we should be today.
        </p>
      )}
    </section>
  );
}
