import { campaignPage } from "#app/http/page.server.ts";
import { talkingPointsMarkdown } from "../../documents/talking-points-markdown.ts";
import { takeFile } from "./take-copy.server.ts";

/** The paper as a Markdown file. */
export const loader = campaignPage("read", (arrival) =>
  takeFile(arrival, {
    manner: "Markdown",
    ending: ".md",
    type: "text/markdown; charset=utf-8",
    write: talkingPointsMarkdown,
  }),
);
