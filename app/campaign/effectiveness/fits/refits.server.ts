import type { Logger } from "pino";
import { SYSTEM_ACCOUNT } from "#app/campaign/accounts/store.server.ts";
import { faultForTheLog } from "#app/http/fault.ts";
import type { Work } from "#app/http/load-context.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import { type CalendarDate, dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { FIT_LIMITS, type FitEnd, type FitInWorker, fitInWorker } from "./fit-in-worker.server.ts";
import type { RefitUnderWay } from "./parameters-in-use.ts";
import { findObservationsState, listCampaignsToRefit } from "./refits-due.server.ts";
import { type FitToKeep, keepFit } from "./store.server.ts";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** Estimates what the figures are worked out with, in a process of its own. */
    refits: Refits;
  }
}

/** Estimates what campaigns' figures are worked out with, one campaign at a time, away from the requests of others. */
export type Refits = {
  /**
   * Asks for an estimate; null as who asks is the night. A campaign whose estimate waits or runs already gets no second one.
   * It settles when the estimate is kept or lost, and never fails: what goes wrong is kept as "not found", and logged.
   */
  ask(campaignId: string, requestedBy: string | null): Promise<void>;
  /** How far a campaign's estimate is, or null when none is asked for. */
  underWay(campaignId: string): RefitUnderWay | null;
  /** Ends what is under way, and keeps nothing of it. */
  close(): Promise<void>;
};

type Parts = { database: Database; log: Logger; now: () => Date };
type Asked = {
  campaignId: string;
  requestedBy: string | null;
  progress: RefitUnderWay;
  done: Promise<void>;
};

export function startRefits(parts: Parts, limits = FIT_LIMITS): Refits {
  const asked = new Map<string, Asked>();
  let last: Promise<void> = Promise.resolve();
  let running: FitInWorker | null = null;
  let isClosed = false;

  const work = async (one: Omit<Asked, "done">): Promise<void> => {
    if (isClosed) return;
    one.progress.isWaiting = false;
    try {
      await refit(parts, one, (toFit) => {
        running = fitInWorker(toFit, limits, (told) => {
          if (told.kind === "read") one.progress.ratings = told.notes;
          else one.progress.steps = told.steps;
        });
        if (isClosed) running.stop();
        return running.end;
      });
    } catch (fault) {
      parts.log.error({ work: "estimate of parameters", ...faultForTheLog(fault) });
    }
  };

  return {
    ask(campaignId, requestedBy) {
      const known = asked.get(campaignId);
      if (known !== undefined) return known.done;
      const since = parts.now().toISOString();
      const one = {
        campaignId,
        requestedBy,
        progress: { since, steps: 0, ratings: null, isWaiting: asked.size > 0 },
      };
      const done = last.then(() => work(one)).finally(() => asked.delete(campaignId));
      last = done;
      asked.set(campaignId, { ...one, done });
      return done;
    },
    underWay(campaignId) {
      const known = asked.get(campaignId);
      return known === undefined ? null : { ...known.progress };
    },
    async close() {
      isClosed = true;
      running?.stop();
      await last;
    },
  };
}

type Run = (toFit: { path: string; campaignId: string; asOfDay: number }) => Promise<FitEnd>;

/** Which observations were there is read first: what comes in meanwhile is found to have changed by the next night. */
async function refit({ database, log, now }: Parts, asked: Omit<Asked, "done">, run: Run): Promise<void> {
  const { campaignId, requestedBy, progress } = asked;
  const asOf = dateIn(now(), WASHINGTON);
  const { state, notes } = await findObservationsState(database.read, campaignId);
  const end = await run({ path: database.path, campaignId, asOfDay: dayNumber(asOf) });
  if (end.kind === "stopped") return;
  if (end.kind === "lost") log.warn({ work: "estimate of parameters", lost: end.why });
  const at = now();
  const found = end.kind === "done" ? end.estimate : LOST;
  const fit: FitToKeep = {
    ...found,
    at: at.toISOString(),
    asOf,
    notes: progress.ratings ?? notes,
    requestedBy,
    state,
  };
  const author = { accountId: requestedBy ?? SYSTEM_ACCOUNT, channel: "web", now: at } as const;
  await database.change(author, { submission: null, campaignId }, (change) =>
    keepFit(change, campaignId, fit),
  );
}

const LOST = { outcome: "not found", parameters: DEFAULT_PARAMETERS, objective: null } as const;

/** On Washington's clock. */
const NIGHTLY_FROM = "03:00";

/**
 * Once a night, from 03:00 in Washington, asks for an estimate of every campaign whose observations have changed since its
 * last one; a server that did not run then catches up when it starts. Nobody waits for it. Source: EFFECTIVENESS.md §5.
 */
export function nightlyRefits(refits: Refits): Work {
  let doneOn: CalendarDate | null = null;
  return {
    name: "nightly estimates",
    async run({ database, now }) {
      const today = dateIn(now, WASHINGTON);
      if (doneOn === today || timeIn(now, WASHINGTON) < NIGHTLY_FROM) return;
      for (const campaignId of await listCampaignsToRefit(database.read)) void refits.ask(campaignId, null);
      doneOn = today;
    },
  };
}
