import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { identifier } from "#app/http/fields.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { counted, shareInWords } from "#app/text/in-words.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import type { JudgedObjective } from "../judged-objective.ts";
import { ObjectiveFigure } from "../objective-figure.tsx";
import styles from "../objectives.css?url";
import { LEVELS } from "../reading-source.ts";
import { takeUpObjective } from "../store.server.ts";
import { type ObjectivesView, readObjectives } from "./objectives-view.server.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Objectives");

export const loader = campaignPage("read", readObjectives);

/** Takes an objective up again that was retired. */
export const action = campaignAction("write", (arrival) =>
  save(
    arrival,
    readForm(arrival.form, z.object({ takeUp: identifier })),
    (change, { takeUp }) => takeUpObjective(change, { campaignId: arrival.campaign.id, objectiveId: takeUp }),
    () =>
      "Someone has changed or reinstated the objective since you opened this page. Check the list, then try again",
  ),
);

export default function Objectives() {
  const view = useLoaderData<typeof loader>();
  const { campaignId, objectives, mayWrite } = view;
  const add = { label: "Add an objective", to: addressOf.newObjective(campaignId) };
  return (
    <>
      <PageHead
        title="Objectives"
        sub="What the campaign must achieve, on four levels, from our own outputs to impact in Washington. The levels are not added together."
        crumbs={[{ label: "Overview", to: `/c/${campaignId}` }, "Objectives"]}
        next={mayWrite ? add : null}
      />
      {objectives.length === 0 ? (
        <Empty text="No objectives have been set." act={mayWrite ? add : null} />
      ) : null}
      <div className="stack-wide levels">
        <Activities view={view} />
        {LEVELS.map((level) => (
          <Level key={level} level={level} view={view} />
        ))}
        <Retired view={view} />
      </div>
      {objectives.length === 0 ? null : <HowJudged />}
    </>
  );
}

/** What we did ourselves: counted, never targeted, and added to nothing below. */
function Activities({ view: { activity, campaignId } }: { view: ObjectivesView }) {
  const { held, logging } = activity;
  return (
    <section aria-labelledby="activities">
      <h2 id="activities">
        Activities <span className="note">Counted; no targets are set.</span>{" "}
        <a className="more" href={addressOf.activity(campaignId)}>
          Activity
        </a>
      </h2>
      {held === 0 && logging.logged.of === 0 ? (
        <p>No events held yet.</p>
      ) : (
        <p>
          {counted(held, "event")} held since the campaign began. {logging.logged.n} of{" "}
          {counted(logging.logged.of, "meeting")} logged
          {logging.loggedInTime.of === 0
            ? ""
            : `; ${unbroken(shareInWords(logging.loggedInTime))} within ${logging.withinHours} hours`}
          .
        </p>
      )}
    </section>
  );
}

const MEANINGS: Readonly<Record<JudgedObjective["level"], string>> = {
  output: "What we produce, and whom it could reach.",
  "out-take": "What audiences make of it: reception, objections, replies.",
  outcome: "What audiences do differently: stance, statements, votes, adopted texts.",
  impact: "What changes in the end.",
};

function Level({ level, view }: { level: JudgedObjective["level"]; view: ObjectivesView }) {
  const { campaignId, mayWrite } = view;
  const own = view.objectives.filter((objective) => objective.level === level);
  if (own.length === 0) return null;
  const page = addressOf.objectives(campaignId);
  return (
    <section aria-labelledby={level}>
      <h2 id={level}>
        {level.charAt(0).toUpperCase() + level.slice(1)} <span className="note">{MEANINGS[level]}</span>
      </h2>
      <ul className="objectives">
        {own.map((objective) => (
          <li key={objective.id}>
            <h3>
              <a href={`${page}/${objective.id}`}>{objective.sentence}</a>
            </h3>
            <ObjectiveFigure objective={objective} />
            <p className="small">{objective.indicator}</p>
            {mayWrite && objective.source.kind === "entered" ? (
              <a href={`${page}/${objective.id}#add-a-reading`}>Add a reading</a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Retired({ view: { retired, mayWrite } }: { view: ObjectivesView }) {
  if (retired.length === 0) return null;
  return (
    <section aria-labelledby="retired">
      <h2 id="retired">Retired</h2>
      <ul className="objectives">
        {retired.map(({ id, sentence }) => (
          <li key={id}>
            {sentence}{" "}
            {mayWrite ? (
              <ButtonForm label="Reinstate" fields={{ takeUp: id }} className="button small" />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HowJudged() {
  return (
    <details className="how-judged noprint">
      <summary>How an objective is judged</summary>
      <p>
        Each bar runs from the baseline to the target; the vertical mark shows what is expected by today: the
        last milestone that has passed, or a point on the straight line to the due date, from the day of the
        baseline or, if one is given, from the day before which nothing is expected. Where a figure can only
        be a whole number, only whole numbers are expected.
      </p>
      <p>
        <b>Met:</b> the target has been reached and, if the figure is an estimate, the baseline is outside its
        likely range. <b>On course:</b> the figure is not short of what is expected.{" "}
        <b>Likely to fall short:</b> an estimate is short of it, but its likely range reaches it.{" "}
        <b>Behind:</b> the figure is short of it, with the whole of any likely range, or the due date has
        passed and the target has not been reached. A share’s likely range is the 90&nbsp;% Jeffreys interval.
      </p>
    </details>
  );
}
