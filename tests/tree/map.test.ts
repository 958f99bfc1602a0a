import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The rows of the README's table under "Where do I add …?", as what stands in them between backquotes. */
function rowsOfTheMap(): { row: string; files: string[]; exports: string[] }[] {
  const [, after = ""] = readFileSync("README.md", "utf8").split(/^#+ Where do I add.*$/m);
  const section = after.split(/^#/m)[0] ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((row) => {
      const named = [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
      return {
        row,
        files: named.filter((name) => name.includes("/") || /\.\w+$/.test(name)),
        exports: named.filter((name) => /^\w+$/.test(name)),
      };
    });
}

test("the README says where to add what", () => {
  expect(rowsOfTheMap().length).toBeGreaterThanOrEqual(10);
});

test("every row of the map names a file and an export that exist", () => {
  for (const { row, files, exports } of rowsOfTheMap()) {
    expect(
      files.filter((file) => !existsSync(file)),
      row,
    ).toEqual([]);
    expect(files.length, row).toBeGreaterThan(0);
    expect(exports.length, row).toBeGreaterThan(0);
    const text = files.filter((file) => /\.\w+$/.test(file)).map((file) => readFileSync(file, "utf8"));
    expect(
      exports.filter((name) => !text.some((each) => isExported(each, name))),
      row,
    ).toEqual([]);
  }
});

function isExported(text: string, name: string): boolean {
  if (name === "default") return text.includes("export default ");
  return new RegExp(`export (default )?(async )?(function\\*?|const|type|class) ${name}\\b`).test(text);
}
