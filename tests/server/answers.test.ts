import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { AppLoadContext } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";
import { BROWSER_FILES } from "#app/server/build.ts";
import { type AppBuild, answerByPages } from "#app/server/remix.ts";
import { freshDatabase } from "../support/database.ts";
import { ask, askByBytes } from "../support/raw-http.ts";
import { builtPages, startedServer } from "../support/server.ts";

/** The number of a form, made when its page is. */
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

let address = "";

beforeAll(async () => {
  address = (await startedServer(await freshDatabase())).address;
});

test("a page carries the security headers and is not stored", async () => {
  const { headers } = await ask(address, "/sign-in");
  const policy = String(headers["content-security-policy"]);
  for (const directive of [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy.split(";")).toContain(directive);
  }
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
  });
  expect(headers).not.toHaveProperty("x-powered-by");
});

test("refusals carry the security headers too", async () => {
  const { status, headers } = await ask(address, "/sign-in", { method: "PUT" });
  expect(status).toBe(405);
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("under https the browser is told to stay there", async () => {
  const secure = await startedServer(await freshDatabase(), { origin: "https://demarche.example" });
  const { headers } = await ask(secure.address, "/sign-in", { headers: { Host: "demarche.example" } });
  expect(headers["strict-transport-security"]).toMatch(/^max-age=31536000/);
  expect((await ask(address, "/sign-in")).headers).not.toHaveProperty("strict-transport-security");
});

test("no page has an inline script, and everything it loads is our own", async () => {
  const { text } = await ask(address, "/sign-in");
  for (const script of text.match(/<script[^>]*>/g) ?? []) expect(script).toMatch(/ src="\/assets\/[^"]+"/);
  expect(text).not.toMatch(/<style|(src|href)="(https?:)?\/\//);
});

test.each(["br", "gzip", "identity"])("a long answer goes out as it comes, as %s", async (encoding) => {
  const piece = Buffer.alloc(1_048_576, "Europe carries more. ");
  let left = 9;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      left -= 1;
      if (left < 0) controller.close();
      else controller.enqueue(piece);
    },
  });
  const build = await builtPages();
  const loader = () => new Response(body, { headers: { "Content-Type": "application/json" } });
  const long = { id: "long", parentId: undefined, path: "long", module: { loader, default: undefined } };
  const answer = answerByPages({ ...build, routes: { ...build.routes, long } } as unknown as AppBuild);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    void answer(request, response, { url, context: {} as AppLoadContext });
  }).listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const sent = await fetch(`http://localhost:${port}/long`, { headers: { "Accept-Encoding": encoding } });
  const bytes = Buffer.from(await sent.arrayBuffer());
  server.close();
  expect(bytes.equals(Buffer.concat(Array(9).fill(piece)))).toBe(true);
  expect(sent.headers.get("content-length")).toBeNull();
  expect(sent.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
});

test.each(["br", "gzip"])("a page is sent as %s where the browser takes it", async (encoding) => {
  const plain = (await ask(address, "/sign-in")).text;
  const answer = await fetch(`${address}/sign-in`, { headers: { "Accept-Encoding": encoding } });
  expect(answer.headers.get("content-encoding")).toBe(encoding);
  expect((await answer.text()).replace(UUID, "")).toBe(plain.replace(UUID, ""));
});

test("an encoding that the browser refuses is not used", async () => {
  const { headers } = await ask(address, "/sign-in", {
    headers: { "Accept-Encoding": "br;q=0, gzip;q=0.0" },
  });
  expect(headers).not.toHaveProperty("content-encoding");
});

test("built files are immutable, compressed and typed", async () => {
  const script = readdirSync(`${BROWSER_FILES}/assets`).find((name) => /^entry\.client-.*\.js$/.test(name));
  const answer = await ask(address, `/assets/${script}`, { headers: { "Accept-Encoding": "br" } });
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": "br",
    "content-type": "text/javascript",
  });
});

test("no file outside the folder of built files is served", async () => {
  for (const path of [
    "/../server/index.js",
    "/%2e%2e/server/index.js",
    "/assets/..%2f..%2fserver/index.js",
  ]) {
    const answer = await askByBytes(
      address,
      `GET ${path} HTTP/1.1\r\nHost: ${new URL(address).host}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).not.toContain("200 OK");
  }
});

test("the two questions of a supervisor are answered without signing in, whatever the host name", async () => {
  for (const path of ["/healthz", "/readyz"]) {
    expect((await ask(address, path, { headers: { Host: "10.0.0.7" } })).status).toBe(200);
  }
});

test("a database that is closed makes the server not ready, and still alive", async () => {
  const database = await freshDatabase();
  const { address } = await startedServer(database);
  await database.close();
  expect((await ask(address, "/readyz")).status).toBe(503);
  expect((await ask(address, "/healthz")).status).toBe(200);
});

test("headers that do not end are answered by 408 and cut off", async () => {
  const { address } = await startedServer(await freshDatabase(), { headersTimeout: 200 });
  const answer = await askByBytes(
    address,
    `GET /sign-in HTTP/1.1\r\nHost: ${new URL(address).host}\r\nX-Slow: `,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
});

test("headers that are too large are answered by 431", async () => {
  const answer = await askByBytes(address, `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(20_000)}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
});
