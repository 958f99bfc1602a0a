import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = globSync("{app,db}/**/*.{ts,tsx}");

/** Lines of our files outside the folder of dates that match, as "file: line". */
function linesWith(pattern: RegExp): string[] {
  return files
    .filter((file) => !file.startsWith("app/time/"))
    .flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => pattern.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
}

test("nothing goes from day to day or month to month by itself: daysFrom and nextDayThat have their bounds", () => {
  expect(
    linesWith(/\b(?:while|for) \((?!const .* of ).*\b(?:addDays|firstOfMonthAway|nextDay|nextMonth)\(/),
  ).toEqual([]);
  expect(linesWith(/\b(?:while|for) \(.*\bis\w*Day\(/)).toEqual([]);
});

test("a date is made in one place, which knows the first and the last", () => {
  expect(linesWith(/\bz\.(?:iso\.)?(?:date|datetime)\(/)).toEqual([]);
  expect(linesWith(/"(?:9999|0001|1900|2199)-\d\d-\d\d"/)).toEqual([]);
});

test("a cell of a table that holds a date alone keeps it on one line", () => {
  const cell =
    /<t[dh]\b(?![^>]*\bnowrap\b)[^>]*>\s*\{(?:[^{}<>]*\? (?:null|"[^"]*") : )?formatDay\([^<]*\)\}\s*<\//g;
  const broken = files.flatMap((file) =>
    Array.from(readFileSync(file, "utf8").matchAll(cell), ([found]) => `${file}: ${found.trim()}`),
  );
  expect(broken).toEqual([]);
});
