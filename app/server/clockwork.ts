import type { Logger } from "pino";
import { mailWork } from "#app/campaign/due-mail/due-letters.server.ts";
import { nightlyRefits, type Refits } from "#app/campaign/effectiveness/fits/refits.server.ts";
import { packNotes } from "#app/campaign/effectiveness/packed-notes.server.ts";
import { purgeSearchIndex } from "#app/campaign/find/search.server.ts";
import { doWhatIsDueAboutHolds } from "#app/campaign/holds/due-about-holds.server.ts";
import { clearPapersBySilence } from "#app/campaign/talking-points/clearing/clearance.server.ts";
import type { Settings } from "#app/http/environment.ts";
import { faultForTheLog } from "#app/http/fault.ts";
import type { Work } from "#app/http/load-context.ts";
import type { Database } from "#db/database.server.ts";

export type Clockwork = {
  /** Takes no further turn and waits for the one in hand. */
  stop(): Promise<void>;
};

const MINUTE_MS = 60_000;

type Parts = { database: Database; settings: Settings; log: Logger; now: () => Date };

/**
 * Does all the work once now and then once a minute, in order, one turn at a time: what the last turn has not
 * finished holds the next one up. A piece that fails is logged, and the others go on.
 */
export function startClockwork(
  { log, now, ...parts }: Parts,
  works: readonly Work[],
  pauseMs = MINUTE_MS,
): Clockwork {
  let turn: Promise<void> | null = null;
  const take = () => {
    turn ??= takeTurn({ ...parts, log, now }, works).finally(() => {
      turn = null;
    });
  };
  const timer = setInterval(take, pauseMs);
  timer.unref();
  take();
  return {
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}

async function takeTurn({ database, settings, log, now }: Parts, works: readonly Work[]): Promise<void> {
  for (const work of works) {
    try {
      await work.run({ database, settings, now: now() });
    } catch (fault) {
      log.error({ work: work.name, ...faultForTheLog(fault) });
    }
  }
}

const DAY_MS = 86_400_000;

/** What the product does by itself, in this order, once a minute; the last only once a day. */
export const EVERY_MINUTE: readonly Work[] = [
  { name: "silence about papers", run: ({ database, now }) => clearPapersBySilence(database, now) },
  { name: "what is due about holds", run: ({ database, now }) => doWhatIsDueAboutHolds(database, now) },
  mailWork,
  { name: "observations packed", run: ({ database }) => packNotes(database) },
  onceADay({ name: "search index", run: ({ database }) => purgeSearchIndex(database) }),
];

/** All of it, and once a night what the figures are worked out with. */
export function everyMinute(refits: Refits): readonly Work[] {
  return [...EVERY_MINUTE, nightlyRefits(refits)];
}

/** The first time, and then when a day has passed since. */
function onceADay({ name, run }: Work): Work {
  let doneAt = Number.NEGATIVE_INFINITY;
  return {
    name,
    async run(parts) {
      if (parts.now.getTime() - doneAt < DAY_MS) return;
      doneAt = parts.now.getTime();
      await run(parts);
    },
  };
}
