import type { ReactNode } from "react";
import type { SentenceChange } from "#app/domain/talking-points/changed-sentences.ts";
import { SECTION_TITLES } from "#app/domain/talking-points/talking-points.ts";
import { unseenDifference, wordDifference } from "#app/domain/talking-points/word-difference.ts";
import { twoClocks } from "#app/domain/time/two-clocks.ts";
import { typedValue } from "#app/http/form-values.ts";
import { TextArea } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { State } from "#app/ui/marks.tsx";
import { TwoTimes } from "#app/ui/two-clocks.tsx";
import { PaperChecks } from "./paper-checks.tsx";
import { PaperVersions } from "./paper-versions.tsx";
import type { PaperView } from "./paper-view.server.ts";
import { type TypedForm, typedIn } from "./typed-form.ts";
import { Words } from "./words.tsx";

/** Beside the paper: whether it is cleared, where it is on its way, what to check, its versions. */
export function PaperClearance({ view, typed }: { view: PaperView; typed: TypedForm | null }) {
  return (
    <aside className="chk" aria-label="Clearance and checks">
      <section aria-labelledby="clearance">
        <h2 id="clearance">Clearance</h2>
        <Status view={view} />
        <Path view={view} />
        <Answer view={view} typed={typed} />
      </section>
      <PaperChecks view={view} />
      <PaperVersions view={view} />
      <section aria-labelledby="history">
        <h2 id="history">History</h2>
        <details>
          <summary>{view.changes.length} changes</summary>
          <History changes={view.changes} labels={LABELS} homeZone={view.homeZone} />
        </details>
      </section>
    </aside>
  );
}

const LABELS = {
  text: "Words",
  stage: "On its way",
  stage_reason: "Reasons",
  origin_kind: "Origin",
} as const;

function Status({ view }: { view: PaperView }) {
  const { status } = view;
  switch (status.status) {
    case "draft":
      return (
        <p>
          <State kind="off">Draft, never cleared</State>
        </p>
      );
    case "cleared":
      return (
        <p>
          <State kind="ok">Cleared</State>
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
          <ul className="list">
            {status.changes.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
              <Change key={index} change={change} />
            ))}
          </ul>
        </>
      );
  }
}

const PLACES = {
  ...SECTION_TITLES,
  title: "Title",
  ask: "Ask",
  speaker: "Speaker",
  objective: "Objective",
} as const;

function Change({ change }: { change: SentenceChange }) {
  const unseen = unseenDifference(change.before ?? "", change.after ?? "");
  return (
    <li>
      <span className="note">
        {PLACES[change.place]}
        {change.part === "sentence" ? "" : `, ${change.part}`}
      </span>
      <br />
      <Words parts={wordDifference(change.before ?? "", change.after ?? "")} />
      {unseen.length === 0 ? null : (
        <span className="note"> Differs in what cannot be seen: {unseen.join(", ")}.</span>
      )}
    </li>
  );
}

function Path({ view }: { view: PaperView }) {
  const { paper, requests, briefDueAt, homeZone } = view;
  return (
    <ol className="path">
      <Step
        state="is-done"
        title="Drafted"
        by={paper.draftedBy.name}
        at={paper.startedAt}
        homeZone={homeZone}
      />
      {requests.map((request) => (
        <Step
          key={request.id}
          state={request.answer === null ? "cur" : request.answer === "cleared" ? "is-done" : ""}
          title={request.authority === "embassy" ? "Embassy" : "Ministry desk"}
          by={answerOf(request.answer, request.answeredBy)}
          at={request.answeredAt ?? request.sentAt}
          homeZone={homeZone}
        >
          {request.answer === null && request.dueAt !== null ? (
            <Due at={request.dueAt} now={view.now} homeZone={homeZone} />
          ) : null}
          {request.reason === "" ? null : <q className="reason">{request.reason}</q>}
          {request.hash === view.hash || request.answer !== null ? null : (
            <span className="note">The text has been changed since it was sent.</span>
          )}
        </Step>
      ))}
      {briefDueAt === null ? null : (
        <Step
          state={paper.stage === "used" ? "is-done" : ""}
          title="Brief due"
          by=""
          at={briefDueAt}
          homeZone={homeZone}
        />
      )}
    </ol>
  );
}

function Due({ at, now, homeZone }: { at: Date; now: Date; homeZone: string }) {
  const { washington, home } = twoClocks(at, homeZone);
  return (
    <>
      <br />
      <State kind={at < now ? "bad" : "warn"}>
        {at < now ? "Was due" : "Due"} {washington}
      </State>
      <br />
      <span className="note">{home}</span>
    </>
  );
}

function answerOf(answer: "cleared" | "returned" | "withdrawn" | null, by: string | null): string {
  if (answer === null) return "is asked";
  const words = { cleared: "agreed", returned: "returned it", withdrawn: "no longer asked" };
  return answer === "withdrawn" ? words[answer] : `${words[answer]}: ${by ?? ""}`;
}

function Step({
  state,
  title,
  by,
  at,
  homeZone,
  children,
}: {
  state: "is-done" | "cur" | "";
  title: string;
  by: string;
  at: Date;
  homeZone: string;
  children?: ReactNode;
}) {
  return (
    <li className={state}>
      <span>
        <b>{title}</b>
        {by === "" ? "" : `, ${by}`}
        <br />
        <span className="note">
          <TwoTimes at={at} homeZone={homeZone} />
        </span>
        {children}
      </span>
    </li>
  );
}

function Answer({ view, typed }: { view: PaperView; typed: TypedForm | null }) {
  const { paper, mayClear, mayWrite } = view;
  const returning = typedIn(typed, "return");
  if (paper.stage === "returned") {
    return (
      <p>
        <State kind="warn">Returned</State> <q className="reason">{paper.stageReason}</q>
      </p>
    );
  }
  if (paper.stage === "used") return <State kind="ok">Used</State>;
  if (paper.stage === "drafting" || mayClear === null) return mayWrite ? <MarkAsUsed /> : null;
  return (
    <div className="answer" id="clear">
      <p className="note">
        You clear exactly the words, order and sources on this page. A clearance cannot be undone.
      </p>
      <ButtonForm
        action="?"
        label={`Clear for the ${mayClear}`}
        className="btn primary"
        fields={{ intent: "clear", hash: view.hash, shownText: view.shownText }}
      />
      <details open={returning !== null}>
        <summary>Return with reasons</summary>
        <FormFrame id="return" action="?">
          <input type="hidden" name="intent" value="return" />
          <TextArea
            name="reasons"
            label="What should change"
            value={typedValue(returning?.values, "reasons", "")}
            error={returning?.errors.reasons}
          />
          <button type="submit" className="btn">
            Return
          </button>
        </FormFrame>
      </details>
    </div>
  );
}

function MarkAsUsed() {
  return <ButtonForm action="?" label="Mark as used" fields={{ intent: "mark as used" }} />;
}
