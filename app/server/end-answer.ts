import type { ServerResponse } from "node:http";

/** How long the rest of a request that was answered is read and dropped, so that the browser gets to read the answer. */
const LINGER_MS = 5_000;

/**
 * Ends an answer. Where its request is not read to the end, all of the answer goes out first, and the rest of the request is
 * read into nothing: a connection that is closed over unread bytes is reset, and what was answered is lost on the way.
 */
export function endAnswer(response: ServerResponse, whole: string | Uint8Array = ""): void {
  const request = response.req;
  if (request.complete || request.destroyed) {
    response.end(whole);
    return;
  }
  response.setHeader("Connection", "close");
  response.setHeader("Content-Length", Buffer.byteLength(whole));
  response.flushHeaders();
  if (whole.length > 0) response.write(whole);
  const end = () => response.end();
  const cut = setTimeout(end, LINGER_MS);
  response.on("close", () => clearTimeout(cut));
  request.on("end", end);
  request.on("error", end);
  request.resume();
}
