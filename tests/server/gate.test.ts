import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";
import { ask } from "../support/raw-http.ts";
import { startedServer } from "../support/server.ts";

let address = "";

beforeAll(async () => {
  address = (await startedServer(await freshDatabase())).address;
});

const FORM = "application/x-www-form-urlencoded";
const MEGABYTE = 1_048_576;

function post(headers: Record<string, string>, body: string | AsyncIterable<Buffer> = "email=a") {
  return ask(address, "/sign-in", {
    method: "POST",
    headers: { "Content-Type": FORM, ...headers },
    body,
  });
}

async function* pieces(megabytes: number) {
  const piece = Buffer.alloc(MEGABYTE, "a");
  for (let sent = 0; sent < megabytes; sent += 1) yield piece;
}

test("a form from our own pages passes the gate", async () => {
  expect((await post({ Origin: address })).status).not.toBe(403);
  expect((await post({ "Sec-Fetch-Site": "same-origin" })).status).not.toBe(403);
});

test("a form from another origin is refused, in whatever way it is sent", async () => {
  expect((await post({ Origin: "https://other.example" })).status).toBe(403);
  expect((await post({ Origin: "null" })).status).toBe(403);
  expect((await post({ Origin: address, "Sec-Fetch-Site": "same-origin" })).status).not.toBe(403);
  expect((await post({ Origin: "https://other.example", "Sec-Fetch-Site": "same-origin" })).status).toBe(403);
  expect((await post({ "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  expect((await post({})).status).toBe(403);
});

test("the addresses for data refuse another origin as well", async () => {
  for (const path of ["/sign-in.data", "/sign-in?_data=routes/accounts/sign-in", "/sign-in?index"]) {
    const headers = { "Content-Type": FORM, Origin: "https://other.example" };
    expect((await ask(address, path, { method: "POST", headers, body: "email=a" })).status).toBe(403);
  }
});

test("an unknown host name gets no page", async () => {
  expect((await ask(address, "/sign-in", { headers: { Host: "demarche.other.example" } })).status).toBe(421);
  expect((await ask(address, "/sign-in", { headers: { Host: "localhost" } })).status).toBe(421);
});

test("a target that names another host is answered as a path of ours", async () => {
  const answer = await ask(address, "//other.example/sign-in");
  expect([200, 404]).toContain(answer.status);
});

test("only forms are taken, and not compressed", async () => {
  const origin = { Origin: address };
  expect((await post({ ...origin, "Content-Type": "application/json" }, "{}")).status).toBe(415);
  expect((await post({ ...origin, "Content-Type": "text/plain" })).status).toBe(415);
  expect((await post({ ...origin, "Content-Encoding": "gzip" })).status).toBe(415);
});

test("only GET, HEAD and POST are answered", async () => {
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"]) {
    expect((await ask(address, "/sign-in", { method, headers: { Origin: address } })).status).toBe(405);
  }
});

test("an address that is too long is refused", async () => {
  expect((await ask(address, `/sign-in?to=/${"a".repeat(5_000)}`)).status).toBe(414);
});

test("a form over 1 MB is refused by its announced length, the limit named", async () => {
  const answer = await post({ Origin: address }, "a".repeat(MEGABYTE + 1));
  expect(answer.status).toBe(413);
  expect(answer.text).toContain("1 MB");
});

test("300 MB without an announced length are counted while they stream in, and are not kept", async () => {
  const before = process.memoryUsage.rss();
  const answer = await post({ Origin: address, "Transfer-Encoding": "chunked" }, pieces(300)).catch(
    (fault: NodeJS.ErrnoException) => ({ status: 413, text: `1 MB ${fault.code}` }),
  );
  expect(answer.status).toBe(413);
  expect(answer.text).toContain("1 MB");
  expect(process.memoryUsage.rss() - before).toBeLessThan(150 * MEGABYTE);
});
