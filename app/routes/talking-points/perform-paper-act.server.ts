import type { ClearanceSettings } from "#app/domain/talking-points/clear-talking-points.ts";
import type { Authority } from "#app/domain/talking-points/clearance-status.ts";
import type { Change } from "#db/change.server.ts";
import { listCurrentWordings } from "#db/queries/cleared-wordings.server.ts";
import { editHead } from "#db/queries/talking-points.server.ts";
import {
  addBlock,
  citeProofPoint,
  dropFootnote,
  editBlock,
  moveBlock,
  removeBlock,
} from "#db/queries/talking-points-blocks.server.ts";
import {
  clearPaper,
  markPaperUsed,
  returnPaper,
  sendPaper,
} from "#db/queries/talking-points-clearance.server.ts";
import { listLibrary } from "#db/queries/talking-points-library.server.ts";
import type { PaperTarget } from "#db/queries/talking-points-target.server.ts";
import { findPaper } from "#db/queries/talking-points-text.server.ts";
import type { PaperAct } from "./paper-acts.ts";

export type ActContext = {
  target: PaperTarget;
  /** The side that the reader clears for; the page's permission check has let clearers alone through. */
  authority: Authority | null;
  settings: ClearanceSettings;
  today: string;
};

/** Carries out one form of the paper's page, inside its change. */
export async function performPaperAct(change: Change, act: PaperAct, context: ActContext) {
  const { target } = context;
  switch (act.intent) {
    case "save the head": {
      const { title, speaker, ask, objective, handling } = act;
      return editHead(change, target, { title, speaker, ask, objective, handling }, act.version);
    }
    case "add own words": {
      const { section, heading, text } = act;
      return addBlock(change, target, {
        section,
        heading,
        text,
        origin: { kind: "own words" },
        footnotes: [],
      });
    }
    case "add from the library":
      return addFromLibrary(change, act, context);
    case "save the wording": {
      const { heading, text } = act;
      return editBlock(
        change,
        { ...target, blockId: act.block },
        { heading, text, origin: null },
        act.version,
      );
    }
    case "use the new wording":
      return takeNewWording(change, act, context);
    case "remove":
      return removeBlock(change, { ...target, blockId: act.block }, act.version);
    case "move":
      return moveBlock(change, { ...target, blockId: act.block }, act.direction);
    case "cite":
      return citeProofPoint(change, { ...target, blockId: act.block }, act.proofPoint);
    case "take the source away":
      return dropFootnote(change, { ...target, blockId: act.block }, act.proofPoint);
    case "send for clearance":
      return sendPaper(change, target);
    case "return":
      return returnPaper(change, target, act.reasons);
    case "clear":
      return clearAs(change, act, context);
    case "mark as used":
      return markPaperUsed(change, target);
  }
}

type ActOf<Intent extends PaperAct["intent"]> = Extract<PaperAct, { intent: Intent }>;

async function addFromLibrary(
  change: Change,
  { kind, id, part }: ActOf<"add from the library">,
  { target, today }: ActContext,
) {
  const shelves = await listLibrary(change.read, target.campaignId, today);
  const item = shelves
    .flatMap((shelf) => shelf.items)
    .find((one) => one.kind === kind && one.id === id && one.part === part);
  if (item === undefined) return { ok: false, reason: "not-found" } as const;
  return addBlock(change, target, item.block);
}

async function takeNewWording(
  change: Change,
  { block: blockId, version }: ActOf<"use the new wording">,
  { target }: ActContext,
) {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  const block = paper?.text.blocks.find((one) => one.id === blockId);
  const [wording] = block === undefined ? [] : await listCurrentWordings(change.read, [block]);
  if (block === undefined || wording === undefined) return { ok: false, reason: "not-found" } as const;
  const { text, revisionId } = wording;
  const origin =
    block.origin.kind === "key message"
      ? { ...block.origin, text, revisionId: revisionId ?? block.origin.revisionId }
      : { ...block.origin, text };
  return editBlock(change, { ...target, blockId }, { heading: block.heading, text, origin }, version);
}

async function clearAs(change: Change, act: ActOf<"clear">, { target, authority, settings }: ActContext) {
  if (authority === null) return { ok: false, reason: "not-found" } as const;
  return clearPaper(change, target, { authority, shownHash: act.hash, settings });
}
