import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { TableHead } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { TwoTimes, useToday } from "#app/ui/two-clocks.tsx";
import { latestCopies, type PaperCopy } from "./paper-copy.ts";

type Shown = { copies: readonly PaperCopy[]; hash: string };

/** Who holds which version: the newest copy that each person took, with a word where the text is another by now. */
export function OnPaper({ copies, hash, all }: Shown & { all: string }) {
  const today = useToday();
  const latest = latestCopies(copies);
  return (
    <section aria-labelledby="on-paper">
      <h2 id="on-paper">Copies</h2>
      {latest.length === 0 ? <p className="note">No one has printed or downloaded it yet.</p> : null}
      <ul className="paper-versions">
        {latest.map((copy) => (
          <li key={copy.id}>
            <span>{copy.takenBy.name}</span>
            <span className="secondary">
              {copy.versionNumber === null ? "A draft" : `Version ${copy.versionNumber}`},{" "}
              {dayOf(copy.takenAt, today)}
              {copy.hash === hash ? null : (
                <>
                  {" "}
                  <State kind="warn">Earlier text</State>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="note">
        A record is kept of who takes a copy, so that they can be told of a hold. <a href={all}>All copies</a>
      </p>
    </section>
  );
}

function dayOf(at: Date, today: CalendarDate): string {
  const day = dateIn(at, WASHINGTON);
  return day === today ? `today, ${timeIn(at, WASHINGTON)} in Washington` : formatDay(day, today);
}

/** Every copy that was taken, with how it left. */
export function CopiesTable({ copies, hash }: Shown) {
  if (copies.length === 0) return <p className="empty">No copy has been taken yet.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section className="scroll" aria-label="Copies" tabIndex={0}>
      <table className="table">
        <TableHead labels={["Who", "When", "How", "Text", "Status"]} />
        <tbody>
          {copies.map((copy) => (
            <tr key={copy.id}>
              <th scope="row">{copy.takenBy.name}</th>
              <td>
                <TwoTimes at={copy.takenAt} />
              </td>
              <td>
                {copy.manner}
                {copy.isForOutsiders ? ", for outsiders" : ""}
              </td>
              <td>
                {copy.versionNumber === null ? "A draft" : `Version ${copy.versionNumber}`}{" "}
                {copy.hash === hash ? (
                  <State kind="ok">Current text</State>
                ) : (
                  <State kind="warn">Earlier text</State>
                )}
              </td>
              <td>{copy.statusLine}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Sent by the browser's script when somebody prints the page from the browser's menu. */
export function RecordsPrinting({ at }: { at: string }) {
  return (
    <FormFrame action={at} data-records-printing="" hidden>
      {null}
    </FormFrame>
  );
}
