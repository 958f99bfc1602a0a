import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { type SeparateProcess, startProcess } from "#app/http/separate-process.ts";
import type { Document } from "./document.ts";
import type { DocumentFormat } from "./formats.ts";
import type { Making } from "./paper-size.ts";

/**
 * Everything that is written in the process, by its kind: what it is written from. Each room adds what it asks for, beside
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
const WORKER = pathToFileURL(createRequire(import.meta.url).resolve("#app/server/documents-worker.ts"));

/** In megabytes: a report of two dozen charts takes a tenth of it. */
const MEMORY = { oldMemory: 512, youngMemory: 48 };
/** A worker that nobody asks is ended after so many milliseconds. */
const IDLE = 30_000;

type Waiting = { give(bytes: Uint8Array<ArrayBuffer> | null): void; fail(fault: Error): void };
type Writer = { child: SeparateProcess<Asked>; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | null };

let writer: Writer | null = null;
let numbered = 0;

/** Writes a file in a process of its own: pictures and pages are work of seconds, and nobody else waits for them. */
export async function writtenFile(task: Task): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await written(task);
  if (bytes === null) throw new Error("The file that was written is empty");
  return bytes;
}

/** What the worker answers, null where there is nothing more; several tasks may be under way, each giving way to the others where it waits. */
export function written(task: Task): Promise<Uint8Array<ArrayBuffer> | null> {
  writer ??= newWriter();
  const { child, waiting, idle } = writer;
  if (idle !== null) clearTimeout(idle);
  numbered += 1;
  const number = numbered;
  return new Promise((give, fail) => {
    waiting.set(number, { give, fail });
    child.isAwaited(true);
    child.ask({ number, task });
  });
}

function newWriter(): Writer {
  const child = startProcess<Asked, Written>(WORKER, MEMORY, {
    told(written) {
      const asker = own.waiting.get(written.number);
      own.waiting.delete(written.number);
      if (own.waiting.size === 0) rest(own);
      if (written.ok) asker?.give(written.bytes);
      else asker?.fail(Object.assign(written.fault, written.said));
    },
    lost(why) {
      if (writer === own) writer = null;
      for (const { fail } of own.waiting.values()) fail(new Error(`The process that writes files: ${why}`));
      own.waiting.clear();
    },
  });
  const own: Writer = { child, waiting: new Map(), idle: null };
  return own;
}

function rest(own: Writer): void {
  own.child.isAwaited(false);
  own.idle = setTimeout(() => {
    if (writer === own) writer = null;
    void own.child.end();
  }, IDLE);
  own.idle.unref();
}
