import { expect, test } from "vitest";
import { groupSaves, type Save } from "#app/campaign/talking-points/versions/grouped-saves.ts";

function save(minute: number, before: string, after: string, given: Partial<Save> = {}): Save {
  const madeAt = `2026-11-06T20:${String(minute).padStart(2, "0")}:00.000Z`;
  const fields = [{ table: "talking_points_block", rowId: "block-1", column: "text", before, after }];
  const who = { accountId: "jana", action: "edited", summary: "Saved the wording" };
  return { madeAt, ...who, undoes: null, isUndone: false, fields, ...given };
}

const told = (changes: readonly Save[]) =>
  groupSaves(changes).map(({ summary, fields }) => [summary, fields[0]?.before, fields[0]?.after]);

test("what one person saves of one block while typing is one entry, from the first wording to the last", () => {
  expect(told([save(3, "a b", "a b c"), save(2, "a", "a b"), save(1, "", "a")])).toEqual([
    ["Saved the wording (3 times)", "", "a b c"],
  ]);
});

test("another person, another block, another act or a longer pause begins a new entry", () => {
  const elsewhere = { fields: [{ ...save(2, "x", "y").fields[0], rowId: "block-2" }] } as Partial<Save>;
  expect(told([save(3, "b", "c"), save(2, "x", "y", { accountId: "petr" }), save(1, "a", "b")])).toHaveLength(
    3,
  );
  expect(told([save(3, "b", "c"), save(2, "x", "y", elsewhere), save(1, "a", "b")])).toHaveLength(3);
  expect(told([save(12, "a", "b"), save(1, "", "a")])).toHaveLength(2);
  expect(told([save(3, "a", "b", { undoes: "change-1" }), save(2, "", "a")])).toHaveLength(2);
});

test("a wording that was typed and taken back leaves no difference", () => {
  expect(groupSaves([save(2, "b", "a"), save(1, "a", "b")])[0]?.fields).toEqual([]);
});
