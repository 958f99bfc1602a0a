import { useActionData, useLoaderData } from "@remix-run/react";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { cutInWords } from "#app/text/cut.ts";
import { formatDay } from "#app/time/format.ts";
import { Select, TextArea } from "#app/ui/controls.tsx";
import { FactList } from "#app/ui/fact-list.tsx";
import { ButtonForm, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { History } from "#app/ui/history.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { TimesOfEvent, TwoTimes, useToday } from "#app/ui/two-clocks.tsx";
import { type InstructionView, readInstructionView } from "../instruction-view.server.ts";
import { instructionRecord } from "../record.ts";
import { answerInstructionAct } from "./answer-instruction-act.server.ts";
import styles from "./instructions.css?url";
import { StateOfInstruction } from "./state-of-instruction.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = ({ data }: { data: InstructionView | undefined }) =>
  pageTitle(`Instruction ${data?.instruction.reference ?? ""}`);

export const loader = campaignPage("read", readInstructionView);
export const action = campaignAction("write", answerInstructionAct);

const LABELS = { ...instructionRecord.columns, answered_at: "Answered" };

export default function InstructionPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { instruction, base, mayWrite } = view;
  const isOpen = instruction.answered === null;
  const edit = { label: "Edit", to: `${base}/instructions/${instruction.id}/edit` };
  const typed = { values: refused?.values ?? view.kept, errors: refused?.errors ?? {} };
  return (
    <>
      <PageHead
        title={instruction.reference}
        sub={
          <>
            {instruction.issuer}.&ensp;
            <StateOfInstruction state={view.state} />
          </>
        }
        crumbs={[{ label: "Instructions", to: `${base}/instructions` }, instruction.reference]}
        acts={
          mayWrite && isOpen ? (
            <a className="button" href={edit.to}>
              {edit.label}
            </a>
          ) : null
        }
        next={mayWrite ? (isOpen ? { label: "Answer", to: "#answered" } : edit) : null}
      />
      <ErrorSummary errors={refused?.errors} form={typed.values?.intent?.[0] ?? ""} />
      <div className="stack">
        <Facts view={view} />
        <section aria-labelledby="asks">
          <h2 id="asks">What it asks for</h2>
          <p className="asked">{instruction.text}</p>
        </section>
        <RedLines view={view} />
        <StandsOver view={view} typed={typed} />
        <Answer view={view} typed={typed} />
        <section aria-labelledby="history" className="noprint">
          <h2 id="history">History</h2>
          <History changes={view.changes} labels={LABELS} />
        </section>
      </div>
    </>
  );
}

function Facts({ view: { instruction } }: { view: InstructionView }) {
  const today = useToday();
  const { receivedOn, expiresOn, handling } = instruction;
  return (
    <FactList
      facts={[
        { label: "Received on", value: formatDay(receivedOn, today) },
        { label: "Last day", value: expiresOn === null ? "None" : formatDay(expiresOn, today) },
        { label: "Handling", value: handling },
      ]}
    />
  );
}

function RedLines({ view: { instruction } }: { view: InstructionView }) {
  return (
    <section aria-labelledby="red-lines">
      <h2 id="red-lines">Red lines</h2>
      {instruction.redLines.length === 0 ? <p className="empty">None.</p> : null}
      <ul className="targets">
        {instruction.redLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

type Typed = { values: FormValues | null | undefined; errors: FieldErrors };

function StandsOver({ view, typed }: { view: InstructionView; typed: Typed }) {
  const { instruction, base, mayWrite, choices } = view;
  return (
    <section aria-labelledby="over">
      <h2 id="over">Applies to</h2>
      {instruction.targets.length === 0 ? <p className="empty">No events or papers yet.</p> : null}
      <ul className="targets">
        {instruction.targets.map(({ id, kind, recordId, title, time }) => (
          <li key={id}>
            <a href={`${base}/${kind === "event" ? "events" : "talking-points"}/${recordId}`}>{title}</a>{" "}
            <span className="note">{time === null ? "paper" : <TimesOfEvent of={time} />}</span>
            {mayWrite ? (
              <ButtonForm
                action="?"
                label={
                  <>
                    Remove<span className="visually-hidden"> {title}</span>
                  </>
                }
                fields={{ intent: "detach", target: id }}
                className="linklike"
              />
            ) : null}
          </li>
        ))}
      </ul>
      {choices !== null ? (
        <FormFrame id="attach" action="?" className="form noprint">
          <input type="hidden" name="intent" value="attach" />
          <Select
            name="over"
            label="Apply it to an event or paper"
            hint={cutOf(choices)}
            value={typedValue(typed.values, "over", "")}
            error={typed.errors.over}
            options={[
              { value: "", label: "Choose an event or a paper" },
              ...choices.events.rows.map(({ id, title }) => ({ value: `event:${id}`, label: title })),
              ...choices.papers.rows.map(({ id, title }) => ({
                value: `paper:${id}`,
                label: `Paper: ${title}`,
              })),
            ]}
          />
          <Submit>Add</Submit>
        </FormFrame>
      ) : null}
    </section>
  );
}

/** Which of many events and papers are offered. */
function cutOf({ events, papers }: NonNullable<InstructionView["choices"]>): string | undefined {
  const others = "The rest will appear as time passes.";
  const words = [
    cutInWords(events.cutAt, { which: "next events", others }),
    cutInWords(papers.cutAt, {
      which: "papers changed most recently",
      others: "Older ones will appear once they are changed.",
    }),
  ].filter(Boolean);
  return words.length === 0 ? undefined : words.join(" ");
}

function Answer({ view, typed }: { view: InstructionView; typed: Typed }) {
  const { answered } = view.instruction;
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">Answer</h2>
      {answered === null ? null : (
        <>
          <p className="asked">{answered.answer}</p>
          <p className="note">
            {answered.by}, <TwoTimes at={answered.at} />
          </p>
        </>
      )}
      {view.mayWrite && answered !== null ? (
        <ButtonForm action="?" label="Reopen" fields={{ intent: "open-again" }} />
      ) : null}
      {view.mayWrite && answered === null ? (
        <FormFrame id="answer" action="?" className="form noprint">
          <input type="hidden" name="intent" value="answer" />
          <TextArea
            name="answer"
            label="How it was answered"
            hint="Include the cable reference"
            value={typedValue(typed.values, "answer", "")}
            error={typed.errors.answer}
            rows={3}
          />
          <Submit>Mark as answered</Submit>
        </FormFrame>
      ) : null}
      {view.mayWrite || answered !== null ? null : <p className="empty">Not answered yet.</p>}
    </section>
  );
}
