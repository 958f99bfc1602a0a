import type { Kysely } from "kysely";
import type { ClearanceStatus } from "#app/campaign/clearances/clearance-status.ts";
import type { HoldOnPaper } from "#app/campaign/holds/marking.ts";
import { staleEvidence } from "#app/campaign/messages/proof-points/review-of-proof-point.ts";
import {
  footnoteNumbers,
  isStale,
  numberFootnotes,
  unmarkedFootnotes,
} from "#app/campaign/paper-text/footnotes.ts";
import {
  type Block,
  blocksOf,
  type Footnote,
  isNoteToSpeaker,
  messageOfOrigin,
  type Section,
} from "#app/campaign/paper-text/paper.ts";
import { findPaperIdOfEvent } from "#app/campaign/paper-text/paper-of-event.server.ts";
import { listPapers, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { findLeaving } from "#app/campaign/talking-points/copies/paper-copies.server.ts";
import { leavingMark } from "#app/campaign/talking-points/copies/paper-copy.ts";
import { formatAsOf } from "#app/time/as-of.ts";
import type { Schema } from "#db/schema.ts";

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
  stale: string[];
  timesHeard: number;
  isDifficultQuestion: boolean;
};

/** What stands around a paper: how often objections were heard, the numbers of messages, the day. */
type Known = {
  heard: ReadonlyMap<string, { timesHeard: number; isDifficultQuestion: boolean; noteToSpeaker: string }>;
  numbers: ReadonlyMap<string, number>;
  today: string;
};

/** A paper taken apart for the pages that show it beside other things. */
export function paperParts({ paper, status, holds }: PaperWithStatus, known: Known) {
  const { today } = known;
  const numbered = numberFootnotes(paper.text);
  const parts = (section: Section) =>
    blocksOf(paper.text, section).map((block) => ({
      ...partOf(block, known),
      footnotes: [...footnoteNumbers(numbered, block.footnotes)],
      endNotes: [...footnoteNumbers(numbered, unmarkedFootnotes(block))],
    }));
  const stale = numbered.filter(({ footnote }) => isStale(footnote, today));
  return {
    mark: leavingMark(status, holds),
    status,
    holds,
    numbers: Object.fromEntries(numbered.map(({ number, footnote }) => [footnote.code, number])),
    handling: paper.handling,
    ask: paper.text.ask,
    speaker: paper.text.speaker,
    points: parts("points to make"),
    ifRaised: parts("if raised"),
    avoid: parts("avoid"),
    sources: numbered.map(({ number, footnote }) => ({ number, text: shortSource(footnote) })),
    stale: stale.map(({ footnote }) => footnote.code),
  };
}

export type PaperParts = ReturnType<typeof paperParts>;

function partOf(block: Block, { heard, numbers, today }: Known) {
  const { origin } = block;
  const message = messageOfOrigin(origin);
  const objection = origin.kind === "objection" ? heard.get(origin.id) : undefined;
  return {
    id: block.id,
    heading: block.heading,
    text: block.text,
    words: isNoteToSpeaker(block) ? "" : block.text,
    note: isNoteToSpeaker(block) ? block.text : (objection?.noteToSpeaker ?? ""),
    messageId: message,
    messageNumber: message === null ? null : (numbers.get(message) ?? null),
    sources: sourcesInWords(block.footnotes),
    stale: [...staleEvidence(block.footnotes, today)],
    timesHeard: objection?.timesHeard ?? 0,
    isDifficultQuestion: objection?.isDifficultQuestion ?? false,
  };
}

const MOST_IN_WORDS = 2;

/** One or two sources in words; of more, the codes. */
function sourcesInWords(footnotes: readonly Footnote[]): string {
  if (footnotes.length <= MOST_IN_WORDS) return footnotes.map(shortSource).join("; ");
  return footnotes.map(({ code }) => code).join(", ");
}

const LONGEST_PUBLISHER = 40;

/** A source as short as a page of paper needs it: the code finds the rest. */
function shortSource({ code, edition, asOf, sources }: Footnote): string {
  const [first] = sources;
  const where = first === undefined ? "" : first.publisher || first.title;
  const publisher = where.split(/[;,(]/)[0]?.trim().slice(0, LONGEST_PUBLISHER) ?? "";
  return [code, publisher, edition?.split(/[,;]/)[0] ?? formatAsOf(asOf)].filter(Boolean).join(", ");
}

/** A paper with how it leaves now. */
export type PaperWithStatus = { paper: StoredPaper; status: ClearanceStatus; holds: readonly HoldOnPaper[] };

/** The paper of an event; null where none is begun. */
export async function findPaperOfEvent(
  read: Kysely<Schema>,
  eventId: string,
): Promise<PaperWithStatus | null> {
  const id = await findPaperIdOfEvent(read, eventId);
  const [paper] = id === null ? [] : await listPapers(read, [id]);
  return paper === undefined ? null : { paper, ...(await findLeaving(read, paper)) };
}

/** How often each objection has been raised in a campaign, by its id, with the note to the speaker: the brief drops the one heard least. */
export async function countObjectionsHeard(
  read: Kysely<Schema>,
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

/** The numbers of a campaign's messages by their ids, retired ones too. */
export async function messageNumbers(
  read: Kysely<Schema>,
  campaignId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await read
    .selectFrom("key_message")
    .select(["id", "number"])
    .where("campaign_id", "=", campaignId)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
