import { namedOption, type Option, withPresent } from "#app/http/form-values.ts";
import type { ChoicesOf } from "#app/http/record.ts";

type Named = { id: string; name: string };
type NumberedMessage = { id: string; number: number; title: string };

/** A message in a list to choose from: its number, then its title. */
export function messageOption({ id, number, title }: NumberedMessage): Option {
  return { value: id, label: `${number} ${title}` };
}

type Offered = {
  audiences: readonly Named[];
  messages: readonly NumberedMessage[];
  colleagues: readonly Named[];
  objectives: readonly Named[];
};

/** What an event or a wish has already. */
type Present = Pick<Offered, "audiences" | "messages"> & {
  officers?: readonly Named[];
  owner: Named | null;
  objective?: Named | null;
};

const NOTHING: Present = { audiences: [], messages: [], owner: null };

/**
 * The lists of the campaign from which an event chooses, by field. What it has already stays among them, retired,
 * ended or closed as that may be since: a form would drop what it does not offer.
 */
export function eventChoices(offered: Offered, present: Present = NOTHING): ChoicesOf {
  const { officers = [], objective = null, owner } = present;
  const colleagues = offered.colleagues.map(namedOption);
  return {
    audiences: withPresent(offered.audiences.map(namedOption), present.audiences.map(namedOption)),
    messages: withPresent(offered.messages.map(messageOption), present.messages.map(messageOption)),
    owner: withPresent(colleagues, ownOption(owner)),
    officers: withPresent(colleagues, officers.map(namedOption)),
    objective: withPresent(offered.objectives.map(namedOption), ownOption(objective)),
  };
}

/** The colleagues from whom the owner of a record is chosen, and the owner that it has. */
export function ownerOptions(colleagues: readonly Named[], owner: Named | null): Option[] {
  return withPresent(colleagues.map(namedOption), ownOption(owner));
}

const ownOption = (one: Named | null) => (one === null ? [] : [namedOption(one)]);
