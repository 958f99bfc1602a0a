import { expect, test } from "vitest";
import { mayCall, startedCallers } from "../support/callers.ts";

const FINER = /[+−-]\d+\.\d{2,}|\b0\.\d{2,}( of a step)?\b/g;

test("on no page stands a level, or what a meeting is worth, with more than one decimal", async () => {
  const callers = await startedCallers();
  const pages = callers.routes.filter(({ isPage, loader }) => isPage && mayCall("officer", loader));
  const found: [string, string[]][] = [];
  for (const route of pages) {
    const { text } = await callers.open("officer", callers.ownPath(route));
    const words = text
      .slice(text.indexOf("<main"))
      .replaceAll(/<!--.*?-->|<(script|style|svg)\b.*?<\/\1>|<[^>]+>/gs, " ");
    const finer = words.match(FINER) ?? [];
    if (finer.length > 0) found.push([route.path, finer]);
  }
  expect(pages.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});
