import type { FormValues } from "#app/http/form-values.ts";
import type { EventChoices } from "../choices.server.ts";
import type { EventRecord } from "../outreach-event-record.server.ts";
import { valuesOfEvent } from "./event-form-values.ts";

/** The fields of the form, in their order, as a conflict names them. */
export const EVENT_LABELS: Readonly<Record<string, string>> = {
  title: "Title",
  kind: "Kind",
  date: "Date",
  start: "Begins",
  end: "Ends",
  lastDate: "Last day",
  allDay: "Whole days",
  zone: "On the clock of",
  schedule: "Schedule",
  place: "Where",
  placeConfirmed: "Room confirmed",
  link: "Link",
  groundRule: "Ground rule",
  handling: "Handling",
  ask: "What we ask for",
  goingAheadReason: "Why it goes ahead",
  objective: "Objective",
  owner: "Owner",
  audiences: "Audiences",
  messages: "Messages",
  officers: "From us",
};

/** What stands in the record now, by the fields of the form, with names instead of ids. */
export function theirsInWords(event: EventRecord): Record<string, string> {
  const linked = [...event.audiences, ...event.officers];
  const alone = [event.objective, event.owner].flatMap((one) => (one === null ? [] : [one]));
  const words = inWords(valuesOfEvent(event), namesIn([...linked, ...alone], event.messages));
  return Object.fromEntries(Object.entries(words).map(([name, values]) => [name, values.join(", ")]));
}

/** What was typed, with names instead of ids. */
export function mineInWords(mine: FormValues, choices: EventChoices): FormValues {
  const named = [...choices.audiences, ...choices.colleagues, ...choices.objectives];
  return inWords(mine, namesIn(named, choices.messages));
}

function inWords(values: FormValues, names: ReadonlyMap<string, string>): FormValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, list]) => [name, list.map((one) => names.get(one) ?? one).toSorted()]),
  );
}

function namesIn(
  named: readonly { id: string; name: string }[],
  messages: readonly { id: string; number: number; title: string }[],
): ReadonlyMap<string, string> {
  return new Map([
    ...named.map(({ id, name }) => [id, name] as const),
    ...messages.map(({ id, number, title }) => [id, `${number} ${title}`] as const),
  ]);
}
