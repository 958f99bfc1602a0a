import { parentPort } from "node:worker_threads";
import { reportPdf } from "./report-pdf.ts";
import { reportWord } from "./report-word.ts";
import type { Asked, Written } from "./write-in-worker.ts";

async function write({ number, report, format, madeAt }: Asked): Promise<Written> {
  try {
    const bytes = await (format === "Word" ? reportWord(report, madeAt) : reportPdf(report, madeAt));
    return { number, ok: true, bytes };
  } catch (fault) {
    return {
      number,
      ok: false,
      fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
    };
  }
}

parentPort?.on("message", async (asked: Asked) => {
  parentPort?.postMessage(await write(asked));
});
