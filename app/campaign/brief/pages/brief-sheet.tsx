import { personInWords } from "#app/campaign/outreach-events/participants/participation.ts";
import { explainHandling } from "#app/text/handling.ts";
import { MeetingLink } from "#app/ui/fact-list.tsx";
import { State } from "#app/ui/marks.tsx";
import { leftOutSentence } from "../one-page.ts";
import { TheyAsked, WeOweThem, WhatWeLastTold } from "./brief-last-time.tsx";
import type { BriefPage } from "./brief-page.server.ts";
import { Avoid, IfRaised, TodaysPoints } from "./brief-paper.tsx";

/** The sheet itself, in the order in which it is used in the room. */
export function BriefSheet({ page }: { page: BriefPage }) {
  const { event, text } = page;
  const leftOut = leftOutSentence(page.leftOut);
  return (
    <article className={`sheet ${SIZES[page.size]}`} aria-label="Brief" data-own-marks="">
      <p className="brief-marking">
        <span>
          <b>{page.handling}</b> {explainHandling(page.handling)}
        </span>
        <State kind={page.isCleared ? "ok" : "bad"}>{page.status}</State>
      </p>
      <h1>{event.title}</h1>
      <When page={page} />
      <Head page={page} />
      <WhatWeLastTold page={page} />
      <div className="brief-pair">
        <TheyAsked asked={text.asked} />
        <WeOweThem page={page} />
      </div>
      <TodaysPoints points={text.points} numbers={page.numbers} />
      <IfRaised replies={text.ifRaised} numbers={page.numbers} />
      <Avoid lines={text.avoid} />
      {leftOut === null ? null : <p className="note brief-left-out">{leftOut}</p>}
      <Handwriting />
      <footer className="brief-foot">
        <ol aria-label="Sources">
          {text.sources.map((source) => (
            <li key={source.number} id={`f${source.number}`}>
              <b>{source.number}</b> {source.text}.{" "}
            </li>
          ))}
        </ol>
        <p>
          <b>
            {page.handling}. {page.isCleared ? "Cleared" : (page.leaving?.mark ?? "NOT CLEARED")}.{" "}
            {page.leaving === null ? null : `${page.leaving.version}.`}
          </b>{" "}
          {page.campaignName}. {page.printed}. Not for classified information.
        </p>
      </footer>
    </article>
  );
}

/** The days of whole days, the hours on both clocks of everything else. */
function When({ page: { clock } }: { page: BriefPage }) {
  return (
    <p className="brief-when">
      {clock.home !== "" ? (
        <>
          <b>{clock.washington}</b> Washington <span>· {clock.home}</span>
        </>
      ) : (
        <b>{clock.washington}</b>
      )}
    </p>
  );
}

const SIZES: Record<BriefPage["size"], string> = {
  "one page": "",
  "one page, set smaller": "smaller",
  "more than one page": "runs-on",
};

function Head({ page: { text, event } }: { page: BriefPage }) {
  const { head } = text;
  return (
    <dl className="brief-room">
      <div>
        <dt>Where</dt>
        <dd>
          {head.where}
          {event.link === "" ? null : (
            <>
              . <MeetingLink address={event.link} />
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>From us</dt>
        <dd>{head.fromUs}</dd>
      </div>
      {head.with === "" ? null : (
        <div>
          <dt>With</dt>
          <dd>
            {event.participants.length === 0 ? head.with : null}
            {event.participants.map((person, index) => (
              <span key={person.contactId}>
                {index === 0 ? null : ". "}
                <b>{person.name}</b>
                {personInWords(person).slice(person.name.length)}
              </span>
            ))}
          </dd>
        </div>
      )}
      <div>
        <dt>Ask</dt>
        <dd>{head.ask}</dd>
      </div>
    </dl>
  );
}

const RULES = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Lines to write on; they take the space that is left. */
function Handwriting() {
  return (
    <div className="handwriting">
      {["What was said, and by whom", "What was promised, by whom and by when"].map((title) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <div className="ruled-lines" aria-hidden="true">
            {RULES.map((rule) => (
              <i key={rule} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
