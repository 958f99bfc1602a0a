import { daySearch } from "../day-form.tsx";
import { basisInWords, parametersInWords } from "../fits/parameters-in-words.ts";
import type { EffectivenessView } from "./effectiveness-view.server.ts";

/** Who rates, what the range means, when there is too little to say, and that none of it tells a cause. */
export function HowToRead({ view }: { view: EffectivenessView }) {
  const base = `/c/${view.campaignId}/reports/effectiveness`;
  const halfLife = Math.round(view.inUse.parameters.halfLifeDays);
  return (
    <section className="how" aria-labelledby="how">
      <h2 id="how">How to read this</h2>
      <p>
        <b>Who is rating.</b> Officers who were in the room, on one five-step scale, and reactions outside
        meetings by their weight. It is our reading, not a survey of the audience.
      </p>
      <p>
        <b>Likely range.</b> Nine times in ten we would expect the true level inside it, as long as opinion
        moves no faster than assumed. A meeting counts half as much after {halfLife} days.
      </p>
      <p>
        <b>Not enough evidence.</b> The range is wider than ±0.75, or under 35 % of the figure comes from the
        audience’s own meetings, and the sign is not near certain. Most cells say so after a hundred ratings,
        and that is the true state of knowledge.
      </p>
      <p>
        <b>Cause.</b> This describes how meetings went. Officers choose who hears what; events, timing and
        people change too. A higher figure after new wording does not show that the wording did it.
      </p>
      <p>
        <b>Worked out with.</b> {basisInWords(view.inUse)}{" "}
        {parametersInWords(view.inUse)
          .map(({ sentence }) => sentence)
          .join(" ")}{" "}
        <a href={`${base}/parameters`}>Parameters</a>
      </p>
      <p>
        <b>Check it yourself.</b>{" "}
        <a href={`${base}.json${daySearch(view.asked)}`}>The notes as a case file</a> hold all that these
        figures are made of, for anybody who has the method.
      </p>
    </section>
  );
}
