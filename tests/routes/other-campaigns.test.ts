import { beforeAll, expect, test } from "vitest";
import { type Callers, startedCallers, waysToRead, waysToSend } from "../support/callers.ts";

let callers: Callers;

beforeAll(async () => {
  callers = await startedCallers();
});

test.each(["reader", "officer"] as const)(
  "%s sees nothing of a campaign of others, whichever way",
  async (person) => {
    const routes = callers.routes.filter(
      ({ path, loader }) => path.startsWith("/c/:campaign") && loader !== null,
    );
    for (const route of routes) {
      for (const way of waysToRead(route, callers.othersPath(route, "their campaign"))) {
        const { status, text } = await callers.open(person, way);
        expect(status, way).toBe(404);
        expect(text, way).not.toContain("Joint cyber defence");
      }
    }
  },
);

test.each(["reader", "officer"] as const)(
  "%s changes nothing in a campaign of others, whichever way",
  async (person) => {
    const routes = callers.routes.filter(
      ({ path, action }) => path.startsWith("/c/:campaign") && action !== null,
    );
    for (const route of routes) {
      for (const way of waysToSend(route, callers.othersPath(route, "their campaign"))) {
        expect((await callers.send(person, way)).status, way).toBe(404);
      }
    }
  },
);

/** Known to every campaign: people and organisations. A message is named by its number. */
const SHARED = ["contact", "organisation"];

test("a record of another campaign is not found under one's own", async () => {
  for (const route of callers.routes.filter(({ path }) => path.startsWith("/c/:campaign/"))) {
    const last = [...route.path.matchAll(/:(\w+)/g)].at(-1)?.[1] ?? "campaign";
    const path = callers.othersPath(route, "our campaign");
    if (route.loader === null || SHARED.includes(last) || path === callers.ownPath(route)) continue;
    const answer = await callers.open("officer", path);
    // The address of a button leads back to the record's page, whatever the record.
    const page = answer.status === 302 ? String(answer.headers.location) : path;
    expect((await callers.open("officer", page)).status, path).toBe(404);
  }
});
