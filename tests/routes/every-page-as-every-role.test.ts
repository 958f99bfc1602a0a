import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { isAllowed, type Permission, ROLES } from "#app/http/permission.ts";
import {
  type Callers,
  leadsToSignIn,
  mayCall,
  PEOPLE,
  startedCallers,
  waysToRead,
  waysToSend,
} from "../support/callers.ts";

const PERMISSIONS: readonly Permission[] = [
  "read",
  "write",
  "clear for the embassy",
  "clear for the ministry",
];

/** What Remix says where a route without a page of its own throws anything but a response. */
const UNSAID = "Unexpected Server Error";

/** What the wrapper says to a role that is not enough; a rule may refuse too, in words of its own. */
const REFUSED_TO_ROLE = "does not let you do this";

let callers: Callers;

beforeAll(async () => {
  callers = await startedCallers();
});

test("every loader and action of the build says who may call it", () => {
  const { routes } = callers;
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter(({ loader, action }) => loader === "none" || action === "none")).toEqual([]);
  expect(routes.filter(({ loader }) => loader === null).map(({ id }) => id)).toEqual(["root"]);
});

test("only signing in, signing out and setting up are for anybody", () => {
  const open = callers.routes.filter(({ loader, action }) => loader === "anybody" || action === "anybody");
  expect(open.map(({ path }) => path).sort()).toEqual(["/set-up/:link", "/sign-in", "/sign-out"]);
});

test("under a campaign a permission in it is asked for, under /admin an administrator", () => {
  for (const { path, loader, action, id } of callers.routes) {
    for (const access of [loader, action].filter((one) => one !== null)) {
      if (path.startsWith("/c/:campaign")) expect(PERMISSIONS, id).toContain(access);
      if (path.startsWith("/admin")) expect(access, id).toBe("administrator");
    }
  }
});

test("the table of docs/permissions.md is the rule", () => {
  const rows = readFileSync("docs/permissions.md", "utf8")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => ROLES.some((role) => role === cells[1]) && cells.length === PERMISSIONS.length + 3);
  const granted = (role: (typeof ROLES)[number]) =>
    PERMISSIONS.map((one) => (isAllowed(role, one) ? "yes" : "no"));
  expect(rows).toEqual(ROLES.map((role) => ["", role, ...granted(role), ""]));
});

test("without a session every page leads to the sign-in, whichever way it is asked for", async () => {
  for (const route of callers.routes.filter(({ loader }) => loader !== null && loader !== "anybody")) {
    for (const way of waysToRead(route, callers.ownPath(route))) {
      expect(leadsToSignIn(await callers.open(null, way)), way).toBe(true);
    }
  }
});

test("without a session every form answers 401, whichever way it is sent", async () => {
  for (const route of callers.routes.filter(({ action }) => action !== null && action !== "anybody")) {
    for (const way of waysToSend(route, callers.ownPath(route))) {
      expect((await callers.send(null, way)).status, way).toBe(401);
    }
  }
});

test.each(PEOPLE)("%s opens what the role grants and nothing else, whichever way", async (person) => {
  for (const route of callers.routes.filter(({ loader }) => loader !== null)) {
    for (const way of waysToRead(route, callers.ownPath(route))) {
      const { status, text } = await callers.open(person, way);
      const granted = mayCall(person, route.loader);
      expect(granted ? [200, 202, 302, 403, 404] : [403], way).toContain(status);
      expect(text, way).not.toContain(UNSAID);
      if (granted) expect(text, way).not.toContain(REFUSED_TO_ROLE);
    }
  }
});

test.each(PEOPLE)("%s sends what the role grants and nothing else, whichever way", async (person) => {
  for (const route of callers.routes.filter(({ action, path }) => action !== null && path !== "/sign-out")) {
    for (const way of waysToSend(route, callers.ownPath(route))) {
      const { status, text } = await callers.send(person, way);
      const granted = mayCall(person, route.action);
      expect(granted ? [200, 202, 302, 303, 400, 403, 404, 409] : [403], way).toContain(status);
      expect(text, way).not.toContain(UNSAID);
      if (granted) expect(text, way).not.toContain(REFUSED_TO_ROLE);
    }
  }
});
