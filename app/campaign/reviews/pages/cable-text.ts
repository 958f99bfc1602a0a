import { attachmentHeader } from "#app/documents/attachment.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { readCable } from "./cable-view.server.ts";

/** The draft as plain text. */
export const loader = campaignPage("read", async (arrival) => {
  const { document, text } = await readCable(arrival);
  return new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": attachmentHeader(document.title, ".txt"),
    },
  });
});
