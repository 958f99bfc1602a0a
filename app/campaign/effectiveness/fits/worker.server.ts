import { answerStarter } from "#app/http/separate-process.ts";
import { cellsOfCampaign } from "#app/method/campaign-cells.ts";
import { DEFAULT_PARAMETERS, type Estimate, estimateParameters } from "#app/method/parameters.ts";
import { openReader } from "#db/reader.server.ts";
import { listNotedCells } from "../campaign-levels.server.ts";

/** What the worker is asked: the file, the campaign, and the day up to which notes count. */
export type ToFit = { path: string; campaignId: string; asOfDay: number };

/** What it tells: how many notes it has read, how many steps it has taken, and at last the estimate. */
export type Told =
  | { kind: "read"; notes: number }
  | { kind: "steps"; steps: number }
  | { kind: "done"; estimate: Estimate };

/** Steps are told so often, in milliseconds: many a second would only be work for whoever listens. */
const TELL_EVERY = 100;

answerStarter(async (asked: ToFit, tell: (told: Told) => void) => {
  const { cells, dimensions, notes } = cellsOfCampaign(await readCells(asked), asked.asOfDay);
  tell({ kind: "read", notes });
  let toldAt = performance.now();
  const estimate = estimateParameters(cells, dimensions, DEFAULT_PARAMETERS, (steps) => {
    if (performance.now() - toldAt < TELL_EVERY) return;
    toldAt = performance.now();
    tell({ kind: "steps", steps });
  });
  tell({ kind: "done", estimate });
});

async function readCells({ path, campaignId }: ToFit) {
  const { read, close } = await openReader(path);
  try {
    return await listNotedCells(read, campaignId);
  } finally {
    await close();
  }
}
