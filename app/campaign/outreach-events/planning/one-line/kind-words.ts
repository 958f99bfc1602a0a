import { foldText } from "#app/campaign/contacts/names.ts";
import { GROUND_RULES } from "../../ground-rule.ts";
import { EVENT_KINDS, type EventKind } from "../../kind.ts";
import type { Said } from "./said.ts";
import { longestRun, type Reader } from "./words.ts";

const OTHER_WORDS: readonly [string, EventKind][] = [
  ["courtesy call", "office call"],
  ["staff briefing", "briefing"],
  ["round table", "roundtable"],
  ["panel discussion", "panel"],
  ["interview", "media interview"],
  ["oped", "op-ed"],
  ["op ed", "op-ed"],
  ["demarche", "démarche under instruction"],
  ["telephone call", "phone call"],
  ["telephone", "phone call"],
  ["phone", "phone call"],
  ["letter", "letter or e-mail"],
  ["e-mail", "letter or e-mail"],
  ["email", "letter or e-mail"],
  ["tweet", "social post"],
  ["internal meeting", "internal"],
];

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ...EVENT_KINDS.map((kind) => [foldText(kind), kind] as const),
  ...OTHER_WORDS,
]);

/** The kind of event by the word for it; "call" may be at an office or by phone, and is asked about. */
export const kindReader: Reader = (words, at) => longestRun(words, at, 3, (phrase) => readKind(phrase));

function readKind(phrase: string): Said | null {
  const kind = KINDS.get(phrase.replace(/[.:]$/, ""));
  if (kind !== undefined) return { about: "kind", kind };
  return phrase === "call" ? { about: "call" } : null;
}

/** The ground rule in the words for it: "on background", "off the record". */
export const groundRuleReader: Reader = (words, at) =>
  longestRun(words, at, 3, (phrase) => {
    const rule = GROUND_RULES.find((one) => [one, `on ${one}`].includes(phrase) && phrase.includes(" "));
    return rule === undefined ? null : { about: "ground rule", rule };
  });

/** Whether it is sure: "tentative", "confirmed". */
export const scheduleReader: Reader = (words, at) =>
  longestRun(words, at, 1, (phrase) => {
    if (phrase === "tentative" || phrase === "tbc") return { about: "schedule", schedule: "tentative" };
    return phrase === "confirmed" ? { about: "schedule", schedule: "confirmed" } : null;
  });
