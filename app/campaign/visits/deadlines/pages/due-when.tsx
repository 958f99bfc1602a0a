import { counted, inWords } from "#app/text/in-words.ts";
import { formatClocks, formatDay } from "#app/time/format.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty } from "#app/ui/page-head.tsx";
import { useHomeZone, useToday } from "#app/ui/two-clocks.tsx";
import type { VisitPage } from "../../pages/visit-page.server.ts";
import { type DueDeadline, isCounted } from "../deadlines.ts";

/** What is due before and after the visit, in the order in which it falls due, with the visit itself between. */
export function DueWhen({ page }: { page: VisitPage }) {
  const before = page.deadlines.filter(({ days }) => days <= 0);
  const after = page.deadlines.filter(({ days }) => days > 0);
  return (
    <section aria-labelledby="due">
      <h2 id="due">
        What is due when{" "}
        {page.mayWrite && page.deadlines.length > 0 ? (
          <a className="more" href={`${page.here}/deadlines/new`}>
            Add a deadline
          </a>
        ) : null}
      </h2>
      {page.deadlines.length === 0 ? (
        <NoDeadlines page={page} />
      ) : (
        <>
          <p className="small secondary">
            Today is {page.todayIs}. Times in Washington, then {page.homeCity}.
          </p>
          <ol className="deadlines">
            {before.map((deadline) => (
              <Deadline key={deadline.id} deadline={deadline} page={page} />
            ))}
            <li>
              <span className="deadline-day">
                <b>D</b>
                {page.visitDay.words}
              </span>
              <span>Visit{page.visitDay.closed === null ? "" : `. ${page.visitDay.closed}`}</span>
            </li>
            {after.map((deadline) => (
              <Deadline key={deadline.id} deadline={deadline} page={page} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function NoDeadlines({ page }: { page: VisitPage }) {
  return (
    <>
      <Empty text="No deadlines yet, so nothing shows what is due before the visit." />
      {page.mayWrite ? (
        <ButtonForm
          action={`${page.here}/deadlines`}
          label="Add the usual seven deadlines"
          fields={{ act: "usual" }}
        />
      ) : null}
    </>
  );
}

function Deadline({ deadline, page }: { deadline: VisitPage["deadlines"][number]; page: VisitPage }) {
  const today = useToday();
  const { state, title, why, otherCapital, note } = deadline;
  const notes = [why, otherCapital, note].filter((one) => one !== null && one !== "").join(". ");
  return (
    <li
      className={state === "next" ? "deadline-now" : undefined}
      aria-current={state === "next" ? "step" : undefined}
    >
      <span className="deadline-day">
        <b>{deadline.counted}</b>
        {formatDay(deadline.day, today)}
      </span>
      <span>
        {title}, {formatClocks(deadline.dueAt, useHomeZone(), today)}
        {notes === "" ? "" : `. ${notes}`}
        <DeadlineState deadline={deadline} />
        {deadline.madeOf === null ? null : (
          <a href="#programme" className="small">
            {deadline.madeOf}
          </a>
        )}
        {page.mayWrite ? <DeadlineActs deadline={deadline} page={page} /> : null}
      </span>
    </li>
  );
}

function DeadlineState({ deadline: { state, words, owner } }: { deadline: DueDeadline }) {
  const isSettled = state === "done" || state === "past";
  const who = [words, isSettled ? null : (owner?.name ?? "No one yet")]
    .filter((one) => one !== null)
    .join(". ");
  switch (state) {
    case "done":
      return <State kind="ok">{who}</State>;
    case "past":
      return <State kind="off">Past. {who}</State>;
    case "overdue":
      return <State kind="bad">Overdue. {who}</State>;
    case "next":
      return <State kind="warn">{who}</State>;
    case "waiting":
      return <State kind="off">{who}</State>;
  }
}

function DeadlineActs({ deadline, page }: { deadline: DueDeadline; page: VisitPage }) {
  const isDone = deadline.done !== null;
  return (
    <span className="due-acts">
      {isCounted(deadline.kind) ? null : (
        <ButtonForm
          action={`${page.here}/deadlines`}
          label={
            <>
              {isDone ? "Reopen" : "Mark as done"}
              <span className="visually-hidden">: {deadline.title}</span>
            </>
          }
          fields={{ act: isDone ? "open" : "done", deadline: deadline.id }}
          className="linklike"
        />
      )}
      <a href={`${page.here}/deadlines/${deadline.id}`}>
        Edit<span className="visually-hidden"> {deadline.title}</span>
      </a>
    </span>
  );
}

/** What hangs on the day of the visit while it can still move, and who holds the programme on paper or in a mail. */
export function IfTheDayMoves({ page }: { page: VisitPage }) {
  const moving = [
    ...(page.columns.length === 0 ? [] : [counted(page.columns.length, "item")]),
    ...(page.deadlines.length === 0 ? [] : [counted(page.deadlines.length, "deadline")]),
  ];
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">{page.isMovable ? "If the day moves" : "Who holds the programme"}</h2>
      {page.isMovable ? (
        <p className="small">
          {moving.length === 0
            ? ""
            : `${inWords(moving)} will move too, and this page will show which fall on a weekend or a holiday. `}
          {page.mayWrite ? <a href={`${page.own}/move`}>Move the visit</a> : null}
        </p>
      ) : null}
      <p className="small">
        Programme held by <b>{page.holdersWords}</b>.{" "}
        <a href={`${page.here}/copies`}>{page.mayWrite ? `Send version ${page.number}` : "Who holds it"}</a>
      </p>
    </section>
  );
}
