import type { FormValues } from "#app/http/form-values.ts";
import { typedValue } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";

type Errors = Readonly<Record<string, string | undefined>>;

/** The form that makes an address: whose events, and how much it tells of them. */
export function NewFeed({
  values,
  errors,
  campaign,
}: {
  values: FormValues | null;
  errors: Errors;
  campaign: string;
}) {
  return (
    <FormFrame>
      <input type="hidden" name="act" value="make" />
      <Choices
        kind="one"
        name="of"
        label="Whose events"
        choices={[
          { value: "mine", label: "Mine", hint: "that you own or go to, in all your campaigns" },
          { value: "campaign", label: "All of this campaign", hint: campaign },
        ]}
        chosen={[typedValue(values, "of", "mine")]}
        error={errors.of}
      />
      <Choices
        kind="one"
        name="titles"
        label="How much it tells"
        choices={[
          { value: "shown", label: "Titles", hint: "with place, link, handling and the numbers of messages" },
          { value: "busy only", label: "Busy only", hint: "when you are not to be had, and nothing else" },
        ]}
        chosen={[typedValue(values, "titles", "shown")]}
        error={errors.titles}
      />
      <p className="save">
        <button className="btn primary" type="submit" data-pending="Making…">
          Make the address
        </button>
      </p>
    </FormFrame>
  );
}

/** The address that was made, the one time that it is shown. */
export function MadeFeed({ https, webcal }: { https: string; webcal: string }) {
  return (
    <section className="newfeed" aria-labelledby="made">
      <h2 id="made" tabIndex={-1}>
        Your new address
      </h2>
      <p>
        <b>Copy it now: it is shown this once.</b> Anybody with this address can read the calendar, without
        signing in. Keep it as you keep a password.
      </p>
      <Copied id="https" label="For Outlook, Google and Thunderbird" value={https} />
      <Copied
        id="webcal"
        label="For Apple Calendar, and for programs that open it by a click"
        value={webcal}
      />
      <p>
        <a href={webcal}>Open it in this computer's calendar program</a>
      </p>
    </section>
  );
}

function Copied({ id, label, value }: { id: string; label: string; value: string }) {
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} readOnly rows={2} defaultValue={value} spellCheck={false} />
      <p>
        <button type="button" className="btn" data-copy={id} hidden>
          Copy
        </button>
      </p>
    </div>
  );
}
