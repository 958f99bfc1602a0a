import { useActionData, useLoaderData } from "@remix-run/react";
import { typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { cityOf, formatDay } from "#app/time/format.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { TextArea } from "#app/ui/controls.tsx";
import { ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import type { DayEntry } from "../hold-day.ts";
import { HoldingLineSection, type Typed, typedInto } from "../holding-lines/pages/holding-line-section.tsx";
import { answerHoldAct } from "./answer-hold-act.server.ts";
import { HoldHead } from "./hold-head.tsx";
import { type HoldView, readHoldView } from "./hold-view.server.ts";
import styles from "./holds.css?url";
import { OldWording } from "./old-wording.tsx";
import { WhatIsMarked } from "./what-is-marked.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: HoldView | undefined }) =>
  pageTitle(`Hold on message ${data?.hold.message.number ?? ""}`);

export const loader = campaignPage("read", readHoldView);
export const action = campaignAction("read", answerHoldAct);

export default function HoldPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const typed = { values: refused?.values ?? view.kept, errors: refused?.errors ?? {} };
  return (
    <>
      <HoldHead view={view} />
      <ErrorSummary errors={refused?.errors} form={typed.values?.intent?.[0] ?? ""} />
      <div className="holdcols">
        <div className="stack">
          <HoldingLineSection view={view} typed={typed} />
          <OldWording view={view} />
          <WhatIsMarked view={view} />
        </div>
        <aside className="stack" aria-label="What happened">
          <HoldDay view={view} />
          {view.mayLift ? <LiftForm view={view} typed={typed} /> : null}
        </aside>
      </div>
    </>
  );
}

/** The hold is lifted with a reason; before it, what lifting puts back. */
function LiftForm({ view, typed }: { view: HoldView; typed: Typed }) {
  const { back, base, hold } = view;
  const { values, errors } = typedInto(typed, "lift");
  return (
    <section aria-labelledby="lift-form" className="noprint">
      <h2 id="lift-form">Lift the hold</h2>
      {back.length === 0 ? null : (
        <>
          <p className="small">When the hold is lifted:</p>
          <ul className="back">
            {back.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <FormFrame id="lift" action="?">
        <input type="hidden" name="intent" value="lift" />
        <TextArea
          name="reason"
          label="Why it can be lifted"
          value={typedValue(values, "reason", "")}
          error={errors.reason}
          rows={3}
        />
        <Submit>Lift the hold</Submit>
      </FormFrame>
      <p className="note">
        Embassy clearers and the head of mission can lift the hold. You can also{" "}
        <a href={`${base}/messages/${hold.message.number}/edit`}>suggest new wording</a> for message{" "}
        {hold.message.number}.
      </p>
    </section>
  );
}

/** What was done, where it stands, what comes next: on both clocks. */
function HoldDay({ view: { day } }: { view: HoldView }) {
  return (
    <section aria-labelledby="day">
      <h2 id="day">
        Timeline <span className="more secondary">Washington, {cityOf(useHomeZone())}</span>
      </h2>
      <ol className="holdday">
        {day.map((entry, index) => (
          <Entry
            key={`${entry.at.toISOString()} ${entry.words}`}
            entry={entry}
            before={day[index - 1] ?? null}
          />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, before }: { entry: DayEntry; before: DayEntry | null }) {
  const { at, words, who, is } = entry;
  const today = useToday();
  const day = dateIn(at, WASHINGTON);
  const isNewDay = before === null || dateIn(before.at, WASHINGTON) !== day;
  return (
    <li className={is === "next" ? "next-step" : undefined} aria-current={is === "now" ? "time" : undefined}>
      <span className="hold-day">
        {isNewDay ? <span className="dayname">{formatDay(day, today)}</span> : null}
        <b>{timeIn(at, WASHINGTON)}</b> {timeIn(at, useHomeZone())}
      </span>
      <span>
        {is === "now" ? <b>Now. </b> : null}
        {words}
        {who === null ? null : <span className="secondary">, {who}</span>}
      </span>
    </li>
  );
}
