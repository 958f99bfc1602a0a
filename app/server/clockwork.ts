import type { Logger } from "pino";
import type { Settings } from "#app/http/environment.ts";
import { faultForTheLog } from "#app/http/fault.ts";
import type { Work } from "#app/http/work.ts";
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
