import type { IncomingMessage } from "node:http";
import type { Refusal } from "#app/server/gate.ts";

const MEGABYTE = 1_048_576;

type FormLimit = { bytes: number; refusal: Refusal };

/** What a form may weigh. */
export const FORM_LIMIT: FormLimit = {
  bytes: MEGABYTE,
  refusal: {
    status: 413,
    sentence:
      "A form may have 1 MB at most, and this one is larger. Nothing was saved: go back, what you typed is still there.",
  },
};

/** A form that brings a calendar file of up to 10 MB, with what is around it. */
export const CALENDAR_LIMIT: FormLimit = {
  bytes: 11 * MEGABYTE,
  refusal: {
    status: 413,
    sentence:
      "A calendar file may have 10 MB at most, and this one is larger. Nothing was read: send a shorter span of the calendar.",
  },
};

/** What the form that is sent to this path may weigh. */
export function limitOf(path: string): FormLimit {
  return /^\/c\/[^/]+\/calendar\/import$/.test(path) ? CALENDAR_LIMIT : FORM_LIMIT;
}

type Body = { ok: true; bytes: Buffer<ArrayBuffer> } | { ok: false; refusal: Refusal };

/** Reads the body, counting while it streams in, and stops keeping it as soon as it is over its limit. */
export function readBody(request: IncomingMessage, path: string): Promise<Body> {
  const limit = limitOf(path);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit.bytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve({ ok: false, refusal: limit.refusal });
      }
    });
    request.on("end", () => resolve({ ok: true, bytes: Buffer.concat(chunks) }));
    request.on("error", reject);
    request.on("close", () => reject(new Error("The connection closed before the body was complete.")));
  });
}

/** How long the rest of a refused body is read and dropped, so that the browser gets to read the answer. */
const LINGER_MS = 5_000;

/** Reads the rest of a refused body into nothing, and cuts the connection when it does not end. */
export function dropBody(request: IncomingMessage): void {
  if (request.complete) return;
  const cut = setTimeout(() => request.destroy(), LINGER_MS);
  request.on("close", () => clearTimeout(cut));
  request.on("error", () => clearTimeout(cut));
  request.resume();
}
