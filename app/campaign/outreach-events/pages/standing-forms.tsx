import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import { ScopeChoice } from "../series/scope-choice.tsx";
import {
  cancelEvent,
  holdEvent,
  missEvent,
  reinstateEvent,
  type Standing,
  unmarkEvent,
} from "../standing.ts";

type Refused = { values: FormValues | null; errors: FieldErrors };

/** Whether anything can be said of an event now: of one that is logged there is nothing. */
export function mayStandOtherwise(standing: Standing, now: Date): boolean {
  return [
    holdEvent(standing, now),
    unmarkEvent(standing),
    reinstateEvent(standing),
    missEvent(standing, now),
    cancelEvent(standing, "any"),
  ].some(({ ok }) => ok);
}

/** What can be said of an event now: only what the rules allow is offered. */
export function StandingForms({
  action,
  standing,
  now,
  isInSeries = false,
  refused = { values: null, errors: {} },
}: {
  action: string;
  standing: Standing;
  now: Date;
  isInSeries?: boolean;
  refused?: Refused;
}) {
  const may = (act: { ok: boolean }) => act.ok;
  return (
    <div className="standing noprint">
      {may(holdEvent(standing, now)) ? (
        <ButtonForm action={action} fields={{ act: "hold" }} label="Mark as held" />
      ) : null}
      {may(unmarkEvent(standing)) ? (
        <ButtonForm action={action} fields={{ act: "unmark" }} label="Remove the mark" />
      ) : null}
      {may(reinstateEvent(standing)) ? (
        <ButtonForm action={action} fields={{ act: "reinstate" }} label="Reinstate event" />
      ) : null}
      {may(missEvent(standing, now)) ? (
        <ReasonForm
          action={action}
          act="miss"
          label="Not held"
          ask="Why it was not held"
          optional
          refused={refused}
        />
      ) : null}
      {may(cancelEvent(standing, "any")) ? (
        <ReasonForm
          action={action}
          act="cancel"
          label="Cancel event"
          ask="Why it is cancelled"
          isInSeries={isInSeries}
          refused={refused}
        />
      ) : null}
    </div>
  );
}

function ReasonForm({
  action,
  act,
  label,
  ask,
  optional = false,
  isInSeries = false,
  refused,
}: {
  action: string;
  act: "miss" | "cancel";
  label: string;
  ask: string;
  optional?: boolean;
  isInSeries?: boolean;
  refused: Refused;
}) {
  const isRefused = typedValue(refused.values, "act", "") === act;
  return (
    <details open={isRefused}>
      <summary>{label}</summary>
      <FormFrame action={action} id={act}>
        <input type="hidden" name="act" value={act} />
        <TextInput
          name="reason"
          label={ask}
          optional={optional}
          value={isRefused ? typedValue(refused.values, "reason", "") : ""}
          error={isRefused ? refused.errors.reason : undefined}
          autoComplete="off"
        />
        <ScopeChoice
          isInSeries={isInSeries}
          label="Which dates should be cancelled?"
          values={isRefused ? refused.values : null}
          error={isRefused ? refused.errors.scope : undefined}
        />
        <button type="submit" className={act === "cancel" ? "button danger" : "button"}>
          {label}
        </button>
      </FormFrame>
    </details>
  );
}
