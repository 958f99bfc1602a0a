import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { isMissed, type Row } from "./row.ts";

/** Of a row for one request: how long /healthz waits meanwhile. */
export const WAIT_UNIT = "ms until /healthz answers";

export type Probe = { longest(): Promise<number>; stop(): Promise<unknown> };

/** Asks /healthz of a server every few milliseconds; `longest` is the longest wait since it was last asked for, in ms. */
export function startProbe(address: string): Probe {
  const probe = new Worker(new URL("./healthz-probe.ts", import.meta.url), { workerData: address });
  return {
    async longest() {
      probe.postMessage("longest");
      const [longest] = await once(probe, "message");
      return Number(longest);
    },
    stop: () => probe.terminate(),
  };
}

/** How long others wait at most while this is done. */
export async function longestWaitDuring(address: string, work: () => Promise<unknown>): Promise<number> {
  const probe = startProbe(address);
  try {
    // The first wait is that of a connection which is opened.
    await probe.longest();
    await work();
    return await probe.longest();
  } finally {
    await probe.stop();
  }
}

/** For the docs: of the waits, one a request, the longest under each limit and what missed; every other row as it is. */
export function withLongestWait(rows: readonly Row[]): Row[] {
  const waits = rows
    .filter((row) => row.unit === WAIT_UNIT)
    .toSorted((one, other) => (other.measured ?? 0) - (one.measured ?? 0));
  return rows.flatMap((row) => {
    const alike = waits.filter(({ reference }) => reference === row.reference);
    if (row === alike[0])
      return [{ ...row, name: `longest wait of others, of ${alike.length}: ${row.name}` }];
    return row.unit === WAIT_UNIT && !isMissed(row) ? [] : [row];
  });
}
