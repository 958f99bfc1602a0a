import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BROWSER_FILES } from "#app/server/build.ts";
import { builtPages } from "../support/server.ts";

/** Whatever else a script imports reaches every browser: a record, a store or zod among it. */
const MAY_REACH_BROWSERS = [
  /^app\/entry\.client\.tsx$/,
  /^app\/ui\/enhance\//,
  /^app\/ui\/keys\.ts$/,
  /^app\/(time|text)\/[\w-]+\.ts$/,
  /^vite\/preload-helper\.js$/,
  /^node_modules\/(@atlaskit\/pragmatic-drag-and-drop|@babel\/runtime|bind-event-listener|raf-schd)\//,
  /^node_modules\/@date-fns\/tz\//,
];
const KILOBYTE = 1024;
const MOST_SCRIPT = 60 * KILOBYTE;

const modules: Record<string, string[]> = JSON.parse(
  readFileSync(join(BROWSER_FILES, ".vite/modules.json"), "utf8"),
);
const files = readdirSync(join(BROWSER_FILES, "assets"))
  .filter((name) => !/\.(br|gz)$/.test(name))
  .map((name) => `assets/${name}`);
const textOf = (file: string) => readFileSync(join(BROWSER_FILES, file), "utf8");
const named = (text: string) =>
  [...text.matchAll(/\/(assets\/[\w.-]+\.\w+)/g)].map((match) => match[1] ?? "");

test("no script reaches further than what a browser may have", () => {
  for (const [script, reached] of Object.entries(modules)) {
    expect(
      reached.filter((module) => !MAY_REACH_BROWSERS.some((may) => may.test(module))),
      script,
    ).toEqual([]);
  }
  expect(Object.values(modules).flat()).toContain("app/entry.client.tsx");
});

test("no other script is built for browsers, and all of them are small", () => {
  const scripts = files.filter((file) => file.endsWith(".js"));
  expect(scripts.sort()).toEqual(Object.keys(modules).sort());
  expect(scripts.reduce((sum, file) => sum + textOf(file).length, 0)).toBeLessThan(MOST_SCRIPT);
});

test("every file that a page names is built, and no other", async () => {
  const links = Object.values((await builtPages()).routes).flatMap((route) => route?.module.links?.() ?? []);
  const linked = links.flatMap((link) => ("href" in link && link.href ? named(link.href) : []));
  expect(linked.length).toBeGreaterThan(0);
  const scripts = Object.keys(modules);
  const deeper = [...scripts, ...linked.filter((file) => file.endsWith(".css"))].flatMap((file) =>
    named(textOf(file)),
  );
  expect([...new Set([...scripts, ...linked, ...deeper])].sort()).toEqual(files.sort());
});
