import type { SentenceChange } from "#app/campaign/paper-text/changed-sentences.ts";
import { SECTION_TITLES } from "#app/campaign/paper-text/paper.ts";
import { explainWidened } from "#app/text/handling.ts";
import { State } from "#app/ui/marks.tsx";
import { Words } from "../checks/pages/words.tsx";
import { unseenDifference, wordDifference, wordsWorthComparing } from "../versions/word-difference.ts";
import type { PaperView } from "./paper-view.server.ts";

/** Whether the text is cleared, and if it has changed since, which sentences. */
export function PaperStatus({ view }: { view: PaperView }) {
  return (
    <>
      {view.held.map(({ number, place }) => (
        <p key={place}>
          <State kind="bad">On hold</State> <a href={place}>Message {number}</a>
          <br />
          <span className="note">It cannot go out as cleared while the hold is in place.</span>
        </p>
      ))}
      <ClearanceOfText view={view} />
    </>
  );
}

function ClearanceOfText({ view }: { view: PaperView }) {
  const { status } = view;
  switch (status.status) {
    case "draft":
      return (
        <p>
          <State kind="off">Not cleared yet</State>
        </p>
      );
    case "cleared":
      return (
        <p>
          <State kind="ok">{MANNERS[status.clearance.manner]}</State>
          <br />
          <span className="note">{view.statusLine}</span>
        </p>
      );
    case "changed since clearance":
      return (
        <>
          <p>
            <State kind="bad">Changed since clearance</State>
          </p>
          {status.widened === null ? null : <p className="note">{explainWidened(status.widened)}</p>}
          <ul className="check-list">
            {status.changes.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
              <Change key={index} change={change} most={wordsWorthComparing(status.changes.length)} />
            ))}
          </ul>
        </>
      );
  }
}

const MANNERS = {
  "by a person": "Cleared",
  "by silence": "Cleared by silence",
  "released by the head of mission": "Released by the head of mission",
};

const PLACES = {
  ...SECTION_TITLES,
  title: "Title",
  ask: "Ask",
  speaker: "Speaker",
  objective: "Objective",
} as const;

function Change({ change, most }: { change: SentenceChange; most: number }) {
  const unseen = unseenDifference(change.before ?? "", change.after ?? "");
  return (
    <li>
      <span className="note">
        {PLACES[change.place]}
        {change.part === "sentence" ? "" : `, ${change.part}`}
      </span>
      <br />
      <Words parts={wordDifference(change.before ?? "", change.after ?? "", most)} />
      {unseen.length === 0 ? null : (
        <span className="note"> Differs only in invisible characters: {unseen.join(", ")}.</span>
      )}
    </li>
  );
}
