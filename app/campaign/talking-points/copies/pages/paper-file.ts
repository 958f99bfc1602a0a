import { documentAnswer, formatAsked } from "#app/documents/file-answer.ts";
import { FORMATS, PAPER_FORMATS } from "#app/documents/formats.ts";
import { campaignPage, notFound } from "#app/http/page.server.ts";
import { takeCopy } from "./take-copy.server.ts";

/** The paper as a file, for whom the address says. */
export const loader = campaignPage("read", async (arrival) => {
  const asked = formatAsked(arrival.url);
  const format = PAPER_FORMATS.find((one) => one === asked) ?? notFound();
  const { document } = await takeCopy(arrival, FORMATS[format].says);
  return documentAnswer(arrival, document, format);
});
