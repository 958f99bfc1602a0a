import { NoteToSpeaker } from "#app/ui/marked-text.tsx";
import { State } from "#app/ui/marks.tsx";
import type { Heard } from "../figures.server.ts";
import type { AnsweredObjection, MessageView } from "../message-view.server.ts";
import { audiencesInWords, timesInWords } from "../message-words.ts";
import { ReplyState } from "../objections/objection-table.tsx";
import { ProofPointTable } from "../proof-points/proof-point-table.tsx";

/** What stands against the message, and our replies. */
export function Objections({ view }: { view: MessageView }) {
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">Objections and replies</h2>
      {view.objections.length === 0 ? (
        <p className="empty">No objection is noted against this message.</p>
      ) : null}
      {view.objections.map((objection) => (
        <ObjectionAndReply key={objection.id} objection={objection} view={view} />
      ))}
    </section>
  );
}

/** What the message stands on. */
export function ProofPointsOfMessage({
  view: { base, message, proofPoints, retiredProofPoints, mayWrite, today },
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
        <p className="empty">No proof point. A message without one cannot be cleared.</p>
      ) : (
        <ProofPointTable proofPoints={proofPoints} base={base} today={today} />
      )}
      {retiredProofPoints.length === 0 ? null : (
        <p className="small">
          <State kind="off">Retired, and no longer a proof of this message</State>{" "}
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
    <div className="ob">
      <h3>
        <a href={`${view.base}/objections/${code}`}>
          {code} {name}
        </a>{" "}
        <span>{heard === 0 ? "Not heard yet" : `Heard ${timesInWords(heard)}`}</span>
      </h3>
      {wordsToSay === "" ? null : <p className="prewrap">{wordsToSay}</p>}
      <NoteToSpeaker note={noteToSpeaker} />
      <p className="note">
        <ReplyState objection={objection} today={view.today} />{" "}
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
