import type { ReactNode } from "react";

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

export type FigureLine = { label: string; value: ReactNode; detail: ReactNode };

/** Figures with their names, one a line, and what each rests on. */
export function FigureLines({ caption, lines }: { caption: string; lines: readonly FigureLine[] }) {
  return (
    <table className="table lined">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {lines.map(({ label, value, detail }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {value}
              {detail === "" || detail === null ? null : (
                <span className="secondary figure-detail">{detail}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
