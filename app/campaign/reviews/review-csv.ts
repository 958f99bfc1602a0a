import { gapInWords } from "#app/campaign/gaps/gap-in-words.ts";
import { type ExportedCell, exportedCsv } from "#app/documents/export-csv.ts";
import { NOT_CLASSIFIED } from "#app/text/handling.ts";
import { type FigureRow, NONE } from "./figure-row.ts";
import type { ReviewContent } from "./review-content.ts";
import { activityRows } from "./review-csv-activity.ts";
import { receptionRows } from "./review-csv-reception.ts";

const HEADERS = ["part", "what", "message", "audience", "on", "value", "from", "to", "n", "in words"];

/** Every figure of a review, unrounded, one a line, with its range, its number and its words where it has them; first its standing. */
export function reviewCsv(content: ReviewContent, standing: readonly string[]): Generator<string> {
  const rows = [
    ...standing.map((words) => ({ ...NONE, part: "review", what: "standing", words })),
    ...headRows(content),
    ...objectiveRows(content),
    ...receptionRows(content),
    ...gapRows(content),
    ...outreachRows(content),
    ...coverageRows(content),
    ...activityRows(content),
    ...missRows(content),
    ...parameterRows(content),
  ];
  return exportedCsv({ kind: "review", headers: HEADERS, rows: rows.map(cellsOf) });
}

function cellsOf(row: FigureRow): ExportedCell[] {
  const { part, what, message, audience, on, value, from, to, n, words } = row;
  return [part, what, message, audience, on, value, from, to, n, words];
}

function headRows(content: ReviewContent): FigureRow[] {
  const { campaign, day, savedAt, savedBy, sentence, remark, counts, texts } = content;
  const part = "review";
  return [
    { ...NONE, part, what: "handling", value: campaign.handling, words: NOT_CLASSIFIED },
    { ...NONE, part, what: "saved", on: day, value: savedAt, words: savedBy },
    { ...NONE, part, what: "campaign sentence", words: `${sentence.lead} ${sentence.rest}`.trim() },
    ...(remark === "" ? [] : [{ ...NONE, part, what: "what we make of it", words: remark }]),
    { ...NONE, part, what: "meetings logged", value: counts.meetingsLogged },
    { ...NONE, part, what: "ratings", value: counts.ratings },
    { ...NONE, part, what: "raters", value: counts.raters },
    ...texts.map(({ number, title, statement }) => ({
      ...NONE,
      part,
      what: "wording",
      message: number,
      value: title,
      words: statement,
    })),
  ];
}

function objectiveRows({ objectives }: ReviewContent): FigureRow[] {
  return objectives.flatMap(({ sentence, reading, baseline, target, expected, dueOn, word, reason }) => [
    {
      ...NONE,
      part: "objective",
      what: sentence,
      on: reading?.readOn ?? null,
      value: reading?.value ?? null,
      from: reading?.range?.lower ?? null,
      to: reading?.range?.upper ?? null,
      n: reading?.n ?? null,
      words: `${word}. ${reason}`,
    },
    { ...NONE, part: "objective: baseline", what: sentence, value: baseline },
    { ...NONE, part: "objective: expected", what: sentence, value: expected },
    { ...NONE, part: "objective: target", what: sentence, on: dueOn, value: target },
  ]);
}

function gapRows({ gaps, day }: ReviewContent): FigureRow[] {
  return gaps.map((gap) => {
    const { lead, evidence } = gapInWords(gap, day);
    return { ...NONE, part: "gap", what: gap.kind, words: `${lead} ${evidence}` };
  });
}

function outreachRows({ next }: ReviewContent): FigureRow[] {
  const nameOf = (id: string) => next.people.find((person) => person.id === id)?.name ?? "a contact";
  const options = [
    ...next.first.map((option) => ({ option, part: "next outreach" })),
    ...next.against.map((option) => ({ option, part: "advice against" })),
  ];
  return options.flatMap(({ part, option }) => {
    const of = { ...NONE, part, message: option.message.number, audience: option.audience.name };
    const whom = nameOf(option.contactId);
    return [
      { ...of, what: "value", value: option.total, words: whom },
      { ...of, what: "value now", value: option.valueNow, words: whom },
      { ...of, what: "value of what is learnt", value: option.valueLearn, words: whom },
      { ...of, what: "weight", value: option.weight, words: whom },
      { ...of, what: "chance of a good meeting", value: option.pGood, words: whom },
      { ...of, what: "chance of a bad meeting", value: option.pBad, words: whom },
    ];
  });
}

function coverageRows({ coverage, reception }: ReviewContent): FigureRow[] {
  const part = "coverage";
  return [
    ...coverage.audiences.flatMap(({ name, meetings, lastMetOn, cells }) => [
      { ...NONE, part, what: "meetings", audience: name, on: lastMetOn, value: meetings },
      ...cells.map((cell, at) => ({
        ...NONE,
        part,
        what: "meetings in which it was heard",
        message: coverage.messages[at]?.number ?? 0,
        audience: name,
        on: cell.lastHeardOn,
        value: cell.meetings,
      })),
    ]),
    ...reception.objections.flatMap(({ code, name, heard, answered, notPressed }) => [
      { ...NONE, part: "objection", what: "heard", value: heard, words: `${code} ${name}` },
      { ...NONE, part: "objection", what: "answered", value: answered, words: `${code} ${name}` },
      {
        ...NONE,
        part: "objection",
        what: "audiences that have not pressed it again",
        value: notPressed,
        words: `${code} ${name}`,
      },
    ]),
  ];
}

function missRows({ misses }: ReviewContent): FigureRow[] {
  return misses.flatMap(({ kind, count, oldest }) => [
    { ...NONE, part: "miss", what: kind, value: count },
    ...oldest.map(({ text, day }) => ({
      ...NONE,
      part: "miss",
      what: `${kind}: one of the oldest`,
      on: day,
      words: text,
    })),
  ]);
}

function parameterRows({ reception }: ReviewContent): FigureRow[] {
  const { parameters, basis } = reception.inUse;
  return Object.entries(parameters).map(([what, value]) => ({
    ...NONE,
    part: "parameter",
    what,
    on: basis.kind === "estimated" ? basis.asOf : null,
    value,
    n: basis.kind === "estimated" ? basis.notes : null,
    words: basis.kind,
  }));
}
