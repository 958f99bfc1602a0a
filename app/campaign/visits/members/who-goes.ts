import { overlap } from "#app/campaign/outreach-events/warnings/clash.ts";
import { inWords } from "#app/text/in-words.ts";
import { timeIn, WASHINGTON } from "#app/time/wall-time.ts";

/** What a member of the delegation does at an item. Whoever leads it speaks there too. */
export const PARTS = ["goes", "leads", "speaks", "notes"] as const;

export type Part = (typeof PARTS)[number];

/** A part as it stands in a list to choose from. */
export function partLabel(part: Part | null): string {
  switch (part) {
    case null:
      return "does not go";
    case "notes":
      return "takes notes";
    default:
      return part;
  }
}

export type Member = { id: string; name: string };
export type Meeting = { id: string; title: string; startsAt: Date; endsAt: Date; isAllDay: boolean };
export type Assigned = { memberId: string; itemId: string; part: Part };

/** What the rules say about who goes where: each fault is one sentence, and so is what is in order. */
export type WhoGoesCheck = { faults: readonly string[]; inOrder: string | null };

/**
 * Every meeting has somebody who speaks (or leads) and somebody who takes notes, and nobody is in two at once. Meetings
 * that touch (one ends when the other begins) are not at once. `meetings` are those that take place.
 * Source: the mock-up `visit-programme`.
 */
export function checkWhoGoes(
  members: readonly Member[],
  meetings: readonly Meeting[],
  assigned: readonly Assigned[],
): WhoGoesCheck {
  if (meetings.length === 0) return { faults: [], inOrder: null };
  const faults = [
    ...meetings.flatMap((meeting) => missingParts(meeting, assigned)),
    ...twiceAtOnce(members, meetings, assigned),
  ];
  return { faults, inOrder: faults.length === 0 ? inOrderSentence(meetings) : null };
}

function missingParts({ id, title }: Meeting, assigned: readonly Assigned[]): string[] {
  const parts = assigned.filter(({ itemId }) => itemId === id).map(({ part }) => part);
  const lacks = [
    ...(parts.some((part) => part === "speaks" || part === "leads") ? [] : ["speaker"]),
    ...(parts.includes("notes") ? [] : ["note-taker"]),
  ];
  return lacks.length === 0 ? [] : [`${title} has no ${lacks.join(" and no ")}.`];
}

function twiceAtOnce(
  members: readonly Member[],
  meetings: readonly Meeting[],
  assigned: readonly Assigned[],
): string[] {
  return pairsAtOnce(meetings).flatMap(([one, other]) => {
    const names = members
      .filter(({ id }) => goesTo(assigned, id, one) && goesTo(assigned, id, other))
      .map(({ name }) => name);
    return names.map((name) => `${name} is in two meetings at once: ${one.title} and ${other.title}.`);
  });
}

function goesTo(assigned: readonly Assigned[], memberId: string, meeting: Meeting): boolean {
  return assigned.some((one) => one.memberId === memberId && one.itemId === meeting.id);
}

/** The meetings that overlap, each pair once, in their order. */
export function pairsAtOnce<One extends { startsAt: Date; endsAt: Date }>(
  meetings: readonly One[],
): [One, One][] {
  return meetings.flatMap((one, index) =>
    meetings.slice(index + 1).flatMap((other): [One, One][] => (overlap(one, other) ? [[one, other]] : [])),
  );
}

function inOrderSentence(meetings: readonly Meeting[]): string {
  const pairs = pairsAtOnce(meetings);
  const [first] = pairs;
  const all = "Every meeting has a speaker and a note-taker.";
  if (first === undefined) return all;
  const [one, other] = first;
  const later = one.startsAt > other.startsAt ? one : other;
  const at = pairs.length === 1 && !later.isAllDay ? ` at ${timeIn(later.startsAt, WASHINGTON)}` : "";
  const two = pairs.length === 1 ? "Two meetings overlap" : "Some meetings overlap";
  return `${all} ${two}${at}, but no one is in two at once.`;
}

/**
 * Who goes to an item, in words: names, or "Whole delegation" where everybody of two or more does, with who leads.
 */
export function whoGoesInWords(
  members: readonly Member[],
  parts: readonly { memberId: string; part: Part }[],
): string {
  const going = members.filter(({ id }) => parts.some(({ memberId }) => memberId === id));
  if (going.length === 0) return "No one yet";
  const isEverybody = going.length === members.length && members.length > 1;
  const who = isEverybody ? "Whole delegation" : going.map(({ name }) => name).join(", ");
  const leads = members.filter(({ id }) => parts.some((one) => one.memberId === id && one.part === "leads"));
  return leads.length === 0
    ? who
    : `${who}. ${inWords(leads.map(({ name }) => name))} ${leads.length === 1 ? "leads" : "lead"}`;
}

/** A member with the title: "Minister of Defence" where the title goes on the name, else "Petr Dvořák, defence counsellor". */
export function memberInWords({ name, title }: { name: string; title: string }): string {
  if (title === "") return name;
  return /^(of|for) /.test(title) ? `${name} ${title}` : `${name}, ${title}`;
}

const LONGEST = 200;
const MOST = 50;
const MOST_OF_A_LINK = 1_900;

export type ReadHolders = { ok: true; holders: readonly string[] } | { ok: false; words: string };

/** Who was given a copy, one a line, each once. Refuses none, more than 50 at once, and lines over 200 characters. */
export function readHolders(typed: string): ReadHolders {
  const lines = typed
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  const holders = lines.filter(
    (line, index) => lines.findIndex((other) => other.toLowerCase() === line.toLowerCase()) === index,
  );
  if (holders.length === 0) return { ok: false, words: "Enter who has it, one per line" };
  if (holders.length > MOST) return { ok: false, words: `Enter at most ${MOST} at a time` };
  if (holders.some((line) => line.length > LONGEST))
    return { ok: false, words: `Use at most ${LONGEST} characters per line` };
  return { ok: true, holders };
}

/** The e-mail address in a holder's line ("Office <scheduler@state.example>"), or null. */
export function addressIn(holder: string): string | null {
  return /[^\s<>@,;:"()?&]+@[^\s<>@,;:"()?&]+\.[^\s<>@,;:"()?&]+/.exec(holder)?.[0] ?? null;
}

/**
 * A link that opens a mail with the text in it [RFC 6068]; `to` may be empty. Null where the text is too long for the
 * links that mail programs open (1,900 characters encoded): it is copied instead, never cut.
 */
export function mailtoLink(to: string, subject: string, text: string): string | null {
  const body = text.replaceAll(/\r?\n/g, "\r\n");
  const link = `mailto:${encodeURIComponent(to).replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return link.length > MOST_OF_A_LINK ? null : link;
}
