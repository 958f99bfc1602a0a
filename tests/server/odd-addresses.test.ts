import { beforeAll, expect, test } from "vitest";
import { builtRoutes } from "../support/built-routes.ts";
import { type Demo, demoCookie, startedDemo } from "../support/demo.ts";
import { askByBytes } from "../support/raw-http.ts";
import { builtPages } from "../support/server.ts";

let demo: Demo;
let cookie: string;

beforeAll(async () => {
  demo = await startedDemo();
  cookie = await demoCookie(demo, "administrator");
});

/** The status of the answer to a request whose target is sent as it is. */
async function statusOf(method: string, target: string, headers: Readonly<Record<string, string>> = {}) {
  const lines = Object.entries({ Host: new URL(demo.address).host, Cookie: cookie, ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const answer = await askByBytes(
    demo.address,
    `${method} ${target} HTTP/1.1\r\n${head}Connection: close\r\n\r\n`,
  );
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);
}

test.each([
  "/sign-in.data",
  "/_root.data?_routes=root",
  "/x/../sign-in.data",
  "/__manifest",
  "/__manifest?version=1&p=/",
  "/./__manifest",
  "//__manifest",
  "/..//__manifest",
])("what Remix keeps for its own script is not here: %s", async (target) => {
  const form = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "0" };
  for (const method of ["GET", "HEAD"]) {
    expect(await statusOf(method, target), method).toBe(404);
    expect(await statusOf(method, target, { Origin: demo.address }), method).toBe(404);
    expect(await statusOf(method, target, { Origin: "https://other.example" }), method).toBe(403);
  }
  expect(await statusOf("POST", target, { ...form, Origin: demo.address })).toBe(404);
  expect(await statusOf("POST", target, { ...form, Origin: "https://other.example" })).toBe(403);
});

test("a NUL in any parameter of any route is a broken address", async () => {
  for (const { path } of builtRoutes(await builtPages()).filter((route) => route.path.includes(":"))) {
    const target = path.replace(/:campaign/, "european-strategic-autonomy").replace(/:\w+/g, "a%00b");
    expect(await statusOf("GET", path.replace(/:\w+/g, "%00")), path).toBe(400);
    if (target.includes("%00")) expect(await statusOf("GET", target), path).toBe(400);
  }
});

test("a NUL in the query of any route is a broken address", async () => {
  for (const { path } of builtRoutes(await builtPages()).filter((route) => route.loader !== null)) {
    const target = path.replace(/:campaign/, "european-strategic-autonomy").replace(/:\w+/g, "1");
    expect(await statusOf("GET", `${target}?q=%00&done=%00&kept=%00&page=%00`), path).toBe(400);
  }
});

test("escapes that stand for no text are a broken address in a path, and characters in a query", async () => {
  for (const target of ["/c/%", "/c/%zz", "/c/%E0%A4%A", "/%ff"])
    expect(await statusOf("GET", target), target).toBe(400);
  expect(await statusOf("GET", "/sign-in?to=/%E0%A4%A&x=%zz&%")).toBe(200);
});

test("an address of another host is a path of ours, however it is spelt", async () => {
  for (const target of ["//other.example/sign-in", "/..//other.example", "http://other.example/x", "/\\x"])
    expect([200, 302, 404], target).toContain(await statusOf("GET", target));
});
