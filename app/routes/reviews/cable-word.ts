import { attachmentHeader } from "#app/documents/attachment.ts";
import { reportWord } from "#app/documents/report-word.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { readCable } from "./cable-view.server.ts";

/** The draft as a Word file. */
export const loader = campaignPage("read", async (arrival) => {
  const { document, review } = await readCable(arrival);
  return new Response(await reportWord(document, new Date(review.savedAt)), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Content-Disposition": attachmentHeader(document.title, ".docx"),
    },
  });
});
