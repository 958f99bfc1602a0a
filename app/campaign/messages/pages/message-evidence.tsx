import { sinceInCaption } from "#app/campaign/effectiveness/changes/since-told.ts";
import type { Heard } from "#app/campaign/effectiveness/objections-heard.server.ts";
import { ReceptionChart } from "#app/campaign/effectiveness/reception-chart.tsx";
import { verdictsInWords } from "#app/campaign/effectiveness/verdicts-in-words.ts";
import { levelInDigits, rangeInWords } from "#app/method/figure.ts";
import { counted, timesInWords } from "#app/text/in-words.ts";
import { NoteToSpeaker } from "#app/ui/marked-text.tsx";
import { State } from "#app/ui/marks.tsx";
import { RangePlot } from "#app/ui/range-plot.tsx";
import type { AnsweredObjection, MessageView } from "../message-view.server.ts";
import { audiencesInWords } from "../message-words.ts";
import { ReplyState } from "../objections/objection-table.tsx";
import { ProofPointTable } from "../proof-points/proof-point-table.tsx";

/** What stands against the message, and our replies. */
export function Objections({ view }: { view: MessageView }) {
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">Objections and replies</h2>
      {view.objections.length === 0 ? (
        <p className="empty">No objections recorded against this message.</p>
      ) : null}
      {view.objections.map((objection) => (
        <ObjectionAndReply key={objection.id} objection={objection} view={view} />
      ))}
    </section>
  );
}

/** What the message stands on. */
export function ProofPointsOfMessage({
  view: { base, message, proofPoints, retiredProofPoints, mayWrite },
}: {
  view: MessageView;
}) {
  return (
    <section aria-labelledby="proof-points">
      <h2 id="proof-points">
        Proof points{" "}
        {mayWrite ? (
          <a className="more" href={`${base}/messages/${message.number}/edit#proofPoints`}>
            Add
          </a>
        ) : null}
      </h2>
      {proofPoints.length === 0 ? (
        <p className="empty">No proof points yet. A message without one cannot be cleared.</p>
      ) : (
        <ProofPointTable proofPoints={proofPoints} base={base} />
      )}
      {retiredProofPoints.length === 0 ? null : (
        <p className="small">
          <State kind="off">Retired, no longer supporting this message</State>{" "}
          {retiredProofPoints.map(({ code }) => (
            <a key={code} href={`${base}/proof-points/${code}`}>
              {code}{" "}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}

function ObjectionAndReply({ objection, view }: { objection: AnsweredObjection; view: MessageView }) {
  const { code, name, wordsToSay, noteToSpeaker, heard, answered, notPressed, isDifficultQuestion } =
    objection;
  return (
    <div className="message-objection">
      <h3>
        <a href={`${view.base}/objections/${code}`}>
          {code} {name}
        </a>{" "}
        <span>{heard === 0 ? "Not yet heard" : `Heard ${timesInWords(heard)}`}</span>
      </h3>
      {wordsToSay === "" ? null : <p className="prewrap">{wordsToSay}</p>}
      <NoteToSpeaker note={noteToSpeaker} />
      <p className="note objection-note">
        <ReplyState objection={objection} />{" "}
        {isDifficultQuestion ? <State kind="warn">Difficult question for our own side</State> : null}{" "}
        {heard === 0 ? null : <AnsweredBar heard={heard} answered={answered} notPressed={notPressed} />}
      </p>
    </div>
  );
}

function AnsweredBar({ heard, answered, notPressed }: Heard) {
  return (
    <span>
      <span className="fillbar" aria-hidden="true">
        <i style={{ width: `${Math.round((100 * answered) / heard)}%` }} />
      </span>
      Answered {answered} of {heard}
      {notPressed === 0 ? null : `, not pressed again ${audiencesInWords(notPressed)}`}
    </span>
  );
}

/** How the message is received over all audiences, now and over time, by the figures of the effectiveness page. */
export function ReceptionOverTime({ view }: { view: MessageView }) {
  const { overAll } = view.reception;
  if (overAll === null || overAll.figure.notes === 0) {
    return (
      <section aria-labelledby="reception">
        <h2 id="reception">Reception</h2>
        <p className="empty">Not yet heard by any audience.</p>
      </section>
    );
  }
  const { figure } = overAll;
  return (
    <figure aria-labelledby="reception">
      <figcaption>
        <h2 id="reception" className="plain">
          {figure.verdict}: {levelInDigits(figure.mean)} now, likely range {rangeInWords(figure)}
        </h2>
        <p>
          {sinceInCaption(overAll, view.today)} Circles are ratings ({figure.notes}); raw average{" "}
          {levelInDigits(figure.raw ?? 0)}.{" "}
          <a className="noprint" href={`${view.base}/reports/effectiveness`}>
            How to read this
          </a>
        </p>
      </figcaption>
      <ReceptionChart message={overAll} />
      <p className="note">{newestInWords(view)}</p>
    </figure>
  );
}

/** How the present wording fares by itself, apart from what was said before it. */
function newestInWords({ newestAlone, message: { newest } }: MessageView): string {
  const which = `This wording alone (revision ${newest.number})`;
  if (newestAlone === null) return `${which}: no ratings yet.`;
  const level = `${levelInDigits(newestAlone.mean)}, likely range ${rangeInWords(newestAlone)}`;
  return `${which}: ${level}, ${counted(newestAlone.notes, "rating")}, raw average ${levelInDigits(newestAlone.raw ?? 0)}.`;
}

/** Level and likely range with each audience, the highest first. */
export function ReceptionByAudience({ view }: { view: MessageView }) {
  const { byAudience } = view.reception;
  if (byAudience.length === 0) return null;
  const ordered = byAudience.toSorted(
    (a, b) => Number(b.figure.notes > 0) - Number(a.figure.notes > 0) || b.figure.mean - a.figure.mean,
  );
  return (
    <section aria-labelledby="by-audience">
      <h2 id="by-audience">{verdictsInWords(byAudience.map(({ figure }) => figure))}</h2>
      <RangePlot
        about="Audience"
        figures={ordered.map(({ audience, figure }) => ({
          key: audience.id,
          label: <a href={`${view.base}/audiences/${audience.id}`}>{audience.name}</a>,
          figure,
        }))}
      />
      <p className="note">
        Dots show the reception level, bars the likely range (90&nbsp;%). The number of ratings is in
        brackets.
      </p>
    </section>
  );
}
