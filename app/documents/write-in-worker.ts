import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { FrozenReview } from "#app/campaign/reviews/freeze-review.ts";
import type { NamedPerson } from "#app/campaign/reviews/names-apart.ts";
import type { ReviewContent } from "#app/campaign/reviews/review-content.ts";
import type { Document } from "./document.ts";
import type { DocumentFormat } from "./formats.ts";

export type ToDocument = { kind: "document"; document: Document; format: DocumentFormat; madeAt: Date };
export type ToLibrary = {
  kind: "library";
  path: string;
  campaignId: string;
  today: string;
  madeAt: Date;
};
export type ToExport = { number: number; path: string; today: string; madeAt: Date };

export type ToFreeze = { kind: "frozen review"; content: ReviewContent; people: readonly NamedPerson[] };

/** What is asked of the worker. An export is fetched piece by piece; null stands for its end. */
export type ToWrite =
  | ToDocument
  | ToLibrary
  | ToFreeze
  | (ToExport & { kind: "export" })
  | { kind: "next piece" | "no more"; number: number };
export type Asked = { number: number; task: ToWrite };
export type Written = { number: number } & (
  | { ok: true; bytes: Uint8Array<ArrayBuffer> | null }
  | { ok: false; fault: Error; said: Record<string, string> }
);

/** The server runs from a bundle; the worker is the file itself. */
const WORKER = createRequire(import.meta.url).resolve("#app/server/documents-worker.ts");

/** In megabytes: a report of two dozen charts takes a tenth of it. */
const MEMORY = { maxOldGenerationSizeMb: 512 };
/** A worker that nobody asks is ended after so many milliseconds. */
const IDLE = 30_000;

type Waiting = { give(bytes: Uint8Array<ArrayBuffer> | null): void; fail(fault: Error): void };
type Writer = { worker: Worker; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | null };

let writer: Writer | null = null;
let numbered = 0;

/** Writes a file on a thread of its own: pictures and pages are work of seconds, and nobody else waits for them. */
export function writtenFile(file: ToDocument | ToLibrary): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(file);
}

/** Freezes a review there, too: of a large campaign it is some megabytes of text, in which every name is looked for. */
export async function frozenReview(
  content: ReviewContent,
  people: readonly NamedPerson[],
): Promise<FrozenReview> {
  return JSON.parse(Buffer.from(await bytesOf({ kind: "frozen review", content, people })).toString());
}

async function bytesOf(task: ToWrite): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await written(task);
  if (bytes === null) throw new Error("A file was written without a byte");
  return bytes;
}

/** What the worker answers; several tasks may be under way, each giving way to the others where it waits. */
export function written(task: ToWrite): Promise<Uint8Array<ArrayBuffer> | null> {
  const { worker, waiting, idle } = writerNow();
  if (idle !== null) clearTimeout(idle);
  numbered += 1;
  const number = numbered;
  return new Promise((give, fail) => {
    waiting.set(number, { give, fail });
    worker.ref();
    worker.postMessage({ number, task });
  });
}

function writerNow(): Writer {
  writer ??= newWriter();
  return writer;
}

function newWriter(): Writer {
  const worker = new Worker(WORKER, { execArgv: [], resourceLimits: MEMORY });
  const own: Writer = { worker, waiting: new Map(), idle: null };
  worker.on("message", (written: Written) => {
    const asker = own.waiting.get(written.number);
    own.waiting.delete(written.number);
    if (own.waiting.size === 0) rest(own);
    if (written.ok) asker?.give(written.bytes);
    else asker?.fail(Object.assign(written.fault, written.said));
  });
  worker.on("error", (fault) => {
    if (writer === own) writer = null;
    for (const { fail } of own.waiting.values()) fail(fault);
    own.waiting.clear();
  });
  return own;
}

function rest(own: Writer): void {
  own.worker.unref();
  own.idle = setTimeout(() => {
    if (writer === own) writer = null;
    void own.worker.terminate();
  }, IDLE);
  own.idle.unref();
}
