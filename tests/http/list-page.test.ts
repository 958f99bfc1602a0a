import { expect, test } from "vitest";
import { listPage } from "#app/http/page.server.ts";

const at = (search: string, count: number) =>
  listPage(new URL(`https://demarche.example/list${search}`), count);

test("a page of a list shows fifty rows, and the first where the address says nothing that could be one", () => {
  expect(at("?page=2", 120)).toEqual({ page: 2, pages: 3, part: { limit: 50, offset: 50 } });
  for (const search of ["", "?page=", "?page=0", "?page=-3", "?page=1.5", "?page=last", "?page=1e9"]) {
    expect(at(search, 120).page).toBe(1);
  }
});

test("beyond the end is the last page, and an empty list has one", () => {
  expect(at("?page=9", 101)).toEqual({ page: 3, pages: 3, part: { limit: 50, offset: 100 } });
  expect(at("?page=9", 100).page).toBe(2);
  expect(at("?page=9", 0)).toEqual({ page: 1, pages: 1, part: { limit: 50, offset: 0 } });
});
