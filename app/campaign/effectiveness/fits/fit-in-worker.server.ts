import { startProcess } from "#app/http/separate-process.ts";
import type { Estimate } from "#app/method/parameters.ts";
import type { ToFit, Told } from "./worker.server.ts";

/** Times in milliseconds, memory of JavaScript in megabytes: notes lie outside it, and a larger young part would only fill up. */
export const FIT_LIMITS = { longest: 600_000, oldMemory: 64, youngMemory: 8 };

/** How a worker ended: with an estimate, lost (it died, or took too long or too much), or ended because the product stops. */
export type FitEnd =
  | { kind: "done"; estimate: Estimate }
  | { kind: "lost"; why: "took too long" | "died" }
  | { kind: "stopped" };

export type FitInWorker = { end: Promise<FitEnd>; stop(): void };

const WORKER = new URL("./worker.server.ts", import.meta.url);

/** Estimates a campaign's parameters in a process of its own, in bounded time and memory, and tells how far it is. */
export function fitInWorker(
  toFit: ToFit,
  limits: typeof FIT_LIMITS,
  hear: (told: Exclude<Told, { kind: "done" }>) => void,
): FitInWorker {
  const { promise: end, resolve } = Promise.withResolvers<FitEnd>();
  const finish = (how: FitEnd) => {
    clearTimeout(alarm);
    resolve(how);
    void child.end();
  };
  const alarm = setTimeout(() => finish({ kind: "lost", why: "took too long" }), limits.longest);
  const child = startProcess<ToFit, Told>(WORKER, limits, {
    told(told) {
      if (told.kind === "done") finish({ kind: "done", estimate: told.estimate });
      else hear(told);
    },
    lost: () => finish({ kind: "lost", why: "died" }),
  });
  child.ask(toFit);
  return { end, stop: () => finish({ kind: "stopped" }) };
}
