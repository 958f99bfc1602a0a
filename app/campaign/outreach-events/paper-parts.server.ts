import type { ClearanceStatus } from "#app/campaign/clearances/clearance-status.ts";
import { findLeaving } from "#app/campaign/holds/marked-by-holds.server.ts";
import { type HoldOnPaper, statusMark } from "#app/campaign/holds/what-a-hold-marks.ts";
import { type AssembledPart, assemblePaper, shortSource } from "#app/campaign/paper-text/assembled-paper.ts";
import { isStale } from "#app/campaign/paper-text/footnotes.ts";
import { type Footnote, messageOfOrigin, type Section } from "#app/campaign/paper-text/paper.ts";
import { findPaperIdOfEvent } from "#app/campaign/paper-text/paper-of-event.server.ts";
import { listPapers, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import type { LibraryCodes } from "#app/campaign/paper-text/without-codes.ts";
import { inWords } from "#app/text/in-words.ts";
import { staleSince } from "#app/time/as-of.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";

export type PointPart = {
  messageId: string | null;
  messageNumber: number | null;
  id: string;
  heading: string;
  text: string;
  /** Of a reply the words to say, and beside them guidance for the speaker; either may be "". */
  words: string;
  note: string;
  footnotes: number[];
  endNotes: number[];
  sources: string;
  /** What is stale of its sources, by who published them, and by their numbers for what leaves. */
  stale: string[];
  staleNotes: string[];
  timesHeard: number;
  isDifficultQuestion: boolean;
};

/** What stands around a paper: how often objections were heard, the numbers of messages, the codes of the library, the day. */
type Known = {
  heard: ReadonlyMap<string, { timesHeard: number; isDifficultQuestion: boolean; noteToSpeaker: string }>;
  numbers: ReadonlyMap<string, number>;
  codes: LibraryCodes;
  today: CalendarDate;
};

/** A paper taken apart for the pages that show it beside other things. */
export function paperParts({ paper, status, holds }: PaperWithStatus, known: Known) {
  const { heard, codes, today } = known;
  const guidance = new Map([...heard].map(([id, { noteToSpeaker }]) => [id, noteToSpeaker]));
  const assembled = assemblePaper(paper.text, { guidance, held: new Map(), codes, today });
  const { numbered, notes } = assembled;
  const stale = notes.filter((note) => note.stale !== "");
  const parts = (section: Section) =>
    assembled.parts(section).map((part) => ({
      ...partOf(part, known),
      staleNotes: staleNotes(stale.filter(({ number }) => part.numbers.includes(number))),
    }));
  return {
    mark: statusMark(status, holds),
    status,
    holds,
    numbers: Object.fromEntries(numbered.map(({ number, footnote }) => [footnote.code, number])),
    handling: paper.handling,
    ask: paper.text.ask,
    speaker: paper.text.speaker,
    points: parts("points to make"),
    ifRaised: parts("if raised"),
    avoid: parts("avoid"),
    sources: notes.map(({ number, text, stale }) => ({
      number,
      text: [text, stale].filter(Boolean).join(" "),
    })),
    stale: numbered.filter(({ footnote }) => isStale(footnote, today)).map(({ footnote }) => footnote.code),
  };
}

export type PaperParts = ReturnType<typeof paperParts>;

function partOf({ block, text, words, note, numbers, endNumbers }: AssembledPart, known: Known) {
  const { origin } = block;
  const message = messageOfOrigin(origin);
  const objection = origin.kind === "objection" ? known.heard.get(origin.id) : undefined;
  return {
    id: block.id,
    heading: block.heading,
    text,
    words,
    note,
    footnotes: [...numbers],
    endNotes: [...endNumbers],
    messageId: message,
    messageNumber: message === null ? null : (known.numbers.get(message) ?? null),
    sources: sourcesInWords(block.footnotes),
    stale: staleSources(block.footnotes, known.today),
    timesHeard: objection?.timesHeard ?? 0,
    isDifficultQuestion: objection?.isDifficultQuestion ?? false,
  };
}

const MOST_IN_WORDS = 2;

/** One or two sources in words, and how many more there are; whoever reads it at a meeting has no use of their codes. */
function sourcesInWords(footnotes: readonly Footnote[]): string {
  const named = footnotes.slice(0, MOST_IN_WORDS).map(shortSource).join("; ");
  const more = footnotes.length - MOST_IN_WORDS;
  return more > 0 ? `${named}; and ${more} more` : named;
}

/** Since when one is stale; of several which: in the list of sources each has its day. */
function staleNotes(notes: readonly { number: number; stale: string }[]): string[] {
  const [only, ...others] = notes;
  if (only === undefined) return [];
  // The page has a mark of its own.
  if (others.length === 0) return [`Source ${only.number} ${only.stale.replace("\u25B2 ", "")}`];
  return [`Sources ${inWords(notes.map(({ number }) => String(number)))} are stale`];
}

function staleSources(footnotes: readonly Footnote[], today: CalendarDate): string[] {
  const stale = footnotes.filter((one) => isStale(one, today));
  const told = stale
    .slice(0, MOST_IN_WORDS)
    .map((one) => `${shortSource(one)} has been ${staleSince(one.reviewBy, today)}`);
  const more = stale.length - told.length;
  return more === 0 ? told : [...told, `${more} more of its sources ${more === 1 ? "is" : "are"} stale`];
}

/** A paper with how it leaves now. */
export type PaperWithStatus = { paper: StoredPaper; status: ClearanceStatus; holds: readonly HoldOnPaper[] };

/** The paper of an event; null where none is begun. */
export async function findPaperOfEvent(read: Queries, eventId: string): Promise<PaperWithStatus | null> {
  const id = await findPaperIdOfEvent(read, eventId);
  const [paper] = id === null ? [] : await listPapers(read, [id]);
  return paper === undefined ? null : { paper, ...(await findLeaving(read, paper)) };
}

/** How often each objection has been raised in a campaign, by its id, with the note to the speaker: the brief drops the one heard least. */
export async function countObjectionsHeard(
  read: Queries,
  objectionIds: readonly string[],
): Promise<ReadonlyMap<string, { timesHeard: number; isDifficultQuestion: boolean; noteToSpeaker: string }>> {
  if (objectionIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("objection")
    .leftJoin("outcome_objection as heard", "heard.objection_id", "objection.id")
    .select(["objection.id", "objection.is_difficult_question", "objection.note_to_speaker"])
    .select((eb) => eb.fn.count<number>("heard.id").as("times"))
    .where("objection.id", "in", objectionIds)
    .groupBy("objection.id")
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        timesHeard: Number(row.times),
        isDifficultQuestion: row.is_difficult_question === 1,
        noteToSpeaker: row.note_to_speaker,
      },
    ]),
  );
}

/** The codes of a campaign's library, retired records too: what leaves goes without them. */
export async function libraryCodes(read: Queries, campaignId: string): Promise<LibraryCodes> {
  const objections = await read
    .selectFrom("objection")
    .select(["code", "name"])
    .where("campaign_id", "=", campaignId)
    .execute();
  const proofPoints = await read
    .selectFrom("proof_point")
    .select("code")
    .where("campaign_id", "=", campaignId)
    .execute();
  return {
    objections: new Map(objections.map(({ code, name }) => [code, name])),
    proofPoints: new Set(proofPoints.map(({ code }) => code)),
  };
}

/** The numbers of a campaign's messages by their ids, retired ones too. */
export async function messageNumbers(
  read: Queries,
  campaignId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await read
    .selectFrom("key_message")
    .select(["id", "number"])
    .where("campaign_id", "=", campaignId)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
