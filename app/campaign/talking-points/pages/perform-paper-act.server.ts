import type { Change } from "#db/change.server.ts";
import { isClearanceAct } from "../clearing/pages/clearance-acts.ts";
import {
  type ClearanceContext,
  performClearanceAct,
} from "../clearing/pages/perform-clearance-act.server.ts";
import type { PaperAct } from "./paper-acts.ts";
import { type EditingContext, performEditingAct } from "./perform-editing-act.server.ts";

/** Carries out one form of the paper's page, inside its change. */
export async function performPaperAct(
  change: Change,
  act: PaperAct,
  context: ClearanceContext & EditingContext,
) {
  return isClearanceAct(act)
    ? performClearanceAct(change, act, context)
    : performEditingAct(change, act, context);
}
