import { addressOf } from "#app/http/addresses.ts";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { formatDay } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { unbroken } from "#app/ui/marked-text.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import type { EffectivenessView } from "../../pages/effectiveness-view.server.ts";
import { audienceIn, changeKey, changeOfReport, noChangeInWords, numberIn } from "../change-in-words.ts";
import type { FoundChange } from "../changes-found.ts";

type Props = { view: EffectivenessView; values: FormValues | null; errors: FieldErrors };

/** What the scan finds, a line each, and what somebody has made of earlier ones. Never a banner. */
export function ChangesFound({ view, values, errors }: Props) {
  const { changes, lookedAt } = view;
  const today = useToday();
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">Changes found</h2>
      {changes.length === 0 ? (
        <p>{noChangeInWords(view)}</p>
      ) : (
        <ul className="changes">
          {changes.map((change, place) => (
            <li key={changeKey(change)}>
              <span>{unbroken(changeOfReport(change, view))}</span>
              {view.mayWrite ? (
                <LookedAtForm change={change} place={place} view={view} values={values} errors={errors} />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {lookedAt.length === 0 ? null : (
        <details>
          <summary>
            {lookedAt.length === 1 ? "1 looked at earlier" : `${lookedAt.length} looked at earlier`}
          </summary>
          <ul>
            {lookedAt.map(({ id, messageId, audienceId, direction, after, before, reason, by, at }) => (
              <li key={id}>
                <span>
                  Message {numberIn(view, messageId)}
                  {audienceId === null ? ", all audiences" : `, ${audienceIn(view, audienceId)}`}: a{" "}
                  {direction} between {formatDay(after, today)} and {formatDay(before, today)}. {by},{" "}
                  {formatDay(dateIn(new Date(at), WASHINGTON), today)}: {reason}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="note">
        A change means that the level was different before and after. It does not say why, or whether it
        happened all at once.
      </p>
    </section>
  );
}

function LookedAtForm({
  change,
  place,
  view,
  values,
  errors,
}: Props & { change: FoundChange; place: number }) {
  const key = changeKey(change);
  const isThis = typedValue(values, "change", "") === key;
  return (
    <details open={isThis && errors.reason !== undefined}>
      <summary>Mark as looked at</summary>
      <FormFrame id={formOfChange(place)} action={addressOf.effectiveness(view.campaignId)}>
        <input type="hidden" name="change" value={key} />
        <TextInput
          name="reason"
          label="What you make of it"
          hint="This entry will move below with your reason, and the scan will start again from this change"
          value={isThis ? typedValue(values, "reason", "") : ""}
          error={isThis ? errors.reason : undefined}
        />
        <Submit>Save</Submit>
      </FormFrame>
    </details>
  );
}

/** What tells the form of one change from those of the others. */
export function formOfChange(place: number): string {
  return `looked-at-${place}`;
}
