import { addressOf } from "#app/http/addresses.ts";
import { timesInWords } from "#app/text/in-words.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { MarkedText, NoteToSpeaker } from "#app/ui/marked-text.tsx";
import { MessageNumber, State } from "#app/ui/marks.tsx";
import { SaidInstead } from "#app/ui/notices.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import type { EventPage } from "./event-page.server.ts";
import type { PaperParts, PointPart } from "./paper-parts.server.ts";

/** The talking points of the event, to read; they are edited on their own page. */
export function PaperSections({ page }: { page: EventPage }) {
  const { paper, paperId, campaignId, own, mayWrite } = page;
  if (paper === null || paperId === null) {
    return (
      <section aria-labelledby="points">
        <h2 id="points">Points to make</h2>
        <Empty text="No talking points yet." />
        {mayWrite ? <ButtonForm action={`${own}/talking-points`} label="Start talking points" /> : null}
      </section>
    );
  }
  return (
    <>
      <section aria-labelledby="points">
        <h2 id="points">
          Points to make{" "}
          <a className="more" href={addressOf.paper(campaignId, paperId)}>
            {page.mayClearPaper ? "Read and clear" : mayWrite ? "Edit points" : "The paper"}
          </a>
        </h2>
        {paper.mark === null ? null : <State kind="bad">{paper.mark}</State>}
        <ol className="event-points">
          {paper.points.map((point) => (
            <li key={point.id}>
              <SaidInstead held={heldOf(point, page)} />
              <p className={heldOf(point, page) === undefined ? undefined : "withheld"}>
                <MarkedText text={point.text} />
              </p>
              <p className="point-source">
                {point.messageNumber === null ? null : (
                  <>
                    <MessageNumber n={point.messageNumber} />{" "}
                  </>
                )}
                {point.sources === "" ? "No source" : point.sources} <Stale part={point} />
              </p>
            </li>
          ))}
        </ol>
      </section>
      <IfRaised paper={paper} page={page} />
    </>
  );
}

/** The hold on the message that a part comes from. */
function heldOf({ messageId }: PointPart, { held }: EventPage) {
  return held.find((one) => one.messageId === messageId);
}

function IfRaised({ paper, page }: { paper: PaperParts; page: EventPage }) {
  if (paper.ifRaised.length === 0 && paper.avoid.length === 0) return null;
  return (
    <section aria-labelledby="raised">
      <h2 id="raised">If raised</h2>
      <dl className="event-replies">
        {paper.ifRaised.map((part) => (
          <div key={part.id}>
            <dt>{part.heading}</dt>
            <dd>
              <SaidInstead held={heldOf(part, page)} />
              <span className={heldOf(part, page) === undefined ? undefined : "withheld"}>
                <MarkedText text={part.words} />
              </span>{" "}
              <span className="note">{noteOn(part)}</span> <Stale part={part} />
              <NoteToSpeaker note={part.note} />
            </dd>
          </div>
        ))}
      </dl>
      {paper.avoid.length === 0 ? null : (
        <div className="event-avoid">
          <h3>Avoid</h3>
          {paper.avoid.map((part) => (
            <p key={part.id}>
              <MarkedText text={part.text} />
            </p>
          ))}
        </div>
      )}
    </section>
  );
}

function noteOn({ isDifficultQuestion, timesHeard, sources }: PointPart): string {
  const heard = timesHeard === 0 ? "Not yet heard" : `Heard ${timesInWords(timesHeard)}`;
  return [isDifficultQuestion ? "Difficult question" : "", heard, sources].filter(Boolean).join(". ");
}

export function Stale({ part }: { part: PointPart }) {
  return part.stale.map((words) => (
    <State key={words} kind="bad">
      {words}
    </State>
  ));
}
