import type { Browser, BrowserContext, Page } from "playwright-core";
import { onTestFailed } from "vitest";
import { atEndOfFile } from "./end-of-file.ts";
import { launchedBrowser } from "./launched-browser.ts";

let opened: Promise<Browser> | null = null;

export type Look = { width: 1440 | 390; javaScript: boolean; scheme: "light" | "dark" };

export const DESK: Look = { width: 1440, javaScript: true, scheme: "light" };

/** A browser of its own, with nothing in it: one person at one machine. */
export async function newBrowser(look: Look = DESK): Promise<BrowserContext> {
  opened ??= launch();
  const context = await (await opened).newContext({
    viewport: { width: look.width, height: 900 },
    javaScriptEnabled: look.javaScript,
    colorScheme: look.scheme,
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  // A machine may be slow: how long a page takes is measured by the bench.
  context.setDefaultTimeout(60_000);
  if (look.javaScript) context.on("page", paintedBeforeKeys);
  return context;
}

/** A key that is pressed before the first frame of a page is lost, and on a busy machine a page loads before it is painted. */
function paintedBeforeKeys(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (...where) => {
    const answer = await goto(...where);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    return answer;
  };
}

async function launch(): Promise<Browser> {
  const browser = await launchedBrowser();
  atEndOfFile(() => {
    opened = null;
    return browser.close();
  });
  return browser;
}

/**
 * A page on which any fault of a script, of the console or of the server, fails the test at its end. A test that
 * fails before says where its page stood, and what was wrong there by then.
 */
export async function newPage(context: BrowserContext): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  onTestFailed(() => {
    console.error(`The page stood at ${page.url()}.`, ...faults);
  });
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (message) => {
    // An answer of 4xx is told in words on its page; of 5xx below.
    const isAnswer = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isAnswer) faults.push(`${page.url()} ${message.text()}`);
  });
  page.on("response", (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`);
  });
  page.on("requestfailed", (request) => {
    const failure = request.failure()?.errorText ?? "";
    // A link that is followed while a font still loads cuts it off.
    if (failure !== "net::ERR_ABORTED") faults.push(`${failure} ${request.url()}`);
  });
  return { page, faults };
}

/** Signs in by the form, as a person does, and waits for the first page. */
export async function signIn(page: Page, address: string, email: string, password: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
