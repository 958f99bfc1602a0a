import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("what an object has stands in it, a line each where one line is too short, and not packed into objects within", () => {
  const packed = globSync("{app,db}/**/*.{ts,tsx}").filter((file) =>
    /\.\.\.\{/.test(readFileSync(file, "utf8")),
  );
  expect(packed).toEqual([]);
});
