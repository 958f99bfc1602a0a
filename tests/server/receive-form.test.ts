import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FormKind, FormRead } from "#app/http/load-context.ts";
import { limitOf, receiveForm } from "#app/server/receive-form.ts";

import { ask } from "../support/raw-http.ts";

const MEGABYTE = 1_048_576;
const HALF = MEGABYTE / 2;
const IMPORT = "/c/esa/calendar/import";
const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=b";
const UNREADABLE = { status: 400, sentence: "The form could not be read. Go back and send it again." };
const TOO_MANY = { status: 400, sentence: "A form may have at most 2000 fields. Nothing was saved." };
const TOO_LONG = 413;

let kind: FormKind = "form";
let reading: Promise<FormRead>;
let address = "";

const server = createServer((request, response) => {
  reading = receiveForm(request, request.url ?? "", kind);
  void reading.finally(() => {
    response.writeHead(200, { Connection: "close" }).end(() => request.destroy());
  });
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const listening = server.address();
  if (listening === null || typeof listening === "string") throw new Error("The server has no port");
  address = `http://127.0.0.1:${listening.port}`;
});
afterAll(() => server.close());

type Given = { kind?: FormKind; path?: string; type?: string; headers?: Readonly<Record<string, string>> };

async function read(body: string, given: Given = {}): Promise<FormRead> {
  kind = given.kind ?? "form";
  const type = given.type ?? URLENCODED;
  const headers = { ...(type === "" ? {} : { "Content-Type": type }), ...given.headers };
  await ask(address, given.path ?? "/x", { method: "POST", headers, body }).catch(() => null);
  return reading;
}
async function refusalOf(body: string, given: Given = {}) {
  const answer = await read(body, given);
  return answer.ok ? null : answer.refusal;
}
async function entriesOf(body: string, given: Given = {}) {
  const answer = await read(body, given);
  if (!answer.ok) throw new Error(answer.refusal.sentence);
  return Promise.all(
    [...answer.form.entries()].map(async ([name, value]) =>
      typeof value === "string" ? [name, value] : [name, value.name, value.type, await value.text()],
    ),
  );
}

const part = (name: string, content: string, file: string | null = null) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${
    file === null ? "" : `; filename="${file}"\r\nContent-Type: text/calendar`
  }\r\n\r\n${content}\r\n`;
const parts = (...given: readonly string[]) => `${given.join("")}--b--\r\n`;
const CHUNKED = { "Transfer-Encoding": "chunked" };

test("fields and files come as they were sent, in order", async () => {
  expect(await entriesOf("a=1&a=2&b=%C4%8D+x&c=")).toEqual([
    ["a", "1"],
    ["a", "2"],
    ["b", "č x"],
    ["c", ""],
  ]);
  const body = parts(part("kind", "internal"), part("file", "BEGIN", "visit.ics"), part("end", "e"));
  for (const kind of ["form", "form with files"] as const)
    expect((await entriesOf(body, { kind, type: MULTIPART })).toSorted()).toEqual([
      ["end", "e"],
      ["file", "visit.ics", "text/calendar", "BEGIN"],
      ["kind", "internal"],
    ]);
  expect(await entriesOf(body, { kind: "form of nobody", type: MULTIPART })).toEqual([
    ["kind", "internal"],
    ["end", "e"],
  ]);
});

test("a form has 1 MB at most, announced or not, but for one that brings a calendar", async () => {
  const over = `a=${"x".repeat(MEGABYTE - 1)}`;
  for (const headers of [{}, CHUNKED])
    for (const given of [{}, { kind: "form of nobody" as const, path: IMPORT }])
      expect(await refusalOf(over, { ...given, headers })).toEqual(limitOf("/x").refusal);
  const most = over.slice(0, -1);
  for (const headers of [{}, CHUNKED])
    expect((await read(most, { kind: "form of nobody", headers })).ok).toBe(true);
  const calendar = { kind: "form with files", path: IMPORT } as const;
  expect((await read(`a=${"x".repeat(2 * MEGABYTE)}`, calendar)).ok).toBe(true);
  expect(await refusalOf(over, { kind: "form with files" })).toEqual(limitOf("/x").refusal);
  const most11 = { ...calendar, headers: CHUNKED };
  expect(await refusalOf(`a=${"x".repeat(11 * MEGABYTE)}`, most11)).toEqual(limitOf(IMPORT).refusal);
});

test("only a form that imports a calendar or the list of Congress may weigh more", () => {
  for (const path of [IMPORT, "/c/esa/contacts/congress"]) expect(limitOf(path).bytes).toBe(11 * MEGABYTE);
  for (const path of [
    "/x/c/esa/calendar/import",
    `${IMPORT}/x`,
    "/c/a/b/calendar/import",
    "/c//calendar/import",
    "/c/esa/contacts/congress/x",
    "/x",
  ])
    expect(limitOf(path).bytes, path).toBe(MEGABYTE);
});

test("one field of a form has half a megabyte of text at most", async () => {
  expect((await read(`a=${"x".repeat(HALF)}`)).ok).toBe(true);
  expect((await refusalOf(`a=${"x".repeat(HALF + 1)}`))?.status).toBe(TOO_LONG);
  expect((await refusalOf(parts(part("a", "č".repeat(HALF / 2 + 1))), { type: MULTIPART }))?.status).toBe(
    TOO_LONG,
  );
  expect((await read(parts(part("a", "č".repeat(HALF / 2))), { type: MULTIPART })).ok).toBe(true);
});

test("a form has 2,000 fields at most, files included, and a name 200 characters", async () => {
  const fields = (count: number) => Array.from({ length: count }, () => "a=").join("&");
  expect(await entriesOf(fields(2_000))).toHaveLength(2_000);
  expect(await refusalOf(fields(2_001))).toEqual(TOO_MANY);
  const files = (count: number) =>
    parts(part("f", "", "f.md"), ...Array.from({ length: count - 1 }, () => part("a", "")));
  const given = { kind: "form with files", type: MULTIPART } as const;
  expect(await entriesOf(files(2_000), given)).toHaveLength(2_000);
  expect(await refusalOf(files(2_001), given)).toEqual(TOO_MANY);
  expect(await entriesOf(`${"n".repeat(200)}=1`)).toEqual([["n".repeat(200), "1"]]);
  expect(await refusalOf(`${"n".repeat(201)}=1`)).toEqual(UNREADABLE);
  expect(await refusalOf(parts(part("n".repeat(201), "", "f.md")), given)).toEqual(UNREADABLE);
  expect(await refusalOf(parts("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n"), given)).toEqual(
    UNREADABLE,
  );
});

test("what is no form cannot be read, nor one that ends in the middle", async () => {
  for (const type of ["", "text/plain", "multipart/form-data"])
    expect(await refusalOf("a=1", { type }), type).toEqual(UNREADABLE);
  for (const cut of [part("a", "1"), part("f", "1", "f.ics").slice(0, -2)])
    expect(await refusalOf(cut, { type: MULTIPART, kind: "form with files" })).toEqual(UNREADABLE);
});

test("a connection that ends before its form does leaves no form", async () => {
  const arrived = once(server, "request");
  const socket = connect(Number(new URL(address).port), "127.0.0.1");
  socket.on("error", () => {});
  socket.write(`POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: ${URLENCODED}\r\nContent-Length: 10\r\n\r\na=1`);
  await arrived;
  socket.destroy();
  expect(await reading).toEqual({ ok: false, refusal: UNREADABLE });
});
