// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table’s own roles away
import { Fragment, type ReactNode } from "react";
import { unbroken } from "#app/ui/marked-text.tsx";
import type { ActivityFigure } from "./activity-clearance.ts";

/** So much of so much as a bar; the numbers always stand beside it. Nothing is drawn of nothing. */
export function CountBar({ part, whole }: { part: number; whole: number }) {
  if (whole === 0) return null;
  return (
    <svg className="countbar" width="96" height="10" viewBox="0 0 96 10" aria-hidden="true">
      <rect className="counted-whole" x="0.5" y="0.5" width="95" height="9" />
      <rect className="counted-part" x="0.5" y="0.5" width={(95 * part) / whole} height="9" />
    </svg>
  );
}

type Lines = { caption: string; figures: readonly ActivityFigure[]; listOf: (logged: string) => string };

/** Figures with their names, one a line, and what each rests on; `listOf` is the address of the events that words count. */
export function FigureLines({ caption, figures, listOf }: Lines) {
  const linked = (logged: string, words: ReactNode) =>
    logged === "" ? words : <a href={listOf(logged)}>{words}</a>;
  return (
    <table className="table lined">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {figures.map(({ name, text, share, logged, details }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {share === null ? null : <CountBar part={share.n} whole={share.of} />}
              {linked(logged, unbroken(text))}
              {details.length === 0 ? null : (
                <span className="secondary figure-detail">
                  {details.map((detail, at) => (
                    <Fragment key={detail.text}>
                      {at === 0 ? "" : "; "}
                      {linked(detail.logged, detail.text)}
                    </Fragment>
                  ))}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Count = { n: number; label: string; detail?: string; isKept?: boolean };

/** A count with its name, for a phone; which leaves away a count of none that is not kept. */
export function CountCell({ n, label, detail = "", isKept = false }: Count) {
  return (
    <td role="cell" className={n === 0 && !isKept ? "number count-of-none" : "number"}>
      {n}
      <span className="cell-label"> {label}</span>
      {detail === "" ? null : <span className="secondary figure-detail">{detail}</span>}
    </td>
  );
}
