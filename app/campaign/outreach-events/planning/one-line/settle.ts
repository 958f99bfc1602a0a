import { formatDuration } from "#app/time/format.ts";
import type { EventKind } from "../../kind.ts";
import type { Saying } from "./doubts.ts";
import type { Said } from "./said.ts";

/** Settles what one piece leaves open and another says: "8h" beside a time is a length, "call" beside "phone" a phone call. */
export function settle(pieces: readonly Saying[]): Saying[] {
  const all = pieces.map(({ says }) => says);
  return pieces.map((piece) => ({ ...piece, says: settled(piece, all) }));
}

function settled({ says, text }: Saying, all: readonly Said[]): Said {
  if (says.about === "hours") return settledHours(says, text, all);
  return says.about === "call" ? settledCall(all) : says;
}

function settledHours(
  { time, minutes }: Extract<Said, { about: "hours" }>,
  text: string,
  all: readonly Said[],
): Said {
  const has = (about: Said["about"]) => all.some((says) => says.about === about);
  if (has("time") && !has("length")) return { about: "length", minutes };
  if (has("length") && !has("time")) return { about: "time", start: time, end: null, zone: null };
  const choices = [
    { label: `at ${time}`, text: time },
    { label: `${formatDuration(minutes)} long`, text: `${minutes} min` },
  ];
  return { about: "doubt", question: `Is ${text} a time or a length?`, choices, isOfTitle: false };
}

const CALLS: readonly EventKind[] = ["office call", "phone call"];

function settledCall(all: readonly Said[]): Said {
  const kind = all
    .flatMap((says) => (says.about === "kind" ? [says.kind] : []))
    .find((one) => CALLS.includes(one));
  if (kind !== undefined) return { about: "kind", kind };
  const choices = CALLS.map((text) => ({ label: text, text }));
  return { about: "doubt", question: "Is the call at an office or by phone?", choices, isOfTitle: true };
}
