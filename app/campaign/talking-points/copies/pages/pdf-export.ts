import { writtenFile } from "#app/documents/write-in-worker.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { takeFile } from "./take-copy.server.ts";

/** The paper as a tagged PDF. */
export const loader = campaignPage("read", (arrival) =>
  takeFile(arrival, {
    manner: "PDF",
    ending: ".pdf",
    type: "application/pdf",
    write: (paper, madeAt) => writtenFile({ kind: "paper", paper, format: "PDF", madeAt }),
  }),
);
