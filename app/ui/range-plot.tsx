import type { ReactNode } from "react";
import { type Figure, levelInDigits, rangeInWords } from "#app/method/figure.ts";

/** What a line of the plot is about, and its figure. */
export type PlottedFigure = { key: string; label: ReactNode; figure: Figure };

const TICKS = [-2, -1, 0, 1, 2];

/** Levels with their likely ranges on one axis, a line each; the figures stand beside them in words and numbers. */
export function RangePlot({ about, figures }: { about: string; figures: readonly PlottedFigure[] }) {
  return (
    <table className="ranges">
      <thead>
        <tr>
          <th scope="col">{about}</th>
          <th scope="col" className="range-axis">
            <span className="visually-hidden">Level and likely range from −2 to +2</span>
            {TICKS.map((tick) => (
              <span key={tick} aria-hidden="true" style={{ left: placeOf(tick) }}>
                {tick === 0 ? "0" : levelInDigits(tick).slice(0, 2)}
              </span>
            ))}
          </th>
          <th scope="col">Level (ratings)</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ key, label, figure }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="range-plot">{figure.notes === 0 ? null : <Range figure={figure} />}</td>
            <td>
              <Numbers figure={figure} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Range({ figure: { mean, lower, upper } }: { figure: Figure }) {
  return (
    <div aria-hidden="true">
      <i className="range-band" style={{ left: placeOf(lower), right: `calc(100% - ${placeOf(upper)})` }} />
      <i className="range-dot" style={{ left: placeOf(Math.min(2, Math.max(-2, mean))) }} />
    </div>
  );
}

function Numbers({ figure }: { figure: Figure }) {
  if (figure.notes === 0)
    return <span className="note">Not yet heard; similar cells suggest {levelInDigits(figure.mean)}</span>;
  return (
    <>
      <b>{levelInDigits(figure.mean)}</b> ({figure.notes}) {figure.verdict}
      <br />
      <span className="note">
        {rangeInWords(figure)}, raw {levelInDigits(figure.raw ?? 0)}
      </span>
    </>
  );
}

/** From the left edge, in percent. */
function placeOf(level: number): string {
  return `${Math.round(((level + 2) / 4) * 1000) / 10}%`;
}
