import type { NewBlock, TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { findPaper } from "#app/campaign/paper-text/papers.server.ts";
import { citeProofPoint, editBlock } from "#app/campaign/talking-points/blocks.server.ts";
import {
  addComment,
  listComments,
  replyToComment,
} from "#app/campaign/talking-points/clearing/comments.server.ts";
import { findPlannedEvent } from "#app/campaign/talking-points/from-event/planned-paper.server.ts";
import {
  type PlannedEvent,
  startFromEvent,
} from "#app/campaign/talking-points/from-event/start-from-event.ts";
import { insertPaper } from "#app/campaign/talking-points/store.server.ts";
import { describePaper, type PaperTarget } from "#app/campaign/talking-points/target.server.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { CITED_PROOF_POINTS, type SamplePaper } from "../papers.ts";
import type { Answer, Scribe } from "./scribe.server.ts";

/** A paper that is being written, and the records that its text points to. */
export type PaperText = { scribe: Scribe; target: PaperTarget; paper: SamplePaper };

/** Starts the paper from its event, shortened as a drafter would. */
export async function start(
  change: Change,
  { scribe, target, paper }: PaperText,
  eventId: string,
): Promise<Answer> {
  const found = await findPlannedEvent(change.read, target.campaignId, eventId);
  if (found === null) return { ok: false, reason: "not-found" };
  const kept = paper.objections.map((code) => scribe.idOf("objection", `${target.campaignId} ${code}`));
  const text = shortened(startFromEvent(expecting(found.planned, kept), newId).paper);
  await insertPaper(change, {
    id: target.paperId,
    campaignId: target.campaignId,
    eventId,
    handling: found.handling,
    text,
  });
  return describePaper(change, target, "started", `Started talking points: ${text.title}`);
}

/** With the replies that this paper needs and no others, whoever raised them when. */
function expecting(planned: PlannedEvent, kept: readonly string[]): PlannedEvent {
  const objections = planned.objections.filter(({ id }) => kept.includes(id));
  return { ...planned, objections: objections.map((objection) => ({ ...objection, raisedOn: null })) };
}

/** With the sources of what is said. */
function shortened(text: TalkingPoints): TalkingPoints {
  const blocks = text.blocks.map((block) => ({
    ...block,
    footnotes: block.footnotes.filter(({ code }) => CITED_PROOF_POINTS.includes(code)),
  }));
  return { ...text, blocks };
}

/** Cites a proof point under the last point to make. */
export async function cite(change: Change, target: PaperTarget, code: string): Promise<Answer> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  const block = paper?.text.blocks.findLast(({ section }) => section === "points to make");
  if (block === undefined) return { ok: false, reason: "not-found" };
  return citeProofPoint(change, { ...target, blockId: block.id }, code);
}

/** The point in our own words. */
export function ownBlock({ ownPoint }: SamplePaper): NewBlock {
  return {
    section: "points to make",
    heading: "",
    text: ownPoint,
    origin: { kind: "own words" },
    footnotes: [],
  };
}

/** Changes the first point, after the clearance. */
export async function changeFirstPoint(change: Change, { target, paper }: PaperText): Promise<Answer> {
  const stored = await findPaper(change.read, target.campaignId, target.paperId);
  const block = stored?.text.blocks.find(({ section }) => section === "points to make");
  const version = block && stored?.blockVersions[block.id];
  if (block === undefined || version === undefined) return { ok: false, reason: "not-found" };
  const words = { heading: block.heading, text: paper.firstPointNow, origin: null };
  return editBlock(change, { ...target, blockId: block.id }, words, version);
}

/** The clearer remarks on the first point. */
export async function remark(change: Change, { target, paper }: PaperText): Promise<Answer> {
  const found = await findPaper(change.read, target.campaignId, target.paperId);
  const block = found?.text.blocks.find(({ section }) => section === "points to make");
  return addComment(change, target, { blockId: block?.id ?? null, text: paper.comment });
}

/** The drafter replies to what was remarked. */
export async function reply(change: Change, { target, paper }: PaperText): Promise<Answer> {
  const [first] = await listComments(change.read, target.paperId);
  if (first === undefined) return { ok: false, reason: "not-found" };
  return replyToComment(change, target, { commentId: first.id, text: paper.reply });
}
