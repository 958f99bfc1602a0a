import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { Document } from "./document.ts";
import type { DocumentFormat } from "./formats.ts";
import type { Making } from "./paper-size.ts";

/**
 * Everything that is written on the thread, by its kind: what it is written from. Each room adds what it asks for, beside
 * where it asks: `declare module "#app/documents/write-in-worker.ts" { interface ToWrite { … } }`; the worker calls who
 * writes it.
 */
export interface ToWrite {
  document: { document: Document; format: DocumentFormat; making: Making };
}

type Task = { [Each in keyof ToWrite]: { kind: Each } & ToWrite[Each] }[keyof ToWrite];

export type Asked = { number: number; task: Task };
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
export async function writtenFile(task: Task): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await written(task);
  if (bytes === null) throw new Error("The file that was written is empty");
  return bytes;
}

/** What the worker answers, null where there is nothing more; several tasks may be under way, each giving way to the others where it waits. */
export function written(task: Task): Promise<Uint8Array<ArrayBuffer> | null> {
  writer ??= newWriter();
  const { worker, waiting, idle } = writer;
  if (idle !== null) clearTimeout(idle);
  numbered += 1;
  const number = numbered;
  return new Promise((give, fail) => {
    waiting.set(number, { give, fail });
    worker.ref();
    worker.postMessage({ number, task });
  });
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
