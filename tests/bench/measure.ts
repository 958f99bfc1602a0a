import { BENCHMARKS } from "./benchmarks.ts";
import type { Row } from "./row.ts";

/** What a benchmark says from its process: a row as it comes, and at its end what was at fault, or nothing. */
export type Said = { row: Row } | { fault: string | null };

// One benchmark in a process of its own, with all that it starts: that ends with it, and with whoever asked for it.
const [name = "", bench = ""] = process.argv.slice(2);
process.once("disconnect", () => process.kill(-process.pid, "SIGKILL"));

const say = (said: Said) => new Promise((resolve) => process.send?.(said, resolve));

try {
  const measure = await BENCHMARKS[name]?.();
  for await (const row of measure?.(JSON.parse(bench)) ?? []) await say({ row });
  await say({ fault: null });
} catch (fault) {
  console.error(fault);
  await say({ fault: fault instanceof Error ? fault.message : String(fault) });
}
process.disconnect();
