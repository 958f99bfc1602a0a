import { expect, test } from "vitest";
import {
  actOfChange,
  countImport,
  type LibraryEntry,
  libraryEntries,
  planImport,
} from "#app/campaign/messages/library/plan-import.ts";
import { library } from "../../support/builders/library.ts";

const p = (code: string, text: string): LibraryEntry => ({ kind: "proof point", code, text });

function codesOf(files: LibraryEntry[], product: LibraryEntry[], agreed: LibraryEntry[]) {
  const plan = planImport(files, product, agreed);
  const { changes, ...others } = plan;
  const acts = Object.groupBy(changes, actOfChange);
  return Object.fromEntries(
    Object.entries({ ...acts, ...others }).flatMap(([act, list]) =>
      list.length === 0 ? [] : [[act, list.map(({ code }) => code)]],
    ),
  );
}

test("the first import adds everything, the second finds everything the same", () => {
  const entries = [...libraryEntries(library())];
  const none = { added: 0, changed: 0, ended: 0, same: 0 };
  expect(countImport(planImport(entries, [], []))["proof point"]).toEqual({ ...none, added: 1 });
  expect(countImport(planImport(entries, entries, entries))["key message"]).toEqual({ ...none, same: 1 });
});

test("whoever alone changed a record since the last import is followed", () => {
  const agreed = [p("P1", "old")];
  expect(codesOf([p("P1", "new")], agreed, agreed)).toEqual({ changed: ["P1"] });
  expect(codesOf([], agreed, agreed)).toEqual({ ended: ["P1"] });
  expect(codesOf(agreed, [p("P1", "edited")], agreed)).toEqual({ same: ["P1"] });
  expect(codesOf(agreed, [], agreed)).toEqual({ same: ["P1"] });
});

test("a record that files and product changed differently is a conflict, with both texts", () => {
  const agreed = [p("P1", "old")];
  const plan = planImport([p("P1", "ours")], [p("P1", "theirs")], agreed);
  expect(plan.conflicts).toEqual([{ kind: "proof point", code: "P1", inProduct: "theirs", inFiles: "ours" }]);
  expect(codesOf([], [p("P1", "theirs")], agreed)).toEqual({ conflicts: ["P1"] });
  expect(codesOf([p("P1", "ours")], [], agreed)).toEqual({ conflicts: ["P1"] });
  expect(codesOf([p("P1", "ours")], [p("P1", "theirs")], [])).toEqual({ conflicts: ["P1"] });
  expect(codesOf([p("P1", "both")], [p("P1", "both")], agreed)).toEqual({ same: ["P1"] });
});

test("a record that only the product has, and that was never in the files, stays", () => {
  expect(codesOf([], [p("P9", "made in the product")], [])).toEqual({});
});

test("sources come before what cites them, and codes go as people count", () => {
  const source: LibraryEntry = { kind: "source", code: "nato", text: "" };
  const plan = planImport([p("P10", ""), p("P2", ""), source], [], []);
  expect(plan.changes.map(({ code }) => code)).toEqual(["nato", "P2", "P10"]);
});
