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
  const nothing = { talkingPoints: 0, outcomes: 0, followUps: 0 };
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
