import { openClient, type Target } from "./client.ts";
import { median } from "./row.ts";

const BLOCKS = 9;
const WARM_UP = 40;
const IN_A_BLOCK = 60;

export type Compared = { measured: number; reference: number; samples: number };

/**
 * Time per request in milliseconds of two servers at so many connections, taken in turns, so that whatever else the
 * machine does meets both. The median over the blocks.
 */
export async function timeInTurns(
  measured: Target,
  reference: Target,
  connections: number,
): Promise<Compared> {
  const sides = [measured, reference] as const;
  const times: [number[], number[]] = [[], []];
  for (const side of sides) await askBlock(side, connections, WARM_UP);
  for (let block = 0; block < BLOCKS; block += 1) {
    // Each side goes first in every other block.
    const order = block % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const index of order) times[index].push(await askBlock(sides[index], connections, IN_A_BLOCK));
  }
  return {
    measured: median(times[0]),
    reference: median(times[1]),
    samples: BLOCKS * Math.ceil(IN_A_BLOCK / connections) * connections,
  };
}

/**
 * Requests are spread over the connections; each asks anew as soon as it is answered. They are opened for each block:
 * while the other side has its turn, a server closes one that waits too long.
 */
async function askBlock(target: Target, connections: number, requests: number): Promise<number> {
  const clients = await Promise.all(Array.from({ length: connections }, () => openClient(target)));
  const each = Math.ceil(requests / connections);
  const start = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let count = 0; count < each; count += 1) await client.ask();
    }),
  );
  const time = (performance.now() - start) / (each * connections);
  for (const client of clients) client.close();
  return time;
}

/** One request on a connection of its own, in milliseconds. */
export async function timeOne(target: Target): Promise<number> {
  const client = await openClient(target);
  const start = performance.now();
  await client.ask();
  const time = performance.now() - start;
  client.close();
  return time;
}
