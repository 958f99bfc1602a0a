import type { NewRow } from "#db/change.server.ts";
import type { RandomCalendar } from "./random-calendar.ts";

type Event = NewRow<"outreach_event">;
type Office = { name: string; is: (other: Office) => boolean; key: string };

export function officersOf(all: RandomCalendar, event: Event): string[] {
  const linked = all.outreach_event_officer.filter((link) => link.outreach_event_id === event.id);
  const owner = event.owner_account_id ?? null;
  return [...new Set([...linked.map(({ account_id }) => account_id), ...(owner === null ? [] : [owner])])];
}

export function expected(all: RandomCalendar, event: Event): string[] {
  return all.outreach_event_participant
    .filter((link) => link.outreach_event_id === event.id && link.attendance !== "no-show")
    .filter(({ reply }) => reply !== "declined" && reply !== "delegated")
    .map(({ contact_id }) => contact_id);
}

export function audiencesOf(all: RandomCalendar, event: Event): string[] {
  return all.outreach_event_audience
    .filter((link) => link.outreach_event_id === event.id)
    .map((link) => link.audience_id);
}

export function nameOf(all: RandomCalendar, contact: string): string {
  return all.contact.find(({ id }) => id === contact)?.name ?? "";
}

export function officesInCommon(all: RandomCalendar, event: Event, other: Event): string[] {
  const there = officesOf(all, other);
  const names = new Set<string>();
  for (const id of expected(all, event)) {
    const own = officesOfContact(all, id);
    const isThere = expected(all, other).includes(id);
    if (own.length === 0 && isThere) names.add(nameOf(all, id));
    for (const office of own) if (isThere || there.some((one) => one.is(office))) names.add(office.name);
  }
  for (const id of audiencesOf(all, event)) {
    const own = officesOfAudience(all, id);
    const isThere = audiencesOf(all, other).includes(id);
    if (own.length === 0 && isThere) names.add(all.audience.find((one) => one.id === id)?.name ?? "");
    for (const office of own) if (isThere || there.some((one) => one.is(office))) names.add(office.name);
  }
  return [...names];
}

/** The offices at an event; that of an audience stays out where all of it who were expected stayed away. */
function officesOf(all: RandomCalendar, event: Event): Office[] {
  const come = expected(all, event).flatMap((id) => officesOfContact(all, id));
  const away = all.outreach_event_participant
    .filter((link) => link.outreach_event_id === event.id && link.attendance === "no-show")
    .flatMap(({ contact_id }) => officesOfContact(all, contact_id));
  const addressed = audiencesOf(all, event)
    .flatMap((id) => officesOfAudience(all, id))
    .filter((office) => !away.some((one) => one.is(office)) || come.some((one) => one.is(office)));
  return [...come, ...addressed];
}

function office(key: string, name: string, side: string | null): Office {
  const full = side === null ? name : `${name}, ${side}`;
  return {
    key: `${key} ${side ?? "either"}`,
    name: full,
    is: (other) => {
      const [mine, theirs] = [`${key} ${side ?? "either"}`, other.key];
      if (mine === theirs) return true;
      const [a, b] = [mine, theirs].map((one) => one.split(" ").slice(0, -1).join(" "));
      return a === b && (mine.endsWith(" either") || theirs.endsWith(" either"));
    },
  };
}

function officesOfContact(all: RandomCalendar, id: string): Office[] {
  const contact = all.contact.find((one) => one.id === id);
  const at = all.organisation.find((one) => one.id === contact?.organisation_id);
  const belongsTo = all.audience_contact
    .filter((link) => link.contact_id === id)
    .map(({ audience_id }) => audience_id);
  const audiences = all.audience.filter((one) => belongsTo.includes(one.id));
  const members = audiences
    .filter(({ kind }) => kind === "member office")
    .map((one) => office(one.id, one.name, null));
  if (contact === undefined || at === undefined) return members;
  if (at.kind === "chamber") {
    const room = (contact.office ?? "").trim().toLowerCase();
    return room === ""
      ? members
      : [office(`${at.id} ${room}`, `The office of ${contact.name}`, null), ...members];
  }
  const sides = audiences
    .filter((one) => one.organisation_id === at.id)
    .flatMap(({ side }) => (side ? [side] : []));
  const known = at.kind === "committee" && sides.length > 0 ? [...new Set(sides)] : [null];
  return [...known.map((side) => office(at.id, at.name, side)), ...members];
}

function officesOfAudience(all: RandomCalendar, id: string): Office[] {
  const audience = all.audience.find((one) => one.id === id);
  const of = all.organisation.find((one) => one.id === audience?.organisation_id);
  if (audience?.kind === "member office") return [office(audience.id, audience.name, null)];
  return audience === undefined || of === undefined ? [] : [office(of.id, of.name, audience.side ?? null)];
}
