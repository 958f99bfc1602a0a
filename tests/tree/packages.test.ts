import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("each package that runs a script when it is installed is named, so that npm warns a newcomer of none", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const { allowScripts = {} } = JSON.parse(readFileSync("package.json", "utf8"));
  const running = Object.entries<{ hasInstallScript?: boolean; name?: string }>(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path, { name }]) => name ?? path.replace(/^.*node_modules\//, ""));
  expect(running.length).toBeGreaterThan(0);
  expect(Object.keys(allowScripts).toSorted()).toEqual([...new Set(running)].toSorted());
});
