import { fileAnswer, formatAsked } from "#app/documents/file-answer.ts";
import { FORMATS, PAPER_FORMATS } from "#app/documents/formats.ts";
import { writtenFile } from "#app/documents/write-in-worker.ts";
import { campaignPage, notFound } from "#app/http/page.server.ts";
import { talkingPointsMarkdown } from "../../documents/talking-points-markdown.ts";
import { sideOf, takeCopy } from "./take-copy.server.ts";

/** The paper as a file, for whom the address says. */
export const loader = campaignPage("read", async (arrival) => {
  const asked = formatAsked(arrival.url);
  const format = PAPER_FORMATS.find((one) => one === asked) ?? notFound();
  const { document: paper, mark } = await takeCopy(arrival, FORMATS[format].says);
  const name = [mark, paper.title, sideOf(arrival.url) === "outsiders" ? "for outsiders" : null];
  const madeAt = arrival.now;
  return fileAnswer(
    name.filter((part) => part !== null).join(", "),
    format,
    format === "md"
      ? talkingPointsMarkdown(paper)
      : await writtenFile({ kind: "paper", paper, format, madeAt }),
  );
});
