import { once } from "node:events";
import { createServer } from "node:net";
import type { Settings } from "#app/http/environment.ts";

/** Whether nobody listens where the product will: a demo that runs there keeps the database that it works on. */
export async function isPortFree({ host, port }: Pick<Settings, "host" | "port">): Promise<boolean> {
  const server = createServer();
  const isFree = await once(server.listen(port, host), "listening").then(
    () => true,
    () => false,
  );
  if (isFree) await once(server.close(), "close");
  return isFree;
}
