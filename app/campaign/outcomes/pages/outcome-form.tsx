import type { ReactNode } from "react";
import { AudienceOffers } from "#app/campaign/contacts/audience-offers.tsx";
import { addressOf } from "#app/http/addresses.ts";
import { typedValue, typedValues } from "#app/http/form-values.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { Choices } from "#app/ui/field.tsx";
import { Cancel, FormFrame } from "#app/ui/form-frame.tsx";
import { type KnownObjection, orderObjections } from "../log-outcome.ts";
import { isSplit, MessageRating } from "./message-rating.tsx";
import { type Around, type Parts, ratingField } from "./outcome-fields.ts";
import { PromisesMade } from "./promises-made.tsx";
import { WhatWasSaid, WhoWasThere } from "./who-said-what.tsx";

/**
 * The log of one meeting; the same form changes it later. `action` is the page itself: a fragment that a button has put
 * behind its address must not stay there.
 */
export function OutcomeForm({
  parts,
  around,
  version,
  action,
  cancel,
  unplanned = null,
}: {
  parts: Parts;
  around: Around;
  version: number | null;
  action: string;
  cancel: string;
  /** Who, how and when, asked here of what is not in the calendar; null where the event is. */
  unplanned?: ReactNode;
}) {
  return (
    <FormFrame version={version} action={action} className="form log-form">
      {/* Enter in a field presses the first button of a form: it must be the one that saves. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        Save outcome
      </button>
      {unplanned ?? <WhoWasThere parts={parts} />}
      {unplanned === null && parts.form.isAudienceAsked ? <WhoseReception parts={parts} /> : null}
      {unplanned === null ? (
        <MessageRatings parts={parts} action={action} />
      ) : (
        <WhatCameUp parts={parts} action={action} />
      )}
      <ObjectionsHeard parts={parts} objections={orderObjections(parts.form.objections)} />
      <WhatWasSaid parts={parts} />
      <PromisesMade parts={parts} around={around} />
      <div className="save log-save">
        <button className="button primary large" type="submit">
          Save outcome
        </button>
        <Cancel to={cancel} />
        <span className="note kept-note">Saved on this device as you type.</span>
      </div>
    </FormFrame>
  );
}

/** How each message was received: the planned ones, and on request the others of the campaign. */
function MessageRatings({ parts, action }: { parts: Parts; action: string }) {
  const { messages } = parts.form;
  return (
    <fieldset className="question">
      <legend>How was each message received?</legend>
      <p className="hint received-hint">
        Rate the room as a whole. 0 is politeness; +2 is an act: they use our words, ask if they may repeat
        them, or sign.
      </p>
      {messages
        .filter(({ isPlanned }) => isPlanned)
        .map((message) => (
          <MessageRating key={message.id} message={message} parts={parts} action={action} />
        ))}
      <OtherMessages parts={parts} action={action} />
    </fieldset>
  );
}

/** Of what nobody planned: any message may have come up, and none must. */
function WhatCameUp({ parts, action }: { parts: Parts; action: string }) {
  const { messages } = parts.form;
  if (messages.length === 0) return null;
  return (
    <fieldset className="question">
      <legend>
        Did a message come up? <span className="optional">Optional</span>
      </legend>
      <p className="hint received-hint">
        Rate only the messages that did. 0 is politeness; +2 is an act: they use our words, ask if they may
        repeat them, or sign.
      </p>
      {messages.map((message) => (
        <MessageRating key={message.id} message={message} parts={parts} action={action} />
      ))}
    </fieldset>
  );
}

function OtherMessages({ parts, action }: { parts: Parts; action: string }) {
  const { messages } = parts.form;
  const others = messages.filter(({ isPlanned }) => !isPlanned);
  if (others.length === 0) return null;
  const isNonePlanned = others.length === messages.length;
  const isRated = others.some(
    ({ id }) => typedValue(parts.values, ratingField(id), "") !== "" || isSplit(parts, id),
  );
  return (
    <details className="fold" open={isRated || isNonePlanned}>
      <summary>{isNonePlanned ? "No message was planned" : "Another message came up"}</summary>
      {others.map((message) => (
        <MessageRating key={message.id} message={message} parts={parts} action={action} />
      ))}
    </details>
  );
}

/** Where the event is for nobody who came: whose reception it was, before it is rated. */
function WhoseReception({ parts: { form, values, errors } }: { parts: Parts }) {
  return (
    <div className="question">
      <AudienceOffers offers={form.offers} chosen={values} />
      <details
        className="fold"
        open={
          form.offers.length === 0 || errors.audiences !== undefined || (values.audiences ?? []).length > 0
        }
      >
        <summary>
          {form.offers.length === 0 ? "Which audience does the rating count for?" : "Another audience"}
        </summary>
        <Choices
          kind="many"
          look="buttons"
          name="audiences"
          group="of-campaign"
          label={<span className="visually-hidden">Which audience does the rating count for?</span>}
          choices={form.campaignAudiences.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={typedValues(values, "audiences", [])}
          error={errors.audiences}
        />
        {form.campaignAudiences.length > 0 ? null : (
          <p className="note">
            This campaign has no audiences yet.{" "}
            <a href={addressOf.newAudience(form.event.campaignId)} target="_blank" rel="noreferrer">
              Add one in another tab
            </a>
            , then save here; you can then choose it.
          </p>
        )}
      </details>
    </div>
  );
}

/** Objections to tick, those that these audiences are known for first; each ticked one says whether it was answered. */
function ObjectionsHeard({
  parts,
  objections: { first, others },
}: {
  objections: { first: readonly KnownObjection[]; others: readonly KnownObjection[] };
  parts: Parts;
}) {
  const { values, errors } = parts;
  const ticked = typedValues(values, "objections", []);
  const text = typedValue(values, "newObjection", "");
  const error = errors.newObjection;
  return (
    <fieldset className="question">
      <legend>
        What did they object to? <span className="optional">Optional</span>
      </legend>
      {errors.objections ? <p className="error-message">{errors.objections}</p> : null}
      <Ticks objections={first} parts={parts} />
      {others.length === 0 ? null : (
        <details className="fold" open={others.some(({ id }) => ticked.includes(id))}>
          <summary>Other objections in the campaign</summary>
          <Ticks objections={others} parts={parts} />
        </details>
      )}
      <details className="fold" open={text !== "" || error !== undefined}>
        <summary>Something new</summary>
        <TextInput
          name="newObjection"
          label={<span className="visually-hidden">The new objection</span>}
          hint="One sentence, as they said it"
          value={text}
          error={error}
        />
      </details>
    </fieldset>
  );
}

function Ticks({ objections, parts: { values } }: { objections: readonly KnownObjection[]; parts: Parts }) {
  const ticked = typedValues(values, "objections", []);
  const answered = typedValues(values, "answered", []);
  return (
    <div className="toggles half objections">
      {objections.map(({ id, name }) => (
        <div key={id}>
          <label>
            <input type="checkbox" name="objections" value={id} defaultChecked={ticked.includes(id)} />
            <span>{name}</span>
          </label>
          <label className="answered">
            <input type="checkbox" name="answered" value={id} defaultChecked={answered.includes(id)} />
            <span>
              We answered it<span className="visually-hidden">: {name}</span>
            </span>
          </label>
        </div>
      ))}
    </div>
  );
}
