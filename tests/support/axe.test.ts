import { expect, test } from "vitest";
import { axeFindings } from "./axe.ts";
import { newBrowser, newPage } from "./browser.ts";

const head = (css: string) => `<!doctype html><html lang="en"><title>Try</title><style>${css}</style>`;

test("each set of colours is looked at once, and what is wrong is said of every page that it stands on", async () => {
  const { page } = await newPage(await newBrowser());
  const contrast = async (css: string, body: string) => {
    await page.setContent(`${head(css)}<main><h1>Try</h1>${body}</main>`);
    return await axeFindings(page, "colours");
  };
  const pale = (place: string) => [`color-contrast: ${place}`];

  expect(await contrast("", "<p>Black on white</p>")).toEqual([]);
  expect(await contrast("p { color: #bbb }", "<p>Pale on white</p>")).toEqual(pale("p"));
  expect(await contrast("p { color: #bbb }", "<p>The same on another page</p>")).toEqual(pale("p"));
  // The same colour on another ground, by a parent, by what is laid under it, and by an opacity.
  expect(await contrast("p { color: #555 }", "<p>Grey on white</p>")).toEqual([]);
  expect(await contrast("p { color: #555 } div { background: #333 }", "<div><p>Grey</p></div>")).toEqual(
    pale("p"),
  );
  const under = "p { color: #555; position: relative } i { position: absolute; inset: 0; background: #333 }";
  expect(await contrast(`${under} div { position: relative }`, "<div><i></i><p>Grey</p></div>")).toEqual(
    pale("p"),
  );
  expect(await contrast("p { color: #555 } div { opacity: 0.5 }", "<div><p>Grey</p></div>")).toEqual(
    pale("p"),
  );
  // In the dark alone.
  const dark = "@media (prefers-color-scheme: dark) { :root { background: #111 } p { color: #333 } }";
  expect(await contrast(dark, "<p>Black on white</p>")).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await axeFindings(page, "colours")).toEqual([...pale("h1"), ...pale("p")]);
});
