import { State } from "./marks.tsx";

/** A hold as every page of its campaign shows it. `line` is what to say instead; `yours` counts the reader's own marked things. */
export type HoldBanner = {
  number: number;
  sentence: string;
  line: string | null;
  yours: number;
  place: string;
};

/** While holds lie, every page of the campaign carries them under the bar. They cannot be closed; the hold's own page has none. */
export function HoldBanners({ holds, path }: { holds: readonly HoldBanner[]; path: string }) {
  const shown = holds.filter(({ place }) => path !== place);
  if (shown.length === 0) return null;
  return (
    <aside className="holdbars" aria-label="Holds">
      {shown.map(({ number, sentence, line, yours, place }) => (
        <div key={place} className="holdbar">
          <State kind="bad">Message {number} on hold</State>
          <span>
            {sentence} {line === null ? null : <span className="line">{line}</span>}{" "}
            {yours === 0
              ? null
              : yours === 1
                ? "One thing of yours is marked."
                : `${yours} things of yours are marked.`}
          </span>
          <a href={place}>See the hold</a>
        </div>
      ))}
    </aside>
  );
}
