import { addressOf } from "#app/http/addresses.ts";
import { typedValue, typedValues } from "#app/http/form-values.ts";
import { GROUND_RULES } from "#app/text/handling.ts";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { Choices } from "#app/ui/field.tsx";
import { CutLine } from "#app/ui/list.tsx";
import type { PersonInRoom } from "../people-in-room.server.ts";
import { asShown, type Parts } from "./outcome-fields.ts";

/** Those who take part, ticked as the plan has it, and on request the others of these audiences. */
export function WhoWasThere({ parts: { form, values, errors } }: { parts: Parts }) {
  const present = typedValues(values, "attended", []);
  const isShown = ({ isParticipant, contactId }: PersonInRoom) =>
    isParticipant || present.includes(contactId);
  return (
    <div className="who-was-there">
      {form.people
        .filter(({ isParticipant }) => isParticipant)
        .map((person) => (
          <input key={person.contactId} type="hidden" name="shown" value={asShown(person)} />
        ))}
      <Choices
        kind="many"
        look="buttons"
        big
        name="attended"
        label="Who was there?"
        choices={choicesOf(form.people.filter(isShown))}
        chosen={present}
        error={errors.attended}
      />
      <Others
        people={form.people.filter((person) => !isShown(person))}
        cutAt={form.othersCutAt}
        eventTo={addressOf.event(form.event.campaignId, form.event.id)}
      />
    </div>
  );
}

function Others({
  people,
  cutAt,
  eventTo,
}: {
  people: readonly PersonInRoom[];
  cutAt: number | null;
  eventTo: string;
}) {
  return (
    <details className="fold">
      <summary>Add someone</summary>
      {people.length === 0 ? null : (
        <Choices
          kind="many"
          look="buttons"
          name="attended"
          group="others"
          label="Others in these audiences"
          choices={choicesOf(people)}
          chosen={[]}
        />
      )}
      <CutLine cutAt={cutAt} which="first by name" others="Add anyone else to the event first." />
      <p className="note">
        Someone else? <a href={`${eventTo}/participants`}>Add them to the event</a> first.
      </p>
    </details>
  );
}

function choicesOf(people: readonly PersonInRoom[]) {
  return people.map(({ contactId, name }) => ({ value: contactId, label: name }));
}

/** What was said; under it, kept apart, our impression and our assessment, and the terms on which people spoke. */
export function WhatWasSaid({ parts }: { parts: Parts }) {
  const { form, values, errors } = parts;
  const { ask, handling } = form.event;
  return (
    <div className="question">
      <TextArea
        name="said"
        label="What was said"
        optional
        value={typedValue(values, "said", "")}
        error={errors.said}
      />
      <p className="note">
        Write it as if the person could read it. Leave out their personal politics, and the name of anyone who
        spoke off the record. {handling}.
      </p>
      <div className="folds">
        <Fold name="impression" label="Our impression" parts={parts} />
        <Fold name="assessment" label="Our assessment" parts={parts} />
      </div>
      {ask === "" ? null : (
        <TextInput
          name="askAnswer"
          label={`Their answer to our ask: ${ask}`}
          optional
          value={typedValue(values, "askAnswer", "")}
          error={errors.askAnswer}
        />
      )}
      <Terms parts={parts} />
    </div>
  );
}

function Fold({ name, label, parts }: { name: string; label: string; parts: Parts }) {
  const text = typedValue(parts.values, name, "");
  const error = parts.errors[name];
  return (
    <details className="fold" open={text !== "" || error !== undefined}>
      <summary>{label}</summary>
      <TextArea
        name={name}
        label={<span className="visually-hidden">{label}</span>}
        value={text}
        error={error}
      />
    </details>
  );
}

function Terms({ parts: { values, errors } }: { parts: Parts }) {
  const rule = typedValue(values, "groundRule", "background");
  return (
    <details className="fold" open={errors.groundRule !== undefined}>
      <summary>Ground rule: {rule}</summary>
      <Select
        name="groundRule"
        label="How their remarks may be used"
        value={rule}
        options={GROUND_RULES.map((each) => ({ value: each, label: each }))}
        error={errors.groundRule}
      />
    </details>
  );
}
