import { exportFiles } from "#app/documents/export-files.ts";
import { exportedZip } from "#app/documents/export-zip.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { administratorPage } from "#app/http/page.server.ts";
import { readEverything } from "#db/queries/export.server.ts";

export const loader = administratorPage(async ({ database, now }) => {
  const zip = await exportedZip(
    exportFiles(await readEverything(database.read, dateIn(now, WASHINGTON)), now),
    now,
  );
  return new Response(new Uint8Array(zip), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="demarche-${dateIn(now, WASHINGTON)}.zip"`,
    },
  });
});
