import type { CalendarDate, Timed } from "#app/time/wall-time.ts";
/** One matter that is handed on; `to` is the contact who takes it over, null for nobody. */
export type HandOn =
  | { what: "event"; eventId: string; from: string; to: string | null }
  | { what: "audience"; audienceId: string; from: string; to: string | null }
  | { what: "follow-up"; followUpId: string; from: string; to: string }
  | { what: "owner"; from: string; to: string };

/** What hangs on one contact: everything that can be handed on with it. */
export type Hanging = {
  audiences: { id: string; name: string }[];
  events: { id: string; title: string; time: Timed; day: CalendarDate }[];
  followUps: HangingFollowUp[];
  /** The relationship owner on our side. */
  owner: { id: string; name: string } | null;
};

/** An open promise; `isTheirs` where it names the contact itself, and not only a meeting in which the contact took part. */
export type HangingFollowUp = {
  id: string;
  text: string;
  dueOn: CalendarDate;
  promisedBy: "us" | "them";
  owner: { id: string; name: string } | null;
  isTheirs: boolean;
};

export type HandOnRefusal = keyof typeof REFUSALS;

/** A matter as a form names it: "event:ID", "audience:ID", "follow-up:ID" or "owner". */
export function mattersOf({ audiences, events, followUps, owner }: Hanging): string[] {
  return [
    ...events.map(({ id }) => `event:${id}`),
    ...audiences.map(({ id }) => `audience:${id}`),
    ...followUps.filter(({ isTheirs }) => isTheirs).map(({ id }) => `follow-up:${id}`),
    ...(owner === null ? [] : ["owner"]),
  ];
}

/**
 * The named things as what is handed on from one contact to another, or with null to nobody: then events and audiences
 * are left, but a promise and a relationship need somebody ("nobody-cannot-take-it"). Refuses none at all.
 */
export function handOnsOf(
  matters: readonly string[],
  from: string,
  to: string | null,
): { ok: true; acts: HandOn[] } | { ok: false; reason: HandOnRefusal } {
  const acts: HandOn[] = [];
  for (const matter of new Set(matters)) {
    const [what, ...rest] = matter.split(":");
    const id = rest.join(":");
    if (what === "event") acts.push({ what, eventId: id, from, to });
    else if (what === "audience") acts.push({ what, audienceId: id, from, to });
    else if (to === null) return { ok: false, reason: "nobody-cannot-take-it" };
    else if (what === "follow-up") acts.push({ what, followUpId: id, from, to });
    else acts.push({ what: "owner", from, to });
  }
  return acts.length === 0 ? { ok: false, reason: "nothing-to-hand-on" } : { ok: true, acts };
}

/** How many things hang on a contact; the owner alone counts for none. */
export function countHanging({ audiences, events, followUps }: Hanging): number {
  return audiences.length + events.length + followUps.length;
}

const REFUSALS = {
  "no-longer-there": "Someone else has handed this over or changed it. Check the list again",
  "not-a-contact": "Choose someone from the list to take over",
  "same-person": "Choose someone else: these items are already with this person",
  "nothing-to-hand-on": "Tick what to hand over",
  "nobody-cannot-take-it":
    "Follow-ups and relationships cannot be left with no one: choose a person, or leave them unticked",
};

/** What to tell who hands on; one wording for each refusal. */
export function explainHandOnRefusal(reason: HandOnRefusal): string {
  return REFUSALS[reason];
}
