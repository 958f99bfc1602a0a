import { once } from "node:events";
import { METHODS } from "node:http";
import { connect } from "node:net";
import { beforeAll, expect, test } from "vitest";
import { builtRoutes } from "../support/built-routes.ts";
import { freshDatabase } from "../support/database.ts";
import { ask, askByBytes, statusByBytes } from "../support/raw-http.ts";
import { builtPages, startedServer } from "../support/server.ts";

let address = "";
let host = "";

beforeAll(async () => {
  address = (await startedServer(await freshDatabase())).address;
  host = new URL(address).host;
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

/** The status of the answer to a form of which only the head is sent. */
function statusOfHead(path: string, length: number) {
  const head = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${address}\r\nContent-Type: ${FORM}`;
  return statusByBytes(address, `${head}\r\nContent-Length: ${length}\r\n\r\n`);
}

async function* pieces(bytes: number) {
  const piece = Buffer.alloc(MEGABYTE, "a");
  for (let left = bytes; left > 0; left -= MEGABYTE) yield piece.subarray(0, Math.min(left, MEGABYTE));
}

test("a form from our own pages passes the gate", async () => {
  expect((await post({ Origin: address })).status).toBe(400);
  expect((await post({ "Sec-Fetch-Site": "same-origin" })).status).toBe(400);
  expect((await post({ Origin: address, "Sec-Fetch-Site": "same-origin" })).status).toBe(400);
});

test("a form from another origin is refused, however near it is", async () => {
  const { port } = new URL(address);
  for (const origin of [
    "https://other.example",
    "null",
    "",
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    "http://127.0.0.1",
    `${address}0`,
    `${address}.other.example`,
    `${address}/`,
    `${address}, https://other.example`,
  ]) {
    expect((await post({ Origin: origin })).status, origin).toBe(403);
    expect((await post({ Origin: origin, "Sec-Fetch-Site": "same-origin" })).status, origin).toBe(403);
  }
});

test("a form without Origin is refused unless the browser says that it is of the same origin", async () => {
  for (const site of ["same-site", "cross-site", "none", "same-origin, cross-site", "Same-Origin", ""])
    expect((await post({ "Sec-Fetch-Site": site })).status, site).toBe(403);
  expect((await post({})).status).toBe(403);
});

test("another origin is refused whatever stands after the path", async () => {
  for (const path of ["/sign-in?_data=routes/accounts/sign-in", "/sign-in?index", "/sign-in/"]) {
    const headers = { "Content-Type": FORM, Origin: "https://other.example" };
    expect((await ask(address, path, { method: "POST", headers, body: "email=a" })).status).toBe(403);
  }
});

