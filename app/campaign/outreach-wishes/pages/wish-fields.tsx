import { AudienceAndMessageChoices } from "#app/campaign/outreach-events/audience-and-message-choices.tsx";
import type { EventChoices } from "#app/campaign/outreach-events/choices.server.ts";
import { EVENT_KINDS, kindLabel } from "#app/campaign/outreach-events/kind.ts";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { formatDate, formatDuration } from "#app/time/format.ts";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import type { WishRecord } from "../store.server.ts";

/** The fields of an event that has no date yet. */
export function WishFields({
  values,
  errors,
  choices,
}: {
  values: FormValues;
  errors: FieldErrors;
  choices: EventChoices;
}) {
  const text = (name: string) => ({ name, value: typedValue(values, name, ""), error: errors[name] });
  return (
    <>
      <TextInput
        {...text("title")}
        label="Title"
        hint="Call on background, defence reporters"
        autoComplete="off"
      />
      <Select
        {...text("kind")}
        label="Kind"
        options={EVENT_KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
      />
      <div className="pair">
        <TextInput {...text("length")} label="Length" optional hint="Like 45 min" autoComplete="off" />
        <TextInput {...text("bestBy")} label="Best by" optional hint="Like 19 Nov 2026" autoComplete="off" />
      </div>
      <AudienceAndMessageChoices values={values} errors={errors} choices={choices} />
      <Select
        {...text("owner")}
        label="Owner"
        options={[
          { value: "", label: "Nobody yet" },
          ...choices.colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextArea {...text("note")} label="Note" optional rows={2} />
    </>
  );
}

/** What stands in the form of a wish when it opens. */
export function valuesOfWishRecord(wish: WishRecord): FormValues {
  return {
    title: [wish.title],
    kind: [wish.kind],
    length: [wish.minutes === null ? "" : formatDuration(wish.minutes)],
    bestBy: [wish.bestBy === null ? "" : formatDate(wish.bestBy)],
    note: [wish.note],
    owner: [wish.owner?.id ?? ""],
    audiences: wish.audiences.map(({ id }) => id),
    messages: wish.messages.map(({ id }) => id),
  };
}

/** The fields as a conflict names them. */
export const WISH_LABELS: Readonly<Record<string, string>> = {
  title: "Title",
  kind: "Kind",
  length: "Length",
  bestBy: "Best by",
  note: "Note",
  owner: "Owner",
  audiences: "Audiences",
  messages: "Messages",
};
