import type { FieldErrors, FormValues } from "#app/http/form-values.ts";
import { GoingAheadField } from "../../pages/event-form.tsx";
import { WarningLines } from "../../warnings/warning-lines.tsx";
import type { Warning } from "../../warnings/warnings.ts";

/** What speaks against the plan, and the field for why it goes ahead. `digest` says that they were shown. */
export function PlanWarnings({
  warnings,
  digest,
  values,
  errors,
  isAnswer,
}: {
  warnings: readonly Warning[];
  digest: string;
  values: FormValues;
  errors: FieldErrors;
  /** The form was sent, and comes back once with these. */
  isAnswer: boolean;
}) {
  const answer = isAnswer ? { "data-focus": "", "data-answer": "", tabIndex: -1, role: "alert" } : {};
  return (
    <>
      <div data-renewed="warnings" id="plan-warnings" className="plan-warnings" {...answer}>
        {warnings.length === 0 ? null : (
          <>
            <h2>Before it is planned</h2>
            <WarningLines warnings={warnings} />
            <p className="note">
              Nothing stops you. {isAnswer ? "Say why it goes ahead, or plan it as it stands." : null}
            </p>
          </>
        )}
        <input type="hidden" name="seen" value={digest} />
      </div>
      <div data-renewed="going-ahead" hidden={warnings.length === 0 && !values.goingAheadReason?.[0]}>
        <GoingAheadField values={values} errors={errors} />
      </div>
    </>
  );
}
