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

/** Answers with one sentence as a page of its own, for refusals that Remix never sees. */
export function answerWithSentence(response: ServerResponse, status: number, sentence: string): void {
  const page = `<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Demarche</title><h1>${status}</h1><p>${sentence}</p>`;
  response.statusCode = status;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  endAnswer(response, response.req.method === "HEAD" ? "" : page);
}
