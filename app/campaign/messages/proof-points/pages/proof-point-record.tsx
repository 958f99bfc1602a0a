import { IN_THE_EXPORT } from "#app/text/cut.ts";
import { formatDate } from "#app/time/format.ts";
import { CutLine } from "#app/ui/cut-line.tsx";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import type { CitedIn } from "../citations.server.ts";
import type { ProofPointView } from "../proof-point-view.server.ts";

/** Out of use, back into it, or gone; deleting is refused while anything cites it, and says what does. */
export function EndForms({ view: { base, proofPoint } }: { view: ProofPointView }) {
  const own = `${base}/proof-points/${proofPoint.code}`;
  const button = (act: string, label: string) => (
    <ButtonForm action={own} label={label} fields={{ act }} className="btn quiet" />
  );
  return (
    <div className="stateforms noprint">
      {proofPoint.retiredAt === null
        ? button("retire", "No longer true: retire it")
        : button("take back into use", "Take back into use")}
      {button("delete", "Delete it")}
    </div>
  );
}

const PLACES = {
  "key message": (base: string, { name, title }: CitedIn) => ({
    to: `${base}/messages/${name}`,
    words: `Message ${name}, ${title}`,
  }),
  objection: (base: string, { name, title }: CitedIn) => ({
    to: `${base}/objections/${name}`,
    words: `Objection ${name}, ${title}`,
  }),
  "talking points": (base: string, { id, title }: CitedIn) => ({
    to: `${base}/talking-points/${id}`,
    words: `Talking points: ${title}`,
  }),
} as const;

/** The messages, objections and papers that cite the proof point. */
export function StandsIn({ view: { base, citedIn } }: { view: ProofPointView }) {
  return (
    <section aria-labelledby="stands-in">
      <h2 id="stands-in">Where it stands</h2>
      {citedIn.length === 0 ? <p className="empty">Nothing cites it yet.</p> : null}
      <ul className="uses">
        {citedIn.map((cited) => {
          const { to, words } = PLACES[cited.kind](base, cited);
          return (
            <li key={to}>
              <a href={to}>{words}</a>
              {cited.isRetired === 1 ? <span className="note"> retired</span> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Every day on which somebody found it true, and against which source. */
export function Checks({ view: { checks } }: { view: ProofPointView }) {
  if (checks.rows.length === 0) return null;
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">Checked so far</h2>
      <ul className="uses">
        {checks.rows.map(({ id, checkedOn, checkedBy, sourceTitle, reviewBy, note }) => (
          <li key={id}>
            <b>{formatDate(checkedOn)}</b>, {checkedBy}: {sourceTitle ?? "a source that is gone"}
            <br />
            <span className="note">
              {reviewBy === null ? "No further review needed" : `To be reviewed by ${formatDate(reviewBy)}`}
              {note === "" ? null : `. ${note}`}
            </span>
          </li>
        ))}
      </ul>
      <CutLine cutAt={checks.cutAt} which="newest" others={IN_THE_EXPORT} />
    </section>
  );
}
