import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import type { Settings } from "#app/http/environment.ts";
import { placeWithoutSlash, refusalAtTheGate } from "#app/server/gate.ts";
import { addressOf, clientAddressOf, originOf } from "#app/server/origin.ts";

const ORIGIN = "http://127.0.0.1:3000";

test("an address is read as the pages will read it, and a broken one is none", () => {
  const read = (target: string) => addressOf(target, ORIGIN)?.href ?? null;
  for (const [target, path] of [
    ["/c/esa?q=1&x=%zz", "/c/esa?q=1&x=%zz"],
    ["/a/../b/./c", "/b/c"],
    ["//other.example/x", "/other.example/x"],
    ["/..//other.example", "/other.example"],
    ["///x//y", "/x//y"],
    ["/x//", "/x//"],
    ["http://other.example/x", "/"],
    ["*", "/"],
    ["", "/"],
    ["/x?_data=root&a=1", "/x?a=1"],
    ["/x?a=%41&b", "/x?a=%41&b"],
  ] as const)
    expect(read(target), target).toBe(`${ORIGIN}${path}`);
  for (const broken of ["/%", "/%zz", "/%E0%A4%A", "/a%00b", "/x?q=%00", "/x#%00"])
    expect(read(broken), broken).toBeNull();
  expect(addressOf("/x", "nowhere")).toBeNull();
});

test("a page asked for with slashes at its end stands at the path without them, and never at another host", () => {
  const placeOf = (target: string, method = "GET") => {
    const url = addressOf(target, ORIGIN) ?? new URL(ORIGIN);
    return placeWithoutSlash({ method } as unknown as IncomingMessage, url);
  };
  expect(placeOf("/c/esa/?q=1")).toBe("/c/esa?q=1");
  expect(placeOf("/c/esa/events//")).toBe("/c/esa/events");
  for (const target of ["//other.example/", "/..//other.example/", "/\\other.example/"])
    expect(placeOf(target), target).toBe("/other.example");
  for (const target of ["/", "//", "/c/esa", "/c/esa?q=/"]) expect(placeOf(target), target).toBeNull();
  expect(placeOf("/c/esa/", "POST")).toBeNull();
});

type Sent = { method?: string; headers?: Readonly<Record<string, string>>; url?: string };

function refused({ method = "GET", headers = {}, url = "/sign-in" }: Sent, origin: string | null = ORIGIN) {
  const request = { method, headers, url } as unknown as IncomingMessage;
  return refusalAtTheGate(request, { origin, url: origin === null ? null : addressOf(url, origin) });
}
const refusedForm = (headers: Readonly<Record<string, string>>, url = "/sign-in") =>
  refused({
    method: "POST",
    headers: { origin: ORIGIN, "content-type": "multipart/form-data; boundary=b", ...headers },
    url,
  });

test("each refusal at the gate has its status and its sentence", () => {
  expect(refused({}, null)).toEqual({
    status: 421,
    sentence: "This server does not answer to that host name.",
  });
  expect(refused({ url: "/".padEnd(4_097, "a") })).toEqual({
    status: 414,
    sentence: "An address here may be at most 4096 characters long.",
  });
  expect(refused({ url: "/".padEnd(4_096, "a") })).toBeNull();
  expect(refused({ url: "/%00" })).toEqual({
    status: 400,
    sentence: "There is a mistake in this address. Check the link.",
  });
  expect(refused({ method: "PUT" })).toEqual({
    status: 405,
    sentence: "Only GET, HEAD and POST are answered here.",
  });
  expect(refusedForm({ "content-type": "text/plain" })).toEqual({
    status: 415,
    sentence:
      "A POST here must be an uncompressed form: application/x-www-form-urlencoded or multipart/form-data.",
  });
  expect(refusedForm({ origin: "https://other.example" })).toEqual({
    status: 403,
    sentence: "This does not appear to come from a page of this site, so it was refused.",
  });
  expect(refusedForm({ "content-length": "1048577" })?.status).toBe(413);
});

