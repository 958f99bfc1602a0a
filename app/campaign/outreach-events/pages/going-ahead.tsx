import type { FieldErrors, FormValues } from "#app/http/form-values.ts";
import { typedValue } from "#app/http/form-values.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import type { EventPage } from "../event-page.server.ts";

type Refused = { values: FormValues | null; errors: FieldErrors };

/** Why an event goes ahead in spite of what speaks against it: kept, shown, and open to change. */
export function GoingAhead({ page, refused }: { page: EventPage; refused: Refused }) {
  const { event, mayWrite, warnings, own } = page;
  const reason = event.goingAheadReason;
  const isAsked = mayWrite && (reason !== "" || warnings.length > 0);
  const isRefused = typedValue(refused.values, "act", "") === "reason";
  return (
    <>
      {reason === "" ? null : <p className="small">Going ahead because: {reason}</p>}
      {isAsked ? (
        <details className="going-ahead noprint" open={isRefused}>
          <summary>{reason === "" ? "Say why it goes ahead" : "Change the reason"}</summary>
          <FormFrame action={own} version={event.version}>
            <input type="hidden" name="act" value="reason" />
            <TextInput
              name="goingAheadReason"
              label="Why it goes ahead"
              hint="Kept with the event and in its history. Empty: no reason"
              optional
              value={isRefused ? typedValue(refused.values, "goingAheadReason", "") : reason}
              error={isRefused ? refused.errors.goingAheadReason : undefined}
              autoComplete="off"
            />
            <button type="submit" className="btn">
              Keep the reason
            </button>
          </FormFrame>
        </details>
      ) : null}
    </>
  );
}
