import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";

const SERVER_BUILD = new URL("../../build/server/index.js", import.meta.url);

/** The folder of everything that browsers load. */
export const BROWSER_FILES = fileURLToPath(new URL("../../build/client", import.meta.url));

/** The pages as `npm run build` left them, or null where they were not built. React reads NODE_ENV as it loads. */
export async function loadBuild(): Promise<ServerBuild | null> {
  if (!existsSync(SERVER_BUILD)) return null;
  process.env.NODE_ENV ??= "production";
  const build: ServerBuild = await import(SERVER_BUILD.href);
  return build;
}
