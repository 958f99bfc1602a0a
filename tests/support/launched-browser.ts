import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { type Found, unpackedBrowser } from "./unpacked-browser.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Where a browser is: named by CHROMIUM_PATH, or the one that npm brings: it has no window to draw, and opens a
 * page for a quarter of the work of the system's.
 */
async function findBrowser(): Promise<Found> {
  const named = process.env.CHROMIUM_PATH ?? "";
  return existsSync(named) ? { executablePath: named, env: {} } : unpackedBrowser();
}

/** A browser without a window, which asks nobody for anything but the pages. */
export async function launchedBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env }, timeout: 120_000 });
}
