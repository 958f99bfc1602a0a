import { attachmentHeader } from "#app/documents/attachment.ts";
import { writtenFile } from "#app/documents/write-in-worker.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { readCable } from "./cable-view.server.ts";

/** The draft as a Word file. */
export const loader = campaignPage("read", async (arrival) => {
  const { document, review } = await readCable(arrival);
  const asked = {
    kind: "report",
    report: document,
    format: "Word",
    madeAt: new Date(review.savedAt),
  } as const;
  return new Response(await writtenFile(asked), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Content-Disposition": attachmentHeader(document.title, ".docx"),
    },
  });
});
