import type { FormValues } from "#app/http/form-values.ts";
import { type Cut, cutInWords } from "#app/text/cut.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { Select, TextInput } from "#app/ui/controls.tsx";
import { FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { TimesOfEvent, useToday } from "#app/ui/two-clocks.tsx";
import { type Hanging, mattersOf } from "../hand-on.ts";

type Person = { id: string; name: string };

/** Whom the list names in a seat that the person had, and which seat that is. */
export type Successor = Person & { seat: string };

export type HandOnPlace = {
  base: string;
  takers: Cut<Person & { title: string }>;
  mayWrite: boolean;
  /** What was typed in the form that was refused last; `from` says whose form it was. */
  refused: FormValues | null;
};

/** What hangs on a contact, each matter with a tick, and to whom the ticked things go; all of it is one change. */
export function HangingForm({
  contact,
  hanging,
  successors,
  place,
  scope,
  isTicked,
}: {
  contact: Person;
  hanging: Hanging;
  successors: readonly Successor[];
  /** Whether everything is ticked while nothing was typed yet. */
  isTicked: boolean;
  place: HandOnPlace;
  /** Tells the forms of one person apart, who may stand on the page twice. */
  scope: string;
}) {
  const mine = place.refused?.from?.[0] === contact.id ? place.refused : null;
  const [successor, another] = successors;
  const only = another === undefined ? successor : undefined;
  const ticked =
    mine === null ? (isTicked && only !== undefined ? mattersOf(hanging) : []) : (mine.matter ?? []);
  const list = <Matters contact={contact} hanging={hanging} ticked={ticked} place={place} scope={scope} />;
  if (!place.mayWrite || mattersOf(hanging).length === 0)
    return (
      <>
        {list}
        <CloseForms contact={contact} hanging={hanging} place={place} scope={scope} />
      </>
    );
  return (
    <>
      <FormFrame id={`hand-on-${scope}-${contact.id}`} className="">
        <input type="hidden" name="act" value="hand on" />
        <input type="hidden" name="from" value={contact.id} />
        {list}
        <div className="hand-over">
          <Select
            name="to"
            label="To"
            hint={hintOf(successors, place)}
            value={mine?.to?.[0] ?? only?.id ?? ""}
            options={optionsFor(contact, successors, place)}
          />
          <Submit>
            Hand over ticked items<span className="visually-hidden"> from {contact.name}</span>
          </Submit>
        </div>
      </FormFrame>
      <CloseForms contact={contact} hanging={hanging} place={place} scope={scope} />
    </>
  );
}

function hintOf(successors: readonly Successor[], { takers: { cutAt } }: HandOnPlace): string {
  const named =
    successors.length === 0
      ? "The list of Congress names no one in the same seat."
      : `The list of Congress names ${successors.map(({ name, seat }) => `${name} as ${seat}`).join("; ")}.`;
  const others = "Add anyone else on the page of the event or audience.";
  return `${named} ${cutInWords(cutAt, { which: "first contacts by name", others })}`.trim();
}

function optionsFor(contact: Person, successors: readonly Successor[], { takers }: HandOnPlace) {
  const isNamed = (id: string) => id === contact.id || successors.some((one) => one.id === id);
  const others = takers.rows.filter(({ id }) => !isNamed(id));
  return [
    ...(successors.length === 1 ? [] : [{ value: "", label: "Choose a person" }]),
    ...successors.map(({ id, name, seat }) => ({ value: id, label: `${name} (${seat})` })),
    { value: "nobody", label: "No one: remove from events and audiences" },
    ...others.map(({ id, name, title }) => ({ value: id, label: title === "" ? name : `${name}, ${title}` })),
  ];
}

function Matters({
  contact,
  hanging: { audiences, events, followUps, owner },
  ticked,
  place,
  scope,
}: {
  contact: Person;
  hanging: Hanging;
  ticked: readonly string[];
  place: HandOnPlace;
  scope: string;
}) {
  const today = useToday();
  const tick = (matter: string) => ({
    matter,
    id: `${scope}-${contact.id}-${matter.replaceAll(":", "-")}`,
    isTicked: ticked.includes(matter),
    may: place.mayWrite,
  });
  return (
    <ul className="matters">
      {events.map(({ id, title, time }) => (
        <Matter key={id} {...tick(`event:${id}`)} kind="Event">
          <a href={`${place.base}/events/${id}`}>{title}</a>, <TimesOfEvent of={time} />
        </Matter>
      ))}
      {audiences.map(({ id, name }) => (
        <Matter key={id} {...tick(`audience:${id}`)} kind="Audience">
          <a href={`${place.base}/audiences/${id}`}>{name}</a>
        </Matter>
      ))}
      {followUps.map(({ id, text, dueOn, owner: whose, isTheirs }) => (
        <Matter key={id} {...tick(`follow-up:${id}`)} may={place.mayWrite && isTheirs} kind="Follow-up">
          {text}, due {formatDay(dueOn, today)}, {whose?.name ?? "no owner"}
          {isTheirs ? "" : " (from a meeting with this person)"}{" "}
          {place.mayWrite ? (
            <a href={`${place.base}/follow-ups?change=${id}#${id}`}>Give to a colleague</a>
          ) : null}
        </Matter>
      ))}
      {owner === null ? null : (
        <Matter {...tick("owner")} kind="Relationship">
          {owner.name}
        </Matter>
      )}
    </ul>
  );
}

function Matter({
  matter,
  id,
  isTicked,
  may,
  kind,
  children,
}: {
  matter: string;
  id: string;
  isTicked: boolean;
  may: boolean;
  kind: string;
  children: React.ReactNode;
}) {
  return (
    <li>
      {may ? (
        <input
          type="checkbox"
          name="matter"
          value={matter}
          defaultChecked={isTicked}
          aria-labelledby={`${id}-kind ${id}`}
        />
      ) : (
        <span />
      )}
      <span className="note" id={`${id}-kind`}>
        {kind}
      </span>
      <span id={id}>{children}</span>
    </li>
  );
}

function CloseForms({
  contact,
  hanging: { followUps },
  place,
  scope,
}: {
  contact: Person;
  hanging: Hanging;
  place: HandOnPlace;
  scope: string;
}) {
  const today = useToday();
  if (!place.mayWrite || followUps.length === 0) return null;
  return (
    <details>
      <summary>Close a follow-up that can no longer be carried out</summary>
      {followUps.map(({ id, text, dueOn }) => (
        <FormFrame key={id} id={`close-${scope}-${contact.id}-${id}`} className="hand-over">
          <input type="hidden" name="act" value="close" />
          <input type="hidden" name="from" value={contact.id} />
          <input type="hidden" name="followUp" value={id} />
          <TextInput
            name="reason"
            label={`Reason for closing “${text}”, due ${formatDay(dueOn, today)}`}
            maxLength={200}
          />
          <Submit>Close</Submit>
        </FormFrame>
      ))}
    </details>
  );
}

/** What hangs on somebody in a few words: for lists in which nothing is handed on. */
export function hangingInWords({ events, followUps, owner }: Hanging, today: CalendarDate): string {
  const told = [
    ...events.map(({ title, day }) => `${title}, ${formatDay(day, today)}`),
    ...followUps.map(({ text, dueOn }) => `Follow-up due ${formatDay(dueOn, today)}: ${text}`),
    ...(owner === null ? [] : [`Relationship: ${owner.name}`]),
  ];
  return told.join("; ");
}
