import { writtenFile } from "#app/documents/write-in-worker.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { takeFile } from "./take-copy.server.ts";

/** The paper as a Word file. */
export const loader = campaignPage("read", (arrival) =>
  takeFile(arrival, {
    manner: "Word",
    ending: ".docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: (paper, madeAt) => writtenFile({ kind: "paper", paper, format: "Word", madeAt }),
  }),
);
