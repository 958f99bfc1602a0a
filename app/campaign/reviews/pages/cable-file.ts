import { documentAnswer, fileAnswer, formatAsked } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { readCable } from "./cable-view.server.ts";

/** The draft of the monthly cable as a file. */
export const loader = campaignPage("read", async (arrival) => {
  const { document, text, review } = await readCable(arrival);
  const format = formatAsked(arrival.url);
  if (format === "txt") return fileAnswer(document.name, format, text);
  return documentAnswer(document, format, new Date(review.savedAt));
});
