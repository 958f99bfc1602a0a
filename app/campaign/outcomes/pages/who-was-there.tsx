import { typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/field.tsx";
import { CutLine } from "#app/ui/list.tsx";
import type { PersonInRoom } from "../outcome-form.server.ts";
import type { Parts } from "./form-state.ts";

/** Those who take part, ticked as the plan has it, and on request the others of these audiences. */
export function WhoWasThere({ parts: { form, values, errors } }: { parts: Parts }) {
  const present = typedValues(values, "attended", []);
  const isShown = ({ isParticipant, contactId }: PersonInRoom) =>
    isParticipant || present.includes(contactId);
  return (
    <div className="who-was-there">
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
        eventTo={`/c/${form.event.campaignId}/events/${form.event.id}`}
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
          label="Others of these audiences"
          choices={choicesOf(people)}
          chosen={[]}
        />
      )}
      <CutLine cutAt={cutAt} which="first by name" others="Somebody else is added to the event first." />
      <p className="note">
        Somebody else? <a href={`${eventTo}/participants`}>Add them to the event</a> first.
      </p>
    </details>
  );
}

function choicesOf(people: readonly PersonInRoom[]) {
  return people.map(({ contactId, name }) => ({ value: contactId, label: name }));
}
