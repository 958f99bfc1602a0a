import type { ReactNode } from "react";

export type FigureLine = { label: string; value: ReactNode; detail: ReactNode };

/** Figures with their names, one a line, and what each rests on. */
export function FigureLines({ caption, lines }: { caption: string; lines: readonly FigureLine[] }) {
  return (
    <table className="tbl lined">
      <caption className="vh">{caption}</caption>
      <tbody>
        {lines.map(({ label, value, detail }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {value}
              {detail === "" || detail === null ? null : <span className="sub">{detail}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
