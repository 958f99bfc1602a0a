import { typedValue } from "#app/http/form-values.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import type { HoldView } from "../../pages/hold-view.server.ts";
import { type Typed, typedInto } from "./typed-acts.ts";

/** Records that the release of the line was reported; shown until it is. */
export function ReportLine({ view, typed }: { view: HoldView; typed: Typed }) {
  const { clearance, mayWrite, now } = view;
  if (!mayWrite || clearance === null || clearance.report !== null) return null;
  if (clearance.manner !== "released by the head of mission") return null;
  const { values, errors } = typedInto(typed, "report-line");
  return (
    <details className="noprint" open={values !== null}>
      <summary>Record that it was reported</summary>
      <FormFrame id="report-line" action="?">
        <input type="hidden" name="intent" value="report-line" />
        <TextInput
          name="on"
          label="Reported on"
          value={typedValue(values, "on", formatDate(dateIn(now, WASHINGTON)))}
          error={errors.on}
          size={16}
        />
        <TextInput name="to" label="Reported to" value={typedValue(values, "to", "")} error={errors.to} />
        <button type="submit" className="btn">
          Record
        </button>
      </FormFrame>
    </details>
  );
}
