// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table's own roles away
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { TableHead } from "#app/ui/list.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { MessageNumber, State } from "#app/ui/marks.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import { reviewInWords } from "../message-words.ts";
import type { MessagesView } from "../messages-view.server.ts";
import type { DueProofPoint } from "./proof-point-view.server.ts";
import type { ProofPoint } from "./row.server.ts";
import { checkRecord, checkValues } from "./stale-evidence.ts";

type DueContext = { base: string; today: CalendarDate; mayWrite: boolean };

/** The proof points past their review date, or due in sixty days, the most urgent first. */
export function DueForReview({ view }: { view: MessagesView }) {
  const { base, due, counts } = view;
  return (
    <section aria-labelledby="due">
      <h2 id="due">
        Due for review{" "}
        <a className="more" href={`${base}/proof-points`}>
          {counts.proofPoints === 0 ? "Proof points" : `All proof points (${counts.proofPoints})`}
        </a>
      </h2>
      {due.length === 0 ? (
        <p className="empty">
          {counts.proofPoints === 0
            ? "The facts that messages rest on appear here when their review is due."
            : "No proof point is past its review date or due within 60 days."}
        </p>
      ) : (
        <DueTable due={due} view={view} />
      )}
      {counts.due > due.length ? (
        <p className="small">
          <a href={`${base}/proof-points?which=due`}>All {counts.due} due for review</a>
        </p>
      ) : null}
      <p className="note">
        “Still true” asks which source you checked, and records the date. The list shows proof points past
        their review date or due within 60 days. A stale proof point is marked in every paper and printout
        until it is checked.
      </p>
    </section>
  );
}

/** Proof points that are due, with what cites each and the form that says "still true". */
export function DueTable({ due, view }: { due: readonly DueProofPoint[]; view: DueContext }) {
  return (
    <table className="table stacked due-table" role="table">
      <TableHead labels={["Proof point", "Review by", "Used in", "Owner", "Review"]} />
      <tbody>
        {due.map((one) => (
          <DueRow key={one.proofPoint.id} due={one} view={view} />
        ))}
      </tbody>
    </table>
  );
}

function DueRow({ due, view }: { due: DueProofPoint; view: DueContext }) {
  const { code, claim, caveat, reviewBy, ownerName } = due.proofPoint;
  const { kind, words } = reviewInWords(reviewBy, view.today);
  const own = `${view.base}/proof-points/${code}`;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={own}>
          <b>{code}</b>
        </a>{" "}
        {unbroken(claim)}
        {caveat === "" ? null : <span className="due-caveat">{caveat}</span>}
      </th>
      <td role="cell">
        <span className="cell-label">Review by </span>
        {reviewBy === null ? null : formatDay(reviewBy, view.today)} <State kind={kind}>{words}</State>
      </td>
      <td role="cell">
        <span className="cell-label">Used in </span>
        <StandsIn due={due} />
      </td>
      <td role="cell">
        <span className="cell-label">Owner </span>
        {ownerName ?? "No one yet"}
      </td>
      <td role="cell" className="due-act">
        {due.hasOtherEditions ? (
          <a className="button" href={`${own}#editions`}>
            See the editions<span className="visually-hidden"> of a figure in {code}</span>
          </a>
        ) : null}
        {view.mayWrite ? (
          <details className="still">
            <summary className="button">
              Still true<span className="visually-hidden">: {code}, checked today</span>
            </summary>
            <StillTrue
              proofPoint={due.proofPoint}
              base={view.base}
              values={checkValues(due.proofPoint, view.today)}
              errors={{}}
            />
          </details>
        ) : null}
      </td>
    </tr>
  );
}

function StandsIn({ due: { messages, objections, papers } }: { due: DueProofPoint }) {
  const others = [...objections, ...(papers === 0 ? [] : [papers === 1 ? "1 paper" : `${papers} papers`])];
  if (messages.length + others.length === 0) return "nothing";
  return (
    <>
      {messages.map((number) => (
        <span key={number}>
          <span className="visually-hidden">message </span>
          <MessageNumber n={number} />{" "}
        </span>
      ))}
      {messages.length > 0 && others.length > 0 ? "and " : null}
      {others.join(", ")}
    </>
  );
}

/** Says that the proof point was held against a source today and found true, and until when that holds. */
export function StillTrue({
  proofPoint: { code, sources, version },
  base,
  values,
  errors,
}: {
  proofPoint: Pick<ProofPoint, "code" | "sources" | "version">;
  base: string;
  values: FormValues;
  errors: FieldErrors;
}) {
  return (
    <FormFrame
      id={`still-true-${code}`}
      action={`${base}/proof-points/${code}`}
      version={Number(typedValue(values, "version", String(version)))}
    >
      <input type="hidden" name="act" value="still true" />
      <Fields
        of={checkRecord}
        choices={{ source: sources.map((source) => ({ value: source.code, label: source.title })) }}
        values={values}
        errors={errors}
      />
      <Submit look="primary">Still true, checked today</Submit>
    </FormFrame>
  );
}