test("a page is opened by GET and HEAD, from wherever; a form is taken from our own pages alone", () => {
  for (const method of ["GET", "HEAD"])
    for (const headers of [{}, { origin: "https://other.example" }])
      expect(refused({ method, headers })).toBeNull();
  expect(refusedForm({})).toBeNull();
  expect(refusedForm({ "content-length": "1048576" })).toBeNull();
  expect(refusedForm({ "content-type": " APPLICATION/x-www-form-urlencoded ;charset=utf-8" })).toBeNull();
  expect(refusedForm({ "content-type": "", "content-length": "0" })).toBeNull();
  expect(refusedForm({ "content-type": "", "content-length": "1" })?.status).toBe(415);
  expect(refusedForm({ "content-type": "text/plain", "content-length": "0" })?.status).toBe(415);
  expect(refusedForm({ "content-encoding": "gzip" })?.status).toBe(415);
  const headers = { "content-type": "multipart/form-data" };
  const site = (value: string) =>
    refused({ method: "POST", headers: { ...headers, "sec-fetch-site": value } })?.status;
  expect([site("same-origin"), site("same-site"), site("none")]).toEqual([undefined, 403, 403]);
  expect(refused({ method: "POST", headers })?.status).toBe(403);
});

test("what Remix keeps for its own script is no page, and another site is told that it is another", () => {
  for (const url of ["/sign-in.data", "/__manifest", "//__manifest"]) {
    const status = (origin: string | null, method = "GET") =>
      refused({ url, method, headers: origin === null ? {} : { origin } });
    expect(status(null)).toEqual({ status: 404, sentence: "There is no such page." });
    expect(status(ORIGIN)?.status).toBe(404);
    expect(status("https://other.example")?.status).toBe(403);
    expect(refusedForm({}, url)?.status).toBe(404);
  }
  for (const url of ["/.data/x", "/sign-in.database", "/x/__manifest", "/__manifests"])
    expect(refused({ url }), url).toBeNull();
});

const settings = (given: Partial<Settings>) =>
  ({ origin: null, host: "10.0.0.7", trustedProxy: null, ...given }) as Settings;

test("a host is ours by its name and port, the port left out only where it is the usual one", () => {
  const origin = (host: string | undefined, localPort: number, given: Partial<Settings> = {}) =>
    originOf({ headers: { host }, socket: { localPort } } as unknown as IncomingMessage, settings(given));
  for (const name of ["10.0.0.7", "localhost", "127.0.0.1", "[::1]"]) {
    expect(origin(`${name}:3000`, 3000)).toBe(`http://${name}:3000`);
    expect(origin(name, 3000)).toBeNull();
    expect(origin(name, 80)).toBe(`http://${name}`);
    expect(origin(`${name}:80`, 80)).toBe(`http://${name}:80`);
    expect(origin(`${name}:3000`, 80)).toBeNull();
  }
  expect(origin("LocalHost:3000", 3000)).toBe("http://localhost:3000");
  for (const host of [undefined, "", ":3000", ":80", "other.example:3000"]) {
    expect(origin(host, 3000), host).toBeNull();
    expect(origin(host, 80), host).toBeNull();
  }
  const set = { origin: "https://demarche.example" };
  expect(origin("Demarche.Example", 3000, set)).toBe("https://demarche.example");
  for (const host of [undefined, "demarche.example:443", "localhost:3000", "https://demarche.example"])
    expect(origin(host, 3000, set), host).toBeNull();
});

test("a client's address is the other end, or the last one that the trusted proxy names", () => {
  const client = (remoteAddress: string | undefined, forwarded: string[] | undefined, proxy: string | null) =>
    clientAddressOf(
      {
        socket: { remoteAddress },
        headersDistinct: { "x-forwarded-for": forwarded },
      } as unknown as IncomingMessage,
      settings({ trustedProxy: proxy }),
    );
  const PROXY = "10.0.0.1";
  expect(client("::ffff:192.0.2.1", ["203.0.113.9"], null)).toBe("192.0.2.1");
  expect(client(undefined, undefined, null)).toBe("unknown");
  expect(client("fe80::ffff:1", undefined, null)).toBe("fe80::ffff:1");
  expect(client("192.0.2.1", ["203.0.113.9"], PROXY)).toBe("192.0.2.1");
  expect(client(PROXY, ["198.51.100.1, 203.0.113.9"], PROXY)).toBe("203.0.113.9");
  expect(client(PROXY, ["198.51.100.1", " 203.0.113.9 , 10.0.0.1"], PROXY)).toBe("203.0.113.9");
  expect(client(PROXY, ["::ffff:203.0.113.9, "], PROXY)).toBe("203.0.113.9");
  for (const none of [undefined, [], [""], [" , "], [PROXY]]) expect(client(PROXY, none, PROXY)).toBe(PROXY);
});
