import { findPaper } from "#app/campaign/paper-text/papers.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import {
  addBlock,
  citeProofPoint,
  dropFootnote,
  editBlock,
  markAsJudgement,
  moveBlock,
  removeBlock,
} from "../blocks.server.ts";
import { listFramingsInForce } from "../shelves/cleared-framings.server.ts";
import { listCurrentWordings } from "../shelves/current-wordings.server.ts";
import { findLibraryItem } from "../shelves/library.server.ts";
import { copyPaper, editHead, restoreVersion } from "../store.server.ts";
import type { PaperTarget } from "../target.server.ts";
import type { EditingAct } from "./paper-acts.ts";

export type EditingContext = { target: PaperTarget; today: CalendarDate };

/** Carries out one form that changes the words of a paper, inside its change. */
export async function performEditingAct(change: Change, act: EditingAct, context: EditingContext) {
  const { target } = context;
  switch (act.intent) {
    case "save the head": {
      const { title, speaker, ask, objective, handling } = act;
      return editHead(change, target, { title, speaker, ask, objective, handling }, act.version);
    }
    case "add own words": {
      const { section, heading, text } = act;
      const origin = { kind: "own words" } as const;
      return addBlock(change, target, { section, heading, text, origin, footnotes: [] });
    }
    case "add from the library":
      return addFromLibrary(change, act, context);
    case "restore":
      return restoreVersion(change, target, { number: act.number, shownHash: act.hash });
    case "start a new version":
      return copyPaper(change, target);
    default:
      return performBlockAct(change, act, { ...target, blockId: act.block });
  }
}

type ActOf<Intent extends EditingAct["intent"]> = Extract<EditingAct, { intent: Intent }>;
type BlockAct = Extract<EditingAct, { block: string }>;
type BlockTarget = PaperTarget & { blockId: string };

async function performBlockAct(change: Change, act: BlockAct, target: BlockTarget) {
  switch (act.intent) {
    case "save the wording": {
      const { heading, text, version } = act;
      return editBlock(change, target, { heading, text, origin: null }, version);
    }
    case "use the new wording":
      return takeNewWording(change, act, target);
    case "use the framing":
      return takeFraming(change, act, target);
    case "remove":
      return removeBlock(change, target, act.version);
    case "move":
      return moveBlock(change, target, act.direction);
    case "cite":
      return citeProofPoint(change, target, act.code);
    case "take the source away":
      return dropFootnote(change, target, act.proofPoint);
    case "mark as judgement":
    case "no judgement":
      return markAsJudgement(change, target, act.intent === "mark as judgement");
  }
}

const gone = { ok: false, reason: "not-found" } as const;

async function addFromLibrary(
  change: Change,
  act: ActOf<"add from the library">,
  { target, today }: EditingContext,
) {
  const item = await findLibraryItem(change.read, target.campaignId, act, today);
  return item === null ? gone : addBlock(change, target, item.block);
}

async function findBlock(change: Change, { campaignId, paperId, blockId }: BlockTarget) {
  const paper = await findPaper(change.read, campaignId, paperId);
  return paper?.text.blocks.find((one) => one.id === blockId) ?? null;
}

async function takeNewWording(
  change: Change,
  { version }: ActOf<"use the new wording">,
  target: BlockTarget,
) {
  const block = await findBlock(change, target);
  const [wording] = block === null ? [] : await listCurrentWordings(change.read, [block]);
  if (block === null || wording === undefined) return gone;
  const { text, revisionId } = wording;
  const origin =
    block.origin.kind === "key message" || block.origin.kind === "framing"
      ? { ...block.origin, text, revisionId: revisionId ?? block.origin.revisionId }
      : { ...block.origin, text, ...(block.origin.kind === "objection" ? { isWordsToSay: true } : {}) };
  return editBlock(change, target, { heading: block.heading, text, origin }, version);
}

/** The point is said to this audience in the words that were cleared for it. */
async function takeFraming(change: Change, act: ActOf<"use the framing">, target: BlockTarget) {
  const block = await findBlock(change, target);
  const framing = (await listFramingsInForce(change.read, [act.framing])).get(act.framing);
  if (block?.origin.kind !== "key message" || framing?.messageId !== block.origin.id) return gone;
  const { framingId: id, messageId, revisionId, text } = framing;
  const origin = { kind: "framing", id, messageId, revisionId, text } as const;
  return editBlock(change, target, { heading: block.heading, text, origin }, act.version);
}
