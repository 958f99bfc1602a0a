import { beforeAll, expect, test } from "vitest";
import { campaignItems } from "#app/ui/navigation.tsx";
import { type Callers, startedCallers } from "../../support/callers.ts";
import { DEMO_CAMPAIGN } from "../../support/demo.ts";

const NOWHERE = `/c/${DEMO_CAMPAIGN}/no/such/page`;
let callers: Callers;

beforeAll(async () => {
  callers = await startedCallers();
});

test("an address of the campaign at which nothing stands keeps the navigation", async () => {
  const { status, text } = await callers.open("officer", NOWHERE);
  expect(status).toBe(404);
  expect(text).toContain("it belongs to a campaign that you are not in.");
  expect(text).toContain(`href="/c/${DEMO_CAMPAIGN}/calendar"`);
  expect((await callers.send("officer", NOWHERE)).status).toBe(404);
});

test("it tells nobody of another campaign that there is one", async () => {
  const { status, text } = await callers.open("officer", "/c/joint-cyber-defence/no/such/page");
  expect(status).toBe(404);
  expect(text).not.toContain("/c/joint-cyber-defence/calendar");
});

test("the menu says where a page belongs: the log of an event to outcomes, the event itself to the calendar", () => {
  const nothing = { talkingPoints: 0, outcomes: 0, followUps: 0, reports: 0 };
  const current = (path: string) =>
    campaignItems("esa", `/c/esa${path}`, nothing)
      .filter((item) => item.current)
      .map(({ label }) => label);
  expect(current("/events/one/log")).toEqual(["Outcomes"]);
  expect(current("/log")).toEqual(["Outcomes"]);
  expect(current("/events/one")).toEqual(["Calendar"]);
  expect(current("/events/log")).toEqual(["Calendar"]);
  expect(current("")).toEqual(["Overview"]);
});

test("who printed a page, and when on both clocks, is said in one form on every page, the brief and the programme", async () => {
  const pages = callers.routes.filter(({ path }) => /\/(messages|brief|programme)$/.test(path));
  expect(pages).toHaveLength(3);
  for (const page of pages) {
    const path = callers.ownPath(page);
    const { text } = await callers.open("officer", path);
    const printed = [...text.replaceAll("<!-- -->", "").matchAll(/Printed by [^<]*/g)].map(
      ([words]) => words,
    );
    expect([path, printed.length > 0]).toEqual([path, true]);
    for (const words of printed)
      expect(words).toMatch(
        /^Printed by Jana Malá, \w{3} \d{1,2} \w{3} \d{4}, \d\d:\d\d in Washington, (\w{3} \d{1,2} \w{3} \d{4}, )?\d\d:\d\d in Prague/,
      );
  }
});
