import type { EventKind } from "../kind.ts";

/** Kinds for which nobody leaves the desk. */
const AT_THE_DESK: readonly EventKind[] = ["phone call", "letter or e-mail", "social post", "op-ed"];

/** Kinds that take nobody's time in Washington. */
const VISITS_NOBODY: readonly EventKind[] = ["internal", "social post", "op-ed"];

const ONLINE =
  /^(?:online|video(?: ?call| ?conference)?|(?:by )?(?:phone|telephone)|call|zoom|(?:ms |microsoft )?teams|webex|google meet|skype|tbc|tbd|to be (?:confirmed|decided))$/;

/**
 * The place to which one has to go for an event, in a form that can be compared (letter case and punctuation do not
 * count); null where nobody travels: a phone call, something written, something that meets online only, and where no
 * place is named. Where both a place and a link are given, somebody is in the room: the place counts.
 */
export function whereOf({ kind, place }: { kind: EventKind; place: string }): string | null {
  if (AT_THE_DESK.includes(kind)) return null;
  const plain = place
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return plain === "" || ONLINE.test(plain) ? null : plain;
}

/** Whether an event of this kind takes somebody's time in Washington: what is published or internal does not. */
export function visitsOffices(kind: EventKind): boolean {
  return !VISITS_NOBODY.includes(kind);
}
