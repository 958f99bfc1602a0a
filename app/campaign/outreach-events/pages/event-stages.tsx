import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import type { EventPage } from "../event-page.server.ts";
import type { Stage, StageName } from "../stages.ts";
import { takesPlace } from "../standing.ts";

/** Plan, brief, deliver, log, follow up: where the event stands, each a way to its act; logging only for who may. */
export function EventStages({
  stages,
  own,
  mayWrite,
}: {
  stages: readonly Stage[];
  own: string;
  mayWrite: boolean;
}) {
  return (
    <ol className="stages" aria-label="Event stages">
      {stages.map((stage) => (
        <li
          key={stage.name}
          className={stage.is === "next" ? "stage-next" : undefined}
          aria-current={stage.is === "current" ? "step" : undefined}
        >
          {stage.name === "Log" && !mayWrite ? (
            <span className="step">
              <StageWords stage={stage} />
            </span>
          ) : (
            <a href={own + PLACE[stage.name]}>
              <StageWords stage={stage} />
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

function StageWords({ stage }: { stage: Stage }) {
  return (
    <>
      <b>{stage.name}</b>
      {stage.tone === null ? stage.words : <State kind={stage.tone}>{stage.words}</State>}
    </>
  );
}

const PLACE: Record<StageName, string> = {
  Plan: "#details",
  Brief: "#points",
  Deliver: "#who",
  Log: "/log",
  "Follow up": "/follow-ups",
};

type Refused = { values: FormValues | null; errors: FieldErrors };

/** Why an event that takes place goes ahead in spite of what speaks against it, open to change until it begins. */
export function GoingAhead({ page, refused }: { page: EventPage; refused: Refused }) {
  const { event, mayWrite, warnings, own, hasBegun } = page;
  if (!takesPlace(event)) return null;
  const reason = event.goingAheadReason;
  const isAsked = mayWrite && !hasBegun && (reason !== "" || warnings.length > 0);
  const isRefused = typedValue(refused.values, "act", "") === "reason";
  return (
    <>
      {reason === "" ? null : (
        <p className="small">
          {hasBegun ? "Went" : "Going"} ahead because: {reason}
        </p>
      )}
      {isAsked ? (
        <details className="going-ahead noprint" open={isRefused}>
          <summary>{reason === "" ? "Say why it should go ahead" : "Change the reason"}</summary>
          <FormFrame action={own} version={event.version}>
            <input type="hidden" name="act" value="reason" />
            <TextInput
              name="goingAheadReason"
              label="Why it is going ahead"
              hint="Kept with the event and in its history. Leave empty to give no reason."
              optional
              value={isRefused ? typedValue(refused.values, "goingAheadReason", "") : reason}
              error={isRefused ? refused.errors.goingAheadReason : undefined}
              autoComplete="off"
            />
            <Submit>Save the reason</Submit>
          </FormFrame>
        </details>
      ) : null}
    </>
  );
}
