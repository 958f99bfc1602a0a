import { AudienceOffers } from "#app/campaign/contacts/audience-offers.tsx";
import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { Choices } from "#app/ui/field.tsx";
import type { EventToRate, OutcomeForm } from "../../outcome-form.server.ts";
import type { Company } from "../read-unplanned.server.ts";
import { MANNERS } from "../unplanned.ts";

type Typed = { values: FormValues; errors: FieldErrors };

/** Who, how and when: what an event says that is not in the calendar. */
export function UnplannedFields({
  form,
  company,
  when,
  action,
  ...typed
}: Typed & { form: OutcomeForm<EventToRate>; company: Company; when: string | null; action: string }) {
  return (
    <>
      <Who form={form} company={company} action={action} {...typed} />
      <Choices
        kind="one"
        look="buttons"
        big
        name="manner"
        label="How?"
        choices={MANNERS.map(({ value, label }) => ({ value, label }))}
        chosen={[typedValue(typed.values, "manner", MANNERS[0].value)]}
        error={typed.errors.manner}
      />
      <When when={when} {...typed} />
    </>
  );
}

function Who({
  form,
  company: { people, offered },
  values,
  errors,
  action,
}: Typed & { form: OutcomeForm<EventToRate>; company: Company; action: string }) {
  const groups = typedValues(values, "audiences", []);
  const shown = [...people, ...offered].map(({ id, name, title }) => ({
    value: id,
    label: name,
    hint: title,
  }));
  return (
    <div className="who-was-there" id="who-was-it">
      <Choices
        kind="many"
        look="buttons"
        big
        name="attended"
        label="Who was it?"
        choices={shown}
        chosen={people.map(({ id }) => id)}
        error={errors.attended}
      />
      <FindSomeone values={values} errors={errors} action={action} />
      {form.isAudienceAsked ? <AudienceOffers offers={form.offers} chosen={values} /> : null}
      <details className="fold" open={groups.length > 0 || errors.audiences !== undefined}>
        <summary>A group, or someone you cannot name</summary>
        <Choices
          kind="many"
          look="buttons"
          name="audiences"
          label="Which audience"
          choices={form.campaignAudiences.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={groups}
          error={errors.audiences}
        />
      </details>
    </div>
  );
}

/** A name that one contact has is that contact; of several it is asked who. */
function FindSomeone({ values, errors, action }: Typed & { action: string }) {
  return (
    <div className="find-who-was-it">
      <TextInput
        name="who"
        label="Someone else, by name"
        optional
        value={typedValue(values, "who", "")}
        error={errors.who}
        autoComplete="off"
        enterKeyHint="search"
      />
      <button
        type="submit"
        name="reshape"
        value="find"
        formAction={`${action}#who-was-it`}
        formNoValidate
        className="button"
        data-pending="Finding…"
      >
        Find
      </button>
    </div>
  );
}

/** Half an hour ago unless said otherwise; the name is made of who it was. */
function When({ when, values, errors }: Typed & { when: string | null }) {
  const [date, start, called] = ["date", "start", "called"].map((name) => typedValue(values, name, ""));
  const isWrong = ["date", "start", "called"].some((name) => errors[name] !== undefined);
  return (
    <details className="fold when-unplanned" open={isWrong || called !== ""}>
      <summary>
        {[when ?? `${date} ${start}`.trim(), "Change the time or add a title"].filter(Boolean).join(". ")}
      </summary>
      <div className="two-fields">
        <TextInput name="date" label="Date" value={date} error={errors.date} autoComplete="off" />
        <TextInput
          name="start"
          label="Start, Washington time"
          value={start}
          error={errors.start}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <TextInput
        name="called"
        label="What it was"
        hint="For example, Reception at the German Embassy"
        optional
        value={called}
        error={errors.called}
      />
    </details>
  );
}
