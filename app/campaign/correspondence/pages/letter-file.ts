import { documentAnswer, formatAsked } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { leavingHere, letterHere } from "./letters-here.server.ts";

/** A cable, a memorandum or a thank-you note as a file. */
export const loader = campaignPage("read", async (arrival) => {
  const { document } = await leavingHere(arrival, await letterHere(arrival));
  return documentAnswer(arrival, document, formatAsked(arrival.url));
});
