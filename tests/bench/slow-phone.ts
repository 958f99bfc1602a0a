import type { Browser } from "playwright-core";
import { launchedBrowser } from "../support/launched-browser.ts";
import type { Bench } from "./bench-context.ts";
import { limited, median, type Rows } from "./row.ts";
import { signIn, startServer } from "./servers.ts";

const PAINT_LIMIT = 800;
const VISITS = 5;
/** A phone of the middle sort on a slow mobile network, as Lighthouse takes it: 4 times slower, 1.6 Mbit/s, 150 ms to and fro. */
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const SLOWER = 4;
const MBIT = 1_000_000 / 8;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6 * MBIT,
  uploadThroughput: 0.75 * MBIT,
};

type Seen = { first: number; largest: number; shift: number };

/** When somebody sees the page on which an outcome is logged, with nothing of the product on the phone yet. */
export async function* slowPhone(bench: Bench): Rows {
  const product = await startServer("app/server/start.ts", { DATABASE_PATH: bench.database });
  const browser = await launchedBrowser();
  try {
    const cookie = await signIn(product.address, bench.email, bench.password);
    const url = product.address + (await pathToLog(product.address, bench, cookie));
    // The server has drawn the page before: what is cold is the phone.
    await seenOn(browser, url, cookie);
    const seen: Seen[] = [];
    for (let visit = 0; visit < VISITS; visit += 1) seen.push(await seenOn(browser, url, cookie));
    const of = (what: keyof Seen) => median(seen.map((each) => each[what]));
    const name = "first visit to log an outcome, slow phone";
    yield limited(`${name}, first contentful paint`, of("first"), PAINT_LIMIT, "ms");
    yield limited(`${name}, largest contentful paint`, of("largest"), PAINT_LIMIT, "ms");
    yield limited(`${name}, layout shift`, Math.max(...seen.map(({ shift }) => shift)), 0, "score");
  } finally {
    await browser.close();
    await product.stop();
  }
}

/** An event that was held, and that the officer of the bench may log. */
async function pathToLog(address: string, { campaign }: Bench, cookie: string): Promise<string> {
  const list = await (await fetch(`${address}/c/${campaign}/log`, { headers: { Cookie: cookie } })).text();
  const path = /href="([^"]*\/events\/[\w-]+\/log)/.exec(list)?.[1];
  if (path === undefined) throw new Error("No event of the sample is to be logged");
  return path;
}

async function seenOn(browser: Browser, url: string, cookie: string): Promise<Seen> {
  const context = await browser.newContext(PHONE);
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send("Network.enable");
  await devTools.send("Network.emulateNetworkConditions", NETWORK);
  await devTools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (answer?.status() !== 200 || page.url() !== url) throw new Error(`${url} led to ${page.url()}`);
  const seen = await page.evaluate(
    () =>
      new Promise<Seen>((resolve) => {
        const found = { first: Number.NaN, largest: Number.NaN, shift: 0 };
        const entries = (type: string, take: (entry: PerformanceEntry) => void) =>
          new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
            type,
            buffered: true,
          });
        entries("paint", ({ name, startTime }) => {
          if (name === "first-contentful-paint") found.first = startTime;
        });
        entries("largest-contentful-paint", ({ startTime }) => {
          found.largest = startTime;
        });
        entries("layout-shift", (entry) => {
          found.shift += "value" in entry ? Number(entry.value) : 0;
        });
        setTimeout(() => resolve(found), 500);
      }),
  );
  await context.close();
  return seen;
}