test("on a loopback address its three names are answered, with the port", async () => {
  const { port } = new URL(address);
  for (const name of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`])
    expect((await ask(address, "/sign-in", { headers: { Host: name } })).status, name).toBe(200);
  for (const name of [
    "demarche.other.example",
    "localhost",
    "127.0.0.1",
    `127.0.0.1:${port}0`,
    `x.localhost:${port}`,
  ])
    expect((await ask(address, "/sign-in", { headers: { Host: name } })).status, name).toBe(421);
  expect(await askByBytes(address, "GET /sign-in HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 421 /);
});

test("where an origin is set only its name is answered", async () => {
  const secure = await startedServer(await freshDatabase(), { origin: "https://demarche.example" });
  const status = async (Host: string) =>
    (await ask(secure.address, "/sign-in", { headers: { Host } })).status;
  expect(await status("demarche.example")).toBe(200);
  for (const name of [host, new URL(secure.address).host, "demarche.example:8080", "x.demarche.example"])
    expect(await status(name), name).toBe(421);
});

test("only forms are taken, and not compressed", async () => {
  const origin = { Origin: address };
  for (const type of ["application/json", "text/plain", `${FORM}x`, `x${FORM}`, "multipart/mixed", ""])
    expect((await post({ ...origin, "Content-Type": type }, "{}")).status, type).toBe(415);
  for (const type of [
    `${FORM};charset=utf-8`,
    ` ${FORM.toUpperCase()} ; x`,
    "multipart/form-data; boundary=x",
  ])
    expect((await post({ ...origin, "Content-Type": type })).status, type).toBe(400);
  for (const encoding of ["gzip", "br", "identity"])
    expect((await post({ ...origin, "Content-Encoding": encoding })).status, encoding).toBe(415);
});

test("without a type only nothing is taken", async () => {
  const head = `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${address}\r\n`;
  expect(await statusByBytes(address, `${head}Content-Length: 0\r\n\r\n`)).toBe(400);
  expect(await statusByBytes(address, `${head}Content-Length: 1\r\n\r\na`)).toBe(415);
  expect(await statusByBytes(address, `${head}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toBe(415);
});

test("only GET, HEAD and POST are answered", async () => {
  for (const method of METHODS.filter((one) => !["GET", "HEAD", "POST", "CONNECT"].includes(one))) {
    const head = `${method} /sign-in HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${address}\r\n\r\n`;
    expect(await statusByBytes(address, head), method).toBe(405);
  }
});

test("an address has 4,096 characters at most", async () => {
  const status = async (length: number) => (await ask(address, "/sign-in?to=".padEnd(length, "a"))).status;
  expect(await status(4_096)).toBe(200);
  expect(await status(4_097)).toBe(414);
});

test("an announced length over 1 MB is refused on every route but where large files are brought", async () => {
  const larger = ["/c/x/calendar/import", "/c/x/contacts/congress"];
  const paths = builtRoutes(await builtPages()).map(({ path }) => path.replace(/:\w+/g, "x"));
  const beside = [
    "/c/x/calendar/import/x",
    "/c/x/y/calendar/import",
    "/x/calendar/import",
    "/x/contacts/congress",
  ];
  for (const path of [...paths, ...beside].filter((one) => !larger.includes(one)))
    expect(await statusOfHead(path, MEGABYTE + 1), path).toBe(413);
  for (const path of larger) {
    expect(await statusOfHead(path, 11 * MEGABYTE), path).toBe(401);
    expect(await statusOfHead(path, 11 * MEGABYTE + 1), path).toBe(413);
  }
});

test("a form has 1 MB to the byte, announced or streamed, and the refusal names the limit", async () => {
  for (const announced of [{}, { "Transfer-Encoding": "chunked" }]) {
    const most = await post({ Origin: address, ...announced }, pieces(MEGABYTE));
    expect(most.status).toBe(400);
    const over = await post({ Origin: address, ...announced }, pieces(MEGABYTE + 1));
    expect(over.status).toBe(413);
    expect(over.text).toContain("1 MB");
  }
  const announced = await post({ Origin: address }, "a".repeat(MEGABYTE + 1));
  expect(announced.status).toBe(413);
  expect(announced.text).toContain("1 MB");
});

test("a refusal arrives although its sender goes on sending and reads it late", async () => {
  const socket = connect(Number(new URL(address).port), "127.0.0.1");
  const head = `POST /sign-in HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${address}\r\nContent-Type: ${FORM}`;
  socket.pause();
  socket.write(`${head}\r\nTransfer-Encoding: chunked\r\n\r\n`);
  for await (const piece of pieces(20 * MEGABYTE)) {
    socket.write(`${piece.length.toString(16)}\r\n`);
    if (!socket.write(`${piece}\r\n`)) await once(socket, "drain");
  }
  const [answer] = await once(socket.resume(), "data");
  expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
  socket.destroy();
});

test("300 MB without an announced length are counted while they stream in, and are not kept", async () => {
  const before = process.memoryUsage.rss();
  const answer = await post({ Origin: address, "Transfer-Encoding": "chunked" }, pieces(300 * MEGABYTE));
  expect(answer.status).toBe(413);
  expect(answer.text).toContain("1 MB");
  expect(process.memoryUsage.rss() - before).toBeLessThan(150 * MEGABYTE);
});

test("a body that does not end is answered by 408", async () => {
  const { address } = await startedServer(await freshDatabase(), { requestTimeout: 300 });
  const head = `POST /sign-in HTTP/1.1\r\nHost: ${new URL(address).host}\r\nOrigin: ${address}\r\n`;
  const asked = `${head}Content-Type: ${FORM}\r\nContent-Length: 10\r\n\r\nemail`;
  expect(await statusByBytes(address, asked)).toBe(408);
});

/** Asks for so many feeds that there are not, from addresses that a proxy names; answers with the last status. */
async function missFeeds(at: string, times: number, forwarded: (time: number) => string) {
  let status = 0;
  for (let time = 0; time < times; time += 1) {
    const headers = { "X-Forwarded-For": forwarded(time) };
    status = (await ask(at, "/calendar/none.ics", { headers })).status;
  }
  return status;
}

test("of the addresses that a trusted proxy names the last one is believed that is not the proxy", async () => {
  const behind = { trustedProxy: "127.0.0.1" };
  const { address } = await startedServer(await freshDatabase(), behind);
  expect(await missFeeds(address, 101, (time) => `203.0.113.9, 198.51.100.${time}`)).toBe(404);
  expect(await missFeeds(address, 101, (time) => `198.51.100.${time}, 203.0.113.9`)).toBe(429);
  expect(await missFeeds(address, 1, () => "203.0.113.9, 127.0.0.1")).toBe(429);
  expect(await missFeeds(address, 1, () => "203.0.113.9, 203.0.113.10")).toBe(404);
});

test("nobody but the trusted proxy names an address", async () => {
  for (const trustedProxy of [null, "192.0.2.1"]) {
    const { address } = await startedServer(await freshDatabase(), { trustedProxy });
    expect(await missFeeds(address, 100, (time) => `198.51.100.${time}`)).toBe(404);
    expect(await missFeeds(address, 1, () => "203.0.113.10")).toBe(429);
  }
});
