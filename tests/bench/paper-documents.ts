import type { Block, TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { type LeavingPaper, paperDocument } from "#app/campaign/talking-points/documents/paper-document.ts";
import { compareVersions } from "#app/campaign/talking-points/versions/compare-versions.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import { compared, median, type Row, type Rows } from "./row.ts";

const TARGET = 1.5;
const BLOCKS = 11;
/** A paper of the sample fills a page; a block is a heading and two sentences. */
const BLOCKS_OF_A_PAGE = 9;
const PAGES = 6;
const MADE_AT = "2026-11-10T15:00:00.000Z";
const WORDS = 3_000;
const WORDS_OF_THE_SAMPLE = 500;
const WORDS_OF_A_BLOCK = 50;

/** What leaves and what is compared, for a long paper and for one of the sample's size: the time for each page, or word. */
export async function* paperDocuments(): Rows {
  const [long, short] = [documentOf(PAGES), documentOf(1)];
  const differ = (words: number) => {
    const [before, after] = [versionOf(words, 0), versionOf(words, 40)];
    return () => Promise.resolve(compareVersions(before, after));
  };
  yield await inTurns("growth: PDF of six pages", "ms per page", [
    { share: PAGES, run: () => writeDocument(long, "pdf", { madeAt: new Date(MADE_AT), paper: "A4" }) },
    { share: 1, run: () => writeDocument(short, "pdf", { madeAt: new Date(MADE_AT), paper: "A4" }) },
  ]);
  yield await inTurns("growth: Word of six pages", "ms per page", [
    { share: PAGES, run: () => writeDocument(long, "docx", { madeAt: new Date(MADE_AT), paper: "A4" }) },
    { share: 1, run: () => writeDocument(short, "docx", { madeAt: new Date(MADE_AT), paper: "A4" }) },
  ]);
  yield await inTurns("growth: difference of two versions of 3,000 words", "ms per 1,000 words", [
    { share: WORDS / 1_000, run: differ(WORDS) },
    { share: WORDS_OF_THE_SAMPLE / 1_000, run: differ(WORDS_OF_THE_SAMPLE) },
  ]);
}

const WORDS_OF_OURS =
  "European allies carry more of their own defence each year and the tie with Washington stays as strong as it was".split(
    " ",
  );

/** Running text; with `every`, one word in so many is another. */
function text(words: number, every: number): string {
  return Array.from({ length: words }, (_, index) => {
    const word = WORDS_OF_OURS[(index * 7 + Math.floor(index / 11)) % WORDS_OF_OURS.length];
    return every > 0 && index % every === 0 ? `anew${index}` : `${word}${index % 13 === 0 ? "." : ""}`;
  }).join(" ");
}

const HEAD = {
  title: "Talking points for the committee",
  ask: "One question in the hearing",
  speaker: "Alena Vlčková",
  objective: "Burden-sharing is asked about",
};

/** A version of so many words, in blocks as long as people write them; with `every`, one word in so many is another. */
function versionOf(words: number, every: number): TalkingPoints {
  const blocks = Array.from({ length: words / WORDS_OF_A_BLOCK }, (_, index) => ({
    ...block(index),
    text: text(WORDS_OF_A_BLOCK, every),
  }));
  return { ...HEAD, blocks };
}

function documentOf(pages: number) {
  const blocks = Array.from({ length: pages * BLOCKS_OF_A_PAGE }, (_, index) => block(index));
  const paper: TalkingPoints = { ...HEAD, blocks };
  const leaving: LeavingPaper = {
    paper,
    campaign: "European strategic autonomy in Washington",
    handling: "TLP:GREEN",
    version: "Version 3",
    mark: "NOT CLEARED",
    line: "NOT CLEARED. Not sent for clearance.",
    when: "Tue 10 Nov, 10:00 to 10:45 (16:00 to 16:45 in Prague)",
    place: "",
    lastTime: null,
    guidance: new Map(),
    codes: { proofPoints: new Set(), objections: new Map() },
    hasAnnex: true,
    taken: "Copy taken by Jana Malá",
    isForOutsiders: false,
    held: new Map(),
    today: "2026-11-10",
  };
  return paperDocument(leaving);
}

function block(index: number): Block {
  return {
    id: `block${index}`,
    section: index % 3 === 0 ? "if raised" : "points to make",
    heading: index % 3 === 0 ? `They will ask ${index}` : "",
    text: text(55, 0),
    origin: { kind: "own words" },
    isJudgement: false,
    footnotes: [footnote(index)],
  };
}

function footnote(index: number): Block["footnotes"][number] {
  return {
    proofPointId: `proof${index % 24}`,
    code: `P${index % 24}`,
    claim: "European allies and Canada spent more than the year before.",
    figures: [],
    edition: "June 2026",
    asOf: "2025",
    reviewBy: "2027-06-30",
    isInternal: false,
    isRetired: false,
    caveat: "",
    sources: [{ title: "Defence expenditure", publisher: "NATO", publishedOn: "2026-06-11", address: null }],
  };
}

type Side = { share: number; run: () => Promise<unknown> };

/** Both in turns, each divided by how much it has of what a page shows. */
async function inTurns(name: string, unit: string, [long, short]: readonly [Side, Side]): Promise<Row> {
  const times: [number[], number[]] = [[], []];
  for (const { run } of [long, short]) await run();
  for (let count = 0; count < BLOCKS; count += 1) {
    times[0].push(await timeOf(long));
    times[1].push(await timeOf(short));
  }
  const [measured, reference] = [median(times[0]), median(times[1])];
  return compared(name, { measured, reference, target: TARGET, unit, samples: BLOCKS });
}

async function timeOf({ share, run }: Side): Promise<number> {
  const begin = performance.now();
  await run();
  return (performance.now() - begin) / share;
}
