import type { ServerResponse } from "node:http";
import { endAnswer } from "./end-answer.ts";

/** Answers with one sentence as a page of its own, for refusals that Remix never sees. */
export function answerWithSentence(response: ServerResponse, status: number, sentence: string): void {
  const page = `<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Demarche</title><h1>${status}</h1><p>${sentence}</p>`;
  response.statusCode = status;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  endAnswer(response, response.req.method === "HEAD" ? "" : page);
}
