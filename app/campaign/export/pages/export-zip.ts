import { fileAnswer } from "#app/documents/file-answer.ts";
import { refusal } from "#app/http/fault.ts";
import { administratorPage } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { exportStream } from "../export-stream.ts";

const BUSY = "Two exports are being written just now. Try again when one of them is done, in a minute or so.";

export const loader = administratorPage(async ({ database, now }) => {
  const today = dateIn(now, WASHINGTON);
  const zip = await exportStream({ path: database.path, today, madeAt: now });
  if (zip === null) throw refusal(BUSY, 503, { "Retry-After": "60" });
  return fileAnswer(`demarche-${today}`, "zip", zip);
});
