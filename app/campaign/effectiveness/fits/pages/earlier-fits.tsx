import { formatDate } from "#app/time/format.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import { TableHead } from "#app/ui/table-head.tsx";
import type { EarlierFit } from "../earlier-fits.server.ts";
import type { FitOutcome } from "../parameters-in-use.ts";
import { parametersInWords } from "../parameters-in-words.ts";

const OUTCOMES: Record<FitOutcome, string> = {
  estimated: "Estimated",
  "too few notes": "Usual settings: too few ratings",
  "not found": "Usual settings: not found",
};

/** Every estimate with its date, the number of ratings and its values, the newest first; one's own can be undone. */
export function EarlierFits({
  fits,
  accountId,
  undoTo,
  most,
}: {
  fits: readonly EarlierFit[];
  accountId: string;
  undoTo: string;
  most: number;
}) {
  const [newest] = fits;
  if (newest === undefined) return <Empty text="Nothing has been estimated yet." />;
  const names = parametersInWords(newest).map(({ name }) => name);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, and the keyboard has to reach it */}
      <div className="scroll" tabIndex={0}>
        <table className="tbl">
          <TableHead labels={["Made", "Asked by", "Ratings", "Outcome", ...names]} figures={["Ratings"]} />
          <tbody>
            {fits.map((fit) => (
              <tr key={fit.id}>
                <th scope="row" className="nowrap">
                  {whenMade(fit.at)}
                  {fit.askedBy?.id === accountId && fit === newest ? (
                    <ButtonForm
                      action={undoTo}
                      label="Undo"
                      fields={{ change: fit.changeId }}
                      className="linklike"
                    />
                  ) : null}
                </th>
                <td>{fit.askedBy?.name ?? "The night"}</td>
                <td className="num">{fit.notes.toLocaleString("en-GB")}</td>
                <td>{OUTCOMES[fit.outcome]}</td>
                {parametersInWords(fit).map(({ name, value }) => (
                  <td key={name}>
                    {fit.outcome === "estimated" ? value.replace(" of a step", "") : "usual"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fits.length < most ? null : <p className="note">The newest {most} are shown.</p>}
    </>
  );
}

function whenMade(at: string): string {
  const instant = new Date(at);
  return `${formatDate(dateIn(instant, WASHINGTON))}, ${timeIn(instant, WASHINGTON)}`;
}
