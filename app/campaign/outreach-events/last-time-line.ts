import { emphasisRun, type Line, plainRun, printable, strongRun } from "#app/documents/document.ts";
import { receptionWord, SCORES } from "#app/method/reception-scale.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Asked, LastTold, Owed } from "./brief.ts";

export type LastTime = {
  told: readonly LastTold[];
  asked: readonly Asked[];
  owed: readonly Owed[];
  today: CalendarDate;
};

/** So many of what they raised and of what we owe stand in the line; the brief has all. */
const MOST = 2;

/**
 * What became of the last meeting with these people, for the head of a paper: which messages they heard and how they took
 * them, what they raised, what we still owe; null where nothing is on record. Only words that were logged as said stand in
 * quotation marks. Source: DOMAIN.md, rule 13.
 */
export function lastTimeLine({ told, asked, owed, today }: LastTime): Line | null {
  if (told.length + asked.length + owed.length === 0) return null;
  return [...heard(told, today), ...raised(asked), ...weOwe(owed, today)];
}

function heard(told: readonly LastTold[], today: CalendarDate): Line {
  const day = told
    .map((one) => one.day)
    .sort()
    .at(-1);
  if (day === undefined) return [strongRun("Last time: ")];
  const then = told.filter((one) => one.day === day);
  const by = [...new Set(then.map((one) => one.by))].join(", ");
  const messages = then.flatMap(
    (one, at): Line => [
      plainRun(at === 0 ? "" : at === then.length - 1 ? " and " : ", "),
      emphasisRun(one.title || `message ${one.messageNumber}`),
      plainRun(tookIt(one)),
    ],
  );
  return [
    strongRun("Last time"),
    plainRun(` (${formatDay(day, today)}, ${by}): heard `),
    ...messages,
    plainRun(". "),
  ].filter((run) => run.kind === "note" || run.text !== "");
}

/** " (receptive)", " (doubtful, receptive)". */
function tookIt({ receptions }: LastTold): string {
  const words = SCORES.filter((score) => receptions.some((one) => one.score === score)).map(receptionWord);
  return words.length === 0 ? "" : ` (${words.join(", ").toLowerCase()})`;
}

function raised(asked: readonly Asked[]): Line {
  const words = ({ objection, said }: Asked) => `${objection?.name}: ${said}`;
  const each = asked.filter((one, at) => asked.findIndex((other) => words(other) === words(one)) === at);
  const shown = each.slice(0, MOST);
  const inTheirWords = shown.filter(({ said }) => said !== "");
  const byName = shown.flatMap(({ objection, said }) =>
    said === "" && objection !== null ? [objection.name] : [],
  );
  return [...inTheirWords.flatMap(saidInWords), ...raisedByName(byName.map(printable))];
}

function saidInWords({ objection, said }: Asked): Line {
  const words = `\u201C${printable(said)}\u201D`;
  if (objection === null) return [plainRun(`Asked: ${words} `)];
  return [plainRun("Raised: "), emphasisRun(printable(objection.name)), plainRun(`: ${words} `)];
}

function raisedByName(names: readonly string[]): Line {
  const runs = names.flatMap(
    (name, at): Line => [plainRun(at === 0 ? "Raised: " : " and "), emphasisRun(name)],
  );
  return names.length === 0 ? [] : [...runs, plainRun(/[?!.]$/.test(names.at(-1) ?? "") ? " " : ". ")];
}

function weOwe(owed: readonly Owed[], today: CalendarDate): Line {
  if (owed.length === 0) return [];
  const each = owed.slice(0, MOST).map(({ what, dueOn }) => {
    const late = dueOn < today ? ", overdue" : "";
    return `${printable(what).replace(/[.\s]+$/, "")} (due ${formatDay(dueOn, today)}${late})`;
  });
  const rest = owed.length - each.length;
  return [strongRun("We owe: "), plainRun(`${each.join("; ")}${rest > 0 ? ` and ${rest} more` : ""}.`)];
}
