import { documentAnswer, formatAsked } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { visitHere } from "../../visit-here.server.ts";
import { copyOf } from "./schedulers-here.server.ts";

/** The copy for schedulers as a file. */
export const loader = campaignPage("read", async (arrival) => {
  const { document } = copyOf(arrival, await visitHere(arrival));
  return documentAnswer(arrival, document, formatAsked(arrival.url));
});
