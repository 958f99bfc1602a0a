import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { IN_THE_EXPORT } from "#app/text/cut.ts";
import { formatDay } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { EndOrReinstate, ErrorSummary } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { CutLine } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { reviewInWords } from "../../message-words.ts";
import styles from "../../pages/message.css?url";
import { StillTrue } from "../due-for-review.tsx";
import { type ProofPointView, readProofPointView } from "../proof-point-view.server.ts";
import { proofPointRecord } from "../record.ts";
import type { CitedIn } from "../sources.server.ts";
import { answerProofPointAct } from "./answer-proof-point-act.server.ts";
import { ProofPointFacts } from "./proof-point-facts.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: ProofPointView | undefined }) =>
  pageTitle(`Proof point ${data?.proofPoint.code ?? ""}`);
export const loader = campaignPage("read", readProofPointView);
export const action = campaignAction("write", answerProofPointAct);

export default function ProofPointPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { base, proofPoint, mayWrite } = view;
  const edit = { label: "Edit", to: `${base}/proof-points/${proofPoint.code}/edit` };
  return (
    <>
      <PageHead
        title={`Proof point ${proofPoint.code}`}
        crumbs={[
          { label: "Messages", to: `${base}/messages` },
          { label: "Proof points", to: `${base}/proof-points` },
          proofPoint.code,
        ]}
        next={mayWrite ? edit : null}
      />
      <ErrorSummary errors={refused?.errors} form={`still-true-${proofPoint.code}`} />
      <p className="message-statement">{proofPoint.claim}</p>
      <Marks view={view} />
      <div className="message-columns message-below">
        <div className="stack">
          <ProofPointFacts view={view} />
        </div>
        <div className="stack">
          {mayWrite && proofPoint.retiredAt === null ? (
            <section aria-labelledby="checked">
              <h2 id="checked">Is it still true?</h2>
              <StillTrue
                proofPoint={proofPoint}
                base={base}
                values={{ ...view.checkValues, ...refused?.values }}
                errors={refused?.errors ?? {}}
              />
            </section>
          ) : null}
          <Checks view={view} />
          <StandsIn view={view} />
          {mayWrite ? <EndForms view={view} /> : null}
          <section aria-labelledby="history">
            <h2 id="history">History</h2>
            <History changes={view.changes} labels={proofPointRecord.columns} />
          </section>
        </div>
      </div>
    </>
  );
}

/** Retired, stale, internal: what a reader has to know before the claim is used. */
function Marks({ view: { proofPoint, today } }: { view: ProofPointView }) {
  const review = reviewInWords(proofPoint.reviewBy, today);
  return (
    <p className="message-meta">
      {proofPoint.retiredAt === null ? null : (
        <State kind="off">
          Retired {formatDay(dateIn(new Date(proofPoint.retiredAt), WASHINGTON), today)}: nothing new can cite
          it
        </State>
      )}
      {review.kind === "bad" ? <State kind="bad">{review.words}</State> : null}
      {proofPoint.disclosure === "internal" ? <State kind="bad">Internal, not to be disclosed</State> : null}
    </p>
  );
}

/** Out of use, back into it, or gone; deleting is refused while anything cites it, and says what does. */
function EndForms({ view: { base, proofPoint } }: { view: ProofPointView }) {
  const own = `${base}/proof-points/${proofPoint.code}`;
  return (
    <div className="stateforms noprint">
      <EndOrReinstate
        action={own}
        end="Retire"
        isEnded={proofPoint.retiredAt !== null}
        fields={{ act: proofPoint.retiredAt === null ? "retire" : "take back into use" }}
      />
      <EndOrReinstate action={own} end="Delete" fields={{ act: "delete" }} />
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
function StandsIn({ view: { base, citedIn } }: { view: ProofPointView }) {
  return (
    <section aria-labelledby="stands-in">
      <h2 id="stands-in">Where it is used</h2>
      {citedIn.length === 0 ? <p className="empty">Nothing cites it.</p> : null}
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
function Checks({ view: { checks, today } }: { view: ProofPointView }) {
  if (checks.rows.length === 0) return null;
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">Checks</h2>
      <ul className="uses">
        {checks.rows.map(({ id, checkedOn, checkedBy, sourceTitle, reviewBy, note }) => (
          <li key={id}>
            <b>{formatDay(checkedOn, today)}</b>, {checkedBy}: {sourceTitle ?? "a source since removed"}
            <br />
            <span className="note">
              {reviewBy === null
                ? "No further review needed"
                : `To be reviewed by ${formatDay(reviewBy, today)}`}
              {note === "" ? null : `. ${note}`}
            </span>
          </li>
        ))}
      </ul>
      <CutLine cutAt={checks.cutAt} which="newest checks" others={IN_THE_EXPORT} />
    </section>
  );
}
