import { type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { receptionWord, SCORES, signed, WORDINGS } from "#app/method/reception-scale.ts";
import { fieldId } from "#app/ui/field.tsx";
import { MessageNumber } from "#app/ui/marks.tsx";
import type { MessageToRate } from "../outcome-form.server.ts";
import { type Parts, ratingField, splitRatingField, wordingField } from "./outcome-fields.ts";

/** Whether the message is rated by audience and person instead of once for the room. */
export function isSplit({ values }: Pick<Parts, "values">, messageId: string): boolean {
  return typedValues(values, "split", []).includes(messageId);
}

/** One message: its reception by the room or split, the wording that was used, and the button that splits. */
export function MessageRating({
  message,
  parts,
  action,
}: {
  message: MessageToRate;
  parts: Parts;
  action: string;
}) {
  const name = ratingField(message.id);
  const id = fieldId("", name);
  const error = parts.errors[name];
  return (
    <fieldset
      className={error ? "rated-message in-error" : "rated-message"}
      aria-labelledby={`${id}-title`}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <p className="rated-title" id={`${id}-title`}>
        <MessageNumber n={message.number} /> {message.title}
      </p>
      {error ? <Wrong id={id} words={error} /> : null}
      {isSplit(parts, message.id) ? (
        <SplitRatings message={message} parts={parts} />
      ) : (
        <Scale name={name} values={parts.values} />
      )}
      <div className="rated-more">
        <WordingChoice message={message} parts={parts} />
        {parts.form.event.audiences.length === 0 ? null : (
          <SplitButton message={message} split={isSplit(parts, message.id)} to={`${action}#${id}-title`} />
        )}
      </div>
    </fieldset>
  );
}

function SplitButton({ message, split, to }: { message: MessageToRate; split: boolean; to: string }) {
  return (
    <button
      type="submit"
      className="linklike"
      name="reshape"
      value={`${split ? "room" : "split"} ${message.id}`}
      formAction={to}
      formNoValidate
      data-pending="Opening…"
    >
      {split ? "Rate the whole room" : "Rate each person"}
      <span className="visually-hidden">, message {message.number}</span>
    </button>
  );
}

function WordingChoice({ message, parts }: { message: MessageToRate; parts: Parts }) {
  const name = wordingField(message.id);
  const chosen = typedValue(parts.values, name, "as written");
  return (
    <span role="radiogroup" aria-label={`Wording of message ${message.number}`}>
      {WORDINGS.map((wording) => (
        <label key={wording}>
          <input type="radio" name={name} value={wording} defaultChecked={wording === chosen} />
          {wording === "as written" ? "As written" : "In other words"}
        </label>
      ))}
    </span>
  );
}

/** Each audience, and under it those of its people who took part; what a person showed counts for their audience. */
function SplitRatings({ message, parts }: { message: MessageToRate; parts: Parts }) {
  const { form, values } = parts;
  const attended = typedValues(values, "attended", []);
  const present = form.people.filter(
    ({ contactId, isParticipant }) => isParticipant || attended.includes(contactId),
  );
  return (
    <>
      <input type="hidden" name="split" value={message.id} />
      {form.event.audiences.map(({ id, name }) => (
        <div key={id} className="partner-rating">
          <SplitRating name={splitRatingField(message.id, id)} title={name} parts={parts} />
          {present
            .filter(({ audienceIds }) => audienceIds.includes(id))
            .map((person) => (
              <SplitRating
                key={person.contactId}
                name={splitRatingField(message.id, person.contactId)}
                title={`${person.name}, if different`}
                parts={parts}
              />
            ))}
        </div>
      ))}
    </>
  );
}

function SplitRating({ name, title, parts }: { name: string; title: string; parts: Parts }) {
  const id = fieldId("", name);
  const error = parts.errors[name];
  return (
    <fieldset className={error ? "in-error" : undefined} aria-labelledby={`${id}-title`}>
      <p className="whose" id={`${id}-title`}>
        {title}
      </p>
      {error ? <Wrong id={id} words={error} /> : null}
      <Scale name={name} values={parts.values} />
    </fieldset>
  );
}

/** Five steps and "Not raised". The first carries the name's id, so that the error summary leads to it. */
function Scale({ name, values }: { name: string; values: FormValues }) {
  const id = fieldId("", name);
  const chosen = typedValue(values, name, "");
  return (
    <div className="scale">
      <div className="scale-steps">
        {SCORES.map((score, index) => (
          <label key={score}>
            <input
              id={index === 0 ? id : undefined}
              type="radio"
              name={name}
              value={score}
              defaultChecked={chosen === String(score)}
            />
            <b>{signed(score)}</b>
            {receptionWord(score)}
          </label>
        ))}
      </div>
      <label className="not-raised">
        <input type="radio" name={name} value="not raised" defaultChecked={chosen === "not raised"} />
        Not raised
      </label>
    </div>
  );
}

/** What is wrong with a rating, at its place. */
function Wrong({ id, words }: { id: string; words: string }) {
  return (
    <p className="error-message" id={`${id}-error`}>
      <span className="visually-hidden">Error: </span>
      {words}
    </p>
  );
}
