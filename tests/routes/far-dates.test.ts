import { globSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { listDatesOutside } from "#db/dates-outside.server.ts";
import { builtRoutes } from "../support/built-routes.ts";
import { DEMO_CAMPAIGN, type Demo, demoCookie, startedDemo } from "../support/demo.ts";
import { everyPage, recordsByName, withRecords } from "../support/every-page.ts";
import { type FormOfPage, formsOf } from "../support/forms-of.ts";
import { openPage, sendForm } from "../support/signed-in.ts";

const INSIDE = ["1900-01-01", "2199-12-31"] as const;
const OUTSIDE = ["9999-12-31", "0001-01-01", "1899-12-31", "2200-01-01"] as const;
/** What fields are called here that take a day. */
const IS_DAY = /(?:date|day|on|by|from|to|until|due|since|first|last|asof|read|expires|effective\w*)$/i;
const PATIENCE = 600_000;

let demo: Demo;
let pages: string[];

beforeAll(async () => {
  demo = await startedDemo();
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  pages = await everyPage(build, demo.database.read, DEMO_CAMPAIGN);
}, PATIENCE);

/** Each form of the pages that these people see, once, with a field that takes a day. */
async function formsWithDays(): Promise<{ form: FormOfPage; field: string; cookie: string }[]> {
  const found = new Map<string, { form: FormOfPage; field: string; cookie: string }>();
  for (const person of ["officer", "clearer", "administrator"] as const) {
    const cookie = await demoCookie(demo, person);
    for (const page of pages) {
      const { text, status } = await openPage(demo.address, page, cookie);
      if (status !== 200) continue;
      for (const form of formsOf(text, page)) {
        const act = form.fields.find(({ name }) => name === "act" || name === "intent")?.value ?? "";
        for (const { name, value, isTyped } of form.fields) {
          const isDay = IS_DAY.test(name) || /^\d{4}-\d\d-\d\d$|^\d{1,2} [A-Z][a-z]{2} \d{4}$/.test(value);
          const key = `${form.action.split("?")[0]} ${act} ${name}`;
          if (isDay && (isTyped || /^\d{4}-\d\d-\d\d$/.test(value)) && !found.has(key))
            found.set(key, { form, field: name, cookie });
        }
      }
    }
  }
  return [...found.values()];
}

/** The form with a day in that field, and the latest version of its record. */
async function sentWith(
  { form, field, cookie }: { form: FormOfPage; field: string; cookie: string },
  day: CalendarDate,
) {
  const fields = form.fields.map(({ name, value, isTyped }) => {
    if (name === field) return [name, day] as const;
    return [name, value === "" && isTyped && !IS_DAY.test(name) ? "Text" : value] as const;
  });
  return sendForm(demo.address, form.action, cookie, fields);
}

test("no field of any form takes a day outside the calendar, and whoever sends one is told which days there are", {
  timeout: PATIENCE,
}, async () => {
  const forms = await formsWithDays();
  expect(new Set(forms.map(({ field }) => field)).size).toBeGreaterThan(12);
  const told = new Set<string>();
  for (const one of forms) {
    for (const day of [...OUTSIDE, ...INSIDE]) {
      const { status, text } = await sentWith(one, day);
      const what = `${one.form.action} ${one.field} ${day}`;
      expect([what, [200, 303, 400, 404, 409].includes(status)]).toEqual([what, true]);
      if (status === 400 && text.includes("from 1900 to 2199")) told.add(one.field);
    }
  }
  expect(await listDatesOutside(demo.database.read)).toEqual([]);
  expect(told.size).toBeGreaterThan(10);
});

test("every page answers with whatever day in its address, and with the first and the last day stored", {
  timeout: PATIENCE,
}, async () => {
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  const names = await recordsByName(demo.database.read, DEMO_CAMPAIGN);
  const files = builtRoutes(build).flatMap(({ isPage, loader, path }) =>
    isPage || loader === null || !path.startsWith("/c/") ? [] : [withRecords(path, names)],
  );
  const asked = parametersInUse();
  expect(asked).toContain("since");
  const cookie = await demoCookie(demo, "officer");
  for (const path of [...pages, ...files]) {
    for (const day of [...OUTSIDE.slice(0, 2), ...INSIDE]) {
      const days = asked.filter((name) => IS_DAY.test(name)).map((name) => [name, day]);
      const { status } = await openPage(demo.address, `${path}?${new URLSearchParams(days)}`, cookie);
      expect([path, day, status < 500]).toEqual([path, day, true]);
    }
  }
});

/** Every name that a page looks for in its address. */
function parametersInUse(): string[] {
  const sources = globSync("app/{campaign,http}/**/*.{ts,tsx}").map((file) => readFileSync(file, "utf8"));
  const named = sources.flatMap((text) => [...text.matchAll(/earch(?:Params)?\.get(?:All)?\("(\w+)"\)/g)]);
  return [...new Set([...named.map(([, name = ""]) => name), "first", "last"])];
}
