import type { HomeCountry } from "#app/domain/follow-ups/due-date.ts";
import { closedDay, holidaysAhead, parseDueDate, usualDue } from "#app/domain/follow-ups/due-date.ts";
import { orderObjections } from "#app/domain/outcomes/objections-heard.ts";
import { GROUND_RULES } from "#app/domain/outreach-events/ground-rule.ts";
import { formatDate, formatDay } from "#app/domain/time/format.ts";
import type { CalendarDate } from "#app/domain/time/wall-time.ts";
import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import type { OutcomeForm as Choice } from "#db/queries/outcome-form.server.ts";
import { MessageRatings } from "./message-ratings.tsx";
import { ObjectionsHeard } from "./objections-heard.tsx";
import { followUpField } from "./outcome-fields.ts";

export type FormState = { values: FormValues; errors: FieldErrors };

export type Around = { today: CalendarDate; home: HomeCountry };

/** The log of one meeting; the same form changes it later. */
export function OutcomeForm({
  form,
  state,
  around,
  version,
  action,
  cancel,
}: {
  form: Choice;
  state: FormState;
  around: Around;
  version: number | null;
  /** The page itself: a fragment that a button has put behind its address must not stay there. */
  action: string;
  cancel: string;
}) {
  const { values, errors } = state;
  const { event } = form;
  return (
    <FormFrame version={version} action={action} className="form log">
      {/* Enter in a field presses the first button of a form: it must be the one that saves. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
        Save outcome
      </button>
      <Attendance form={form} state={state} />
      <MessageRatings form={form} state={state} action={action} />
      <ObjectionsHeard objections={orderObjections(form.objections)} state={state} />
      <div className="q">
        <TextArea
          name="said"
          label="What was said"
          optional
          value={typedValue(values, "said", "")}
          error={errors.said}
          maxLength={10_000}
        />
        <p className="note">
          Write it as if the person could read it. Not here: names spoken off the record, private politics.{" "}
          {event.handling}.
        </p>
        <div className="folds">
          <Fold name="impression" label="Our impression" state={state} />
          <Fold name="assessment" label="Our assessment" state={state} />
        </div>
        {event.ask === "" ? null : (
          <TextInput
            name="askAnswer"
            label={`Their answer to our ask: ${event.ask}`}
            optional
            value={typedValue(values, "askAnswer", "")}
            error={errors.askAnswer}
          />
        )}
        <Terms state={state} />
      </div>
      <Promises form={form} state={state} around={around} />
      <div className="save">
        <button className="btn primary big" type="submit">
          Save outcome
        </button>
        <a className="btn big quiet" href={cancel}>
          Cancel
        </a>
        <span className="note">Kept on this device as you type.</span>
      </div>
    </FormFrame>
  );
}

function Attendance({ form, state: { values, errors } }: { form: Choice; state: FormState }) {
  const present = typedValues(values, "attended", []);
  const isShown = (person: Choice["people"][number]) =>
    person.isParticipant || present.includes(person.contactId);
  const choices = (people: Choice["people"]) =>
    people.map(({ contactId, name }) => ({ value: contactId, label: name }));
  const others = form.people.filter((person) => !isShown(person));
  return (
    <div className="who-was-there">
      <Choices
        kind="many"
        look="buttons"
        big
        name="attended"
        label="Who was there?"
        choices={choices(form.people.filter(isShown))}
        chosen={present}
        error={errors.attended}
      />
      <details className="fold">
        <summary>Add someone</summary>
        {others.length === 0 ? null : (
          <Choices
            kind="many"
            look="buttons"
            name="attended"
            label="Others of these audiences"
            choices={choices(others)}
            chosen={[]}
          />
        )}
        <p className="note">
          Somebody else?{" "}
          <a href={`/c/${form.event.campaignId}/events/${form.event.id}`}>Add them to the event</a> first.
        </p>
      </details>
    </div>
  );
}

function Fold({ name, label, state }: { name: string; label: string; state: FormState }) {
  const text = typedValue(state.values, name, "");
  const error = state.errors[name];
  return (
    <details className="fold" open={text !== "" || error !== undefined}>
      <summary>{label}</summary>
      <TextArea name={name} label={<span className="vh">{label}</span>} value={text} error={error} />
    </details>
  );
}

function Terms({ state: { values, errors } }: { state: FormState }) {
  const rule = typedValue(values, "groundRule", "background");
  return (
    <details className="fold" open={errors.groundRule !== undefined}>
      <summary>Terms: {rule}</summary>
      <Select
        name="groundRule"
        label="On what terms people spoke"
        value={rule}
        options={GROUND_RULES.map((each) => ({ value: each, label: each }))}
        error={errors.groundRule}
      />
    </details>
  );
}

const promises = [
  { promisedBy: "us", label: "We will" },
  { promisedBy: "them", label: "They will" },
  { promisedBy: "us", label: "We will also" },
] as const;

function Promises({ form, state, around }: { form: Choice; state: FormState; around: Around }) {
  const [first, ...others] = promises.map((promise, row) => (
    <PromiseRow key={promise.label} {...promise} row={row} form={form} state={state} around={around} />
  ));
  const isTyped = [1, 2].some((row) =>
    (["text", "by"] as const).some((part) => typedValue(state.values, followUpField(row, part), "") !== ""),
  );
  const holidays = holidaysAhead(around.today, 21, around.home);
  return (
    <fieldset className="q">
      <legend>Follow up</legend>
      {first}
      {holidays.length === 0 ? null : <p className="note">Holidays ahead: {holidays.join(", ")}.</p>}
      <details className="fold" open={isTyped}>
        <summary>Another promise, ours or theirs</summary>
        {others}
      </details>
    </fieldset>
  );
}

function PromiseRow({
  promisedBy,
  label,
  row,
  form,
  state: { values, errors },
  around,
}: {
  promisedBy: string;
  label: string;
  row: number;
  form: Choice;
  state: FormState;
  around: Around;
}) {
  const text = followUpField(row, "text");
  const by = followUpField(row, "by");
  const typed = typedValue(values, by, "");
  return (
    <div className="fu">
      <input type="hidden" name={followUpField(row, "promisedBy")} value={promisedBy} />
      <TextInput name={text} label={label} value={typedValue(values, text, "")} error={errors[text]} />
      <div>
        <TextInput
          name={by}
          label="By"
          value={typed}
          error={errors[by]}
          placeholder={formatDate(usualDue(form.event.day, around.home))}
        />
      </div>
      <BetterDay row={row} typed={typed} form={form} around={around} />
    </div>
  );
}

/** A typed day on which one side does not work, and a button that takes the next on which both do. */
function BetterDay({
  row,
  typed,
  form,
  around: { today, home },
}: {
  row: number;
  typed: string;
  form: Choice;
  around: Around;
}) {
  const due = parseDueDate(typed, form.event.day, today);
  const closed = due.ok ? closedDay(due.dueOn, home) : null;
  if (!due.ok || closed === null) return null;
  return (
    <p className="note">
      {formatDay(due.dueOn)} is {closed.where}.{" "}
      <button
        type="submit"
        className="linklike"
        name="reshape"
        value={`due ${row} ${closed.better}`}
        formNoValidate
        data-pending="Changing…"
      >
        Use {formatDay(closed.better)}
      </button>
    </p>
  );
}
