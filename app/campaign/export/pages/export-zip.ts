import { fileAnswer } from "#app/documents/file-answer.ts";
import { written } from "#app/documents/write-in-worker.ts";
import { refusal } from "#app/http/fault.ts";
import { administratorPage } from "#app/http/page.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const BUSY = "Two exports are already running. Try again in a minute or so.";

export const loader = administratorPage(async ({ database, now, today }) => {
  const zip = await exportStream({ path: database.path, today, madeAt: now });
  if (zip === null) throw refusal(BUSY, 503, { "Retry-After": "60" });
  return fileAnswer(`demarche-${today}`, "zip", zip);
});

/** The database that is exported, and the number by which its pieces are fetched one by one; null stands for their end. */
type ToExport = { number: number; path: string; today: CalendarDate; madeAt: Date };

declare module "#app/documents/write-in-worker.ts" {
  interface ToWrite {
    export: ToExport;
    "next piece": { number: number };
    "no more": { number: number };
  }
}

/** So many exports are written at once, each in some megabytes; more are asked to come back. */
const AT_ONCE = 2;

let begun = 0;
const underWay = new Set<number>();

/**
 * Every record of a database as a zip, written in the process of the files, piece by piece as it is fetched; null while two
 * others are being written. What is wrong with its beginning is thrown before anything is sent.
 */
export async function exportStream(
  asked: Omit<ToExport, "number">,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null> {
  if (underWay.size >= AT_ONCE) return null;
  begun += 1;
  const number = begun;
  underWay.add(number);
  const pieces = piecesOf({ ...asked, number });
  const first = await pieces.next();
  return new ReadableStream({
    start: (controller) => (first.done ? controller.close() : controller.enqueue(first.value)),
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => pieces.return(undefined).then(() => undefined),
  });
}

async function* piecesOf(asked: ToExport): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const { number } = asked;
  try {
    let piece = await written({ kind: "export", ...asked });
    while (piece !== null) {
      yield piece;
      piece = await written({ kind: "next piece", number });
    }
  } finally {
    underWay.delete(number);
    await written({ kind: "no more", number });
  }
}
