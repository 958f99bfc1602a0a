import type { Handling } from "#app/text/handling.ts";
import { counted, inWords } from "#app/text/in-words.ts";
import { type ClearedText, textHash } from "#app/text/text-hash.ts";
import type { WallTime, Zone } from "#app/time/wall-time.ts";
import type { Part } from "../members/who-goes.ts";

/** What a printed programme says, in its order: what makes one version another. */
export type ProgrammeText = {
  title: string;
  handling: Handling;
  members: readonly { id: string; name: string; title: string }[];
  items: readonly {
    id: string;
    title: string;
    wallStart: WallTime;
    wallEnd: WallTime;
    zone: Zone;
    place: string;
    host: string;
    schedule: string;
    groundRule: string;
    messages: readonly number[];
    note: string;
    planB: string;
    planBNote: string;
    decideBy: WallTime | null;
  }[];
  parts: readonly { memberId: string; itemId: string; part: Part }[];
};

/** The SHA-256 of what a programme says. Whose papers are cleared and what is at risk are no part of it. */
export function programmeHash({ title, handling, members, items, parts }: ProgrammeText): string {
  const text: ClearedText = [
    title,
    handling,
    members.map((member) => [member.name, member.title]),
    items.map((item) => [
      item.title,
      item.wallStart,
      item.wallEnd,
      item.zone,
      item.place,
      item.host,
      item.schedule,
      item.groundRule,
      [...item.messages],
      item.note,
      item.planB,
      item.planBNote,
      item.decideBy,
      members.map(({ id }) => partAt(parts, id, item.id)),
    ]),
  ];
  return textHash(text);
}

function partAt(parts: ProgrammeText["parts"], memberId: string, itemId: string): Part | null {
  return parts.find((one) => one.memberId === memberId && one.itemId === itemId)?.part ?? null;
}

/** A copy of a programme that somebody holds: on paper, or in a mail. */
export type ProgrammeCopy = { id: string; number: number; hash: string; holder: string; givenAt: Date };

/**
 * The number of the programme as it stands: that of the copies which say exactly this, else one more than the highest
 * that was given out. It counts from 1, and only what left the house counts.
 */
export function programmeNumber(copies: readonly ProgrammeCopy[], hash: string): number {
  const same = copies.find((copy) => copy.hash === hash);
  return same?.number ?? 1 + Math.max(0, ...copies.map(({ number }) => number));
}

/** One holder with the newest copy that he or she has. */
export type Holder = ProgrammeCopy & { isCurrent: boolean };

/** Who holds the programme, each once (however the name was capitalised), in order of name. */
export function holdersOf(copies: readonly ProgrammeCopy[], hash: string): Holder[] {
  const inOrder = copies.toSorted((one, other) => one.givenAt.getTime() - other.givenAt.getTime());
  const newest = new Map(inOrder.map((copy) => [copy.holder.trim().toLowerCase(), copy]));
  return [...newest.values()]
    .map((copy) => ({ ...copy, isCurrent: copy.hash === hash }))
    .sort((one, other) => one.holder.localeCompare(other.holder, "en"));
}

/** "7 recipients, of whom 2 have version 3 and 1 has version 2"; "no one yet" before the first copy is given out. */
export function holdersInWords(holders: readonly Holder[]): string {
  if (holders.length === 0) return "no one yet";
  const recipients = counted(holders.length, "recipient");
  const behind = Map.groupBy(
    holders.filter(({ isCurrent }) => !isCurrent),
    ({ number }) => number,
  );
  if (behind.size === 0) return `${recipients}, ${holders.length === 1 ? "" : "all "}with this version`;
  if (holders.length === 1) return `${recipients}, with version ${[...behind.keys()].join("")}`;
  const parts = [...behind]
    .sort(([one], [other]) => other - one)
    .map(([number, who]) => `${who.length} ${who.length === 1 ? "has" : "have"} version ${number}`);
  return `${recipients}, of whom ${inWords(parts)}`;
}
