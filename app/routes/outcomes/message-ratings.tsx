import { useContext } from "react";
import { receptionWord, SCORES, WORDINGS } from "#app/domain/outcomes/reception.ts";
import { typedValue, typedValues } from "#app/http/form-values.ts";
import { FormId, fieldId } from "#app/ui/field.tsx";
import { MessageNumber, signed } from "#app/ui/marks.tsx";
import type { MessageToRate, OutcomeForm } from "#db/queries/outcome-form.server.ts";
import { ratingField, splitRatingField, wordingField } from "./outcome-fields.ts";
import type { FormState } from "./outcome-form.tsx";

type Parts = { form: OutcomeForm; state: FormState };

/** How each message was received: the planned ones, and on request the others of the campaign. */
export function MessageRatings({ form, state, action }: Parts & { action: string }) {
  const { event, messages } = form;
  if (event.audiences.length === 0) return <NobodyToRateFor form={form} />;
  const planned = messages.filter(({ isPlanned }) => isPlanned);
  const others = messages.filter(({ isPlanned }) => !isPlanned);
  const isRated = others.some(
    ({ id }) => typedValue(state.values, ratingField(id), "") !== "" || isSplit(state, id),
  );
  return (
    <fieldset className="q">
      <legend>How was each message received?</legend>
      <p className="hint">
        For the room. 0 is politeness; +2 is an act: they use our words, ask to repeat them, or sign.
      </p>
      {planned.map((message) => (
        <MessageRating key={message.id} message={message} form={form} state={state} action={action} />
      ))}
      {others.length === 0 ? null : (
        <details className="fold" open={isRated || planned.length === 0}>
          <summary>{planned.length === 0 ? "No message was planned" : "Another message came up"}</summary>
          {others.map((message) => (
            <MessageRating key={message.id} message={message} form={form} state={state} action={action} />
          ))}
        </details>
      )}
    </fieldset>
  );
}

function NobodyToRateFor({ form: { event } }: Pick<Parts, "form">) {
  return (
    <div className="q">
      <p className="note">
        The event is for no audience, so a reception would count for nobody.{" "}
        <a href={`/c/${event.campaignId}/events/${event.id}/edit`}>Add its audience</a> first to rate
        messages.
      </p>
    </div>
  );
}

function isSplit({ values }: FormState, messageId: string): boolean {
  return typedValues(values, "split", []).includes(messageId);
}

function MessageRating({ message, form, state, action }: Parts & { message: MessageToRate; action: string }) {
  const id = fieldId(useContext(FormId), ratingField(message.id));
  const error = state.errors[ratingField(message.id)];
  const split = isSplit(state, message.id);
  return (
    <fieldset
      className={error ? "msg bad-f" : "msg"}
      aria-labelledby={`${id}-title`}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <p className="mh" id={`${id}-title`}>
        <MessageNumber n={message.number} /> {message.title}
      </p>
      {error ? <Wrong id={id} words={error} /> : null}
      {split ? (
        <SplitRatings message={message} form={form} state={state} />
      ) : (
        <Scale name={ratingField(message.id)} state={state} />
      )}
      <div className="wd">
        <WordingChoice message={message} state={state} />
        <button
          type="submit"
          className="linklike"
          name="reshape"
          value={`${split ? "room" : "split"} ${message.id}`}
          formAction={`${action}#${id}-title`}
          formNoValidate
          data-pending="Opening…"
        >
          {split ? "For the whole room" : "Split the room"}
          <span className="vh">, message {message.number}</span>
        </button>
      </div>
    </fieldset>
  );
}

function WordingChoice({ message, state }: { message: MessageToRate; state: FormState }) {
  const name = wordingField(message.id);
  const chosen = typedValue(state.values, name, "as written");
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
function SplitRatings({ message, form, state }: Parts & { message: MessageToRate }) {
  const attended = typedValues(state.values, "attended", []);
  const people = form.people.filter(
    ({ contactId, isParticipant }) => isParticipant || attended.includes(contactId),
  );
  return (
    <>
      <input type="hidden" name="split" value={message.id} />
      {form.event.audiences.map((audience) => (
        <div key={audience.id} className="part">
          <SplitRating message={message} whose={audience} state={state} />
          {people
            .filter(({ audienceIds }) => audienceIds.includes(audience.id))
            .map(({ contactId, name }) => (
              <SplitRating
                key={contactId}
                message={message}
                whose={{ id: contactId, name: `${name}, if different` }}
                state={state}
              />
            ))}
        </div>
      ))}
    </>
  );
}

function SplitRating({
  message,
  whose,
  state,
}: {
  message: MessageToRate;
  whose: { id: string; name: string };
  state: FormState;
}) {
  const name = splitRatingField(message.id, whose.id);
  const id = fieldId(useContext(FormId), name);
  const error = state.errors[name];
  return (
    <fieldset className={error ? "bad-f" : undefined} aria-labelledby={`${id}-title`}>
      <p className="whose" id={`${id}-title`}>
        {whose.name}
      </p>
      {error ? <Wrong id={id} words={error} /> : null}
      <Scale name={name} state={state} />
    </fieldset>
  );
}

function Wrong({ id, words }: { id: string; words: string }) {
  return (
    <p className="emsg" id={`${id}-error`}>
      <span className="vh">Error: </span>
      {words}
    </p>
  );
}

/** Five steps and "Not raised". The first carries the name's id, so that the error summary leads to it. */
function Scale({ name, state }: { name: string; state: FormState }) {
  const id = fieldId(useContext(FormId), name);
  const chosen = typedValue(state.values, name, "");
  return (
    <div className="scale">
      <div className="sc">
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
      <label className="nr">
        <input type="radio" name={name} value="not raised" defaultChecked={chosen === "not raised"} />
        Not raised
      </label>
    </div>
  );
}
