import { fileAnswer, formatAsked } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { visitHere } from "../../visit-here.server.ts";
import { copyOf } from "./schedulers-here.server.ts";

/** The copy for schedulers as a file. */
export const loader = campaignPage("read", async (arrival) => {
  const visit = await visitHere(arrival);
  const copy = copyOf(arrival, visit);
  const format = formatAsked(arrival.url);
  return fileAnswer(
    `${visit.event.title}, for schedulers`,
    format,
    format === "md" ? copy.markdown : copy.text,
  );
});
