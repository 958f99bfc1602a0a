import {
  type Asked,
  askedInWords,
  type LastTold,
  owedInWords,
  sameWordsToday,
  wordsLead,
} from "#app/campaign/outreach-events/brief.ts";
import { Due } from "#app/campaign/outreach-events/where-we-left-it.tsx";
import { formatDay } from "#app/time/format.ts";
import { MessageNumber, Reception } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { insteadOfRows } from "../one-page.ts";
import type { BriefPage } from "./brief-page.server.ts";

/** Each message as it was last said to them, with the words that were used, and how they took it. */
export function WhatWeLastTold({ page: { text, leftOut } }: { page: BriefPage }) {
  if (text.told.length === 0) {
    return (
      <section aria-labelledby="told">
        <h2 id="told">What we last told them</h2>
        <p>{insteadOfRows(leftOut.messages.length, "No message to them has been logged yet.")}</p>
        <SayItOpenly lines={text.openly} />
      </section>
    );
  }
  return (
    <section aria-labelledby="told">
      <h2 id="told">What we last told them</h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: the phone's layout takes the roles of table parts away */}
      <table className="table stacked last-told" role="table">
        <thead>
          <tr>
            <th scope="col" className="told-message">
              <span className="visually-hidden">Message</span>
            </th>
            <th scope="col" className="told-column">
              Words
            </th>
            <th scope="col">Revision, when, by whom</th>
            <th scope="col" className="told-reception">
              How they took it
            </th>
          </tr>
        </thead>
        <tbody>
          {text.told.map((told) => (
            <Told key={told.messageNumber} told={told} sameAs={sameWordsToday(told, text.points)} />
          ))}
        </tbody>
      </table>
      <SayItOpenly lines={text.openly} />
    </section>
  );
}

/** Each point that says something else than they were told, with both sides. */
function SayItOpenly({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <p key={line} className="say-openly">
      <b>Say it openly.</b> {line}
    </p>
  ));
}

function Told({ told, sameAs }: { told: LastTold; sameAs: number | null }) {
  const today = useToday();
  const how = [told.revision === null ? "" : `Revision ${told.revision}`, told.wording ?? ""].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        <span className="visually-hidden">Message </span>
        <MessageNumber n={told.messageNumber} />
      </th>
      <td>
        {wordsLead(told, sameAs)}
        {sameAs === null && told.words !== "" ? <ToldWords told={told} /> : null}
      </td>
      <td>
        {how.join(", ")}
        {how.length === 0 ? "" : ". "}
        {formatDay(told.day, today)}, {told.by}
      </td>
      <td>
        {told.receptions.map(({ score, whom }) => (
          <span key={whom} className="brief-took">
            <Reception score={score} /> {whom}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** A quotation only where it was logged that they were said as written. */
function ToldWords({ told: { words, wording } }: { told: LastTold }) {
  return wording === "as written" ? <q>{words}</q> : <span className="told-words">{words}</span>;
}

export function TheyAsked({ asked }: { asked: readonly Asked[] }) {
  const today = useToday();
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">They asked</h2>
      <ul className="notes">
        {asked.map((one) => (
          <li key={askedInWords(one)}>
            {askedInWords(one)} <span className="nowrap">({formatDay(one.day, today)})</span>
          </li>
        ))}
        {asked.length === 0 ? <li>None logged.</li> : null}
      </ul>
    </section>
  );
}

export function WeOweThem({ page: { text, leftOut } }: { page: BriefPage }) {
  return (
    <section aria-labelledby="owe">
      <h2 id="owe">We owe them</h2>
      <ul className="notes">
        {text.owed.map(({ dueOn, owner, ...promise }) => (
          <li key={`${promise.what} ${dueOn}`}>
            <Due dueOn={dueOn} /> {owedInWords(promise)}{" "}
            {owner === null ? null : `${owner} is dealing with it.`}
          </li>
        ))}
        {text.owed.length === 0 ? <li>{insteadOfRows(leftOut.promises, "Nothing.")}</li> : null}
      </ul>
    </section>
  );
}
