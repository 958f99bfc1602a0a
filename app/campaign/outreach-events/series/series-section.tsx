import { TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import type { SeriesAround } from "./record.server.ts";

/** "Every second Tuesday, until 30 Jun 2027; this is number 4 of 17", with the ways to the times beside it. */
export function SeriesLine({ series }: { series: SeriesAround }) {
  return (
    <p className="series">
      {series.rule}; this is number {series.position} of {series.count}.
      {series.movedFrom === null ? null : ` Moved from ${series.movedFrom}.`}{" "}
      {series.previous === null ? null : (
        <a href={series.previous.to} rel="prev">
          Previous: {series.previous.label}
        </a>
      )}
      {series.previous === null || series.next === null ? null : " · "}
      {series.next === null ? null : (
        <a href={series.next.to} rel="next">
          Next: {series.next.label}
        </a>
      )}
    </p>
  );
}

/** How an event repeats, which times are left out, and what can be done with the series. */
export function SeriesSection({
  series,
  own,
  mayWrite,
  reason = "",
  reasonError,
}: {
  series: SeriesAround;
  own: string;
  mayWrite: boolean;
  /** What was typed before it was sent back. */
  reason?: string;
  reasonError?: string | undefined;
}) {
  const action = `${own}/series`;
  return (
    <section aria-labelledby="repeats">
      <h2 id="repeats">Repeats</h2>
      <SeriesLine series={series} />
      <LeftOut series={series} action={action} mayWrite={mayWrite} />
      {mayWrite ? (
        <div className="standing noprint">
          <details open={reasonError !== undefined}>
            <summary>Leave this date out</summary>
            <FormFrame action={action} id="leave-out">
              <input type="hidden" name="act" value="leave out" />
              <TextInput
                name="reason"
                label="Why"
                optional
                value={reason}
                error={reasonError}
                autoComplete="off"
              />
              <Submit look="danger">Leave this date out</Submit>
            </FormFrame>
          </details>
          {series.position === series.count ? null : (
            <ButtonForm
              action={action}
              fields={{ act: "end" }}
              label="End the series with this date"
              className="button danger"
            />
          )}
        </div>
      ) : null}
    </section>
  );
}

function LeftOut({ series, action, mayWrite }: { series: SeriesAround; action: string; mayWrite: boolean }) {
  if (series.leftOut.length === 0) return null;
  return (
    <>
      <h3 className="small">Left out</h3>
      <ul className="series-left-out">
        {series.leftOut.map(({ id, day, reason }) => (
          <li key={id}>
            <span>
              {day}
              {reason === "" ? "" : `: ${reason}`}
            </span>
            {mayWrite ? (
              <ButtonForm
                action={action}
                fields={{ act: "put back", leftOut: id }}
                label={
                  <>
                    Reinstate<span className="visually-hidden"> {day}</span>
                  </>
                }
                className="linklike"
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
