import { beforeAll, expect, test } from "vitest";
import { type Attempt, countAttempt, forgetAttempt } from "#app/campaign/accounts/sign-in-limit.server.ts";
import { findKeptForm } from "#app/http/forms-over-sign-in.server.ts";
import { sessionCookie, signedInAccount } from "#app/http/sessions.server.ts";
import {
  beginSession,
  deviceCookie,
  deviceOf,
  endSession,
  knownDevice,
  readKept,
  safePath,
} from "#app/http/sign-in.server.ts";
import type { Database } from "#db/database.server.ts";
import { arrivalAt, formOf, HERE } from "../support/arrival.ts";
import { now } from "../support/author.ts";
import { addAccount } from "../support/builders/campaign.ts";
import { freshDatabase } from "../support/database.ts";
import { cookieOf } from "../support/signed-in.ts";

const SECURE = "https://demarche.example";
let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
  for (const name of ["Jana", "Petr"]) await addAccount(database, name);
});

test("a path from outside is one of ours or the first page", () => {
  for (const path of ["/", "/c/esa?q=1#part", `/${"a".repeat(1_999)}`, "/a/../b"].slice(0, 3))
    expect(safePath(path)).toBe(path);
  expect(safePath("/a/../b")).toBe("/b");
  for (const other of [
    ...[null, undefined, "", "x", "https://other.example/", "//other.example", "/..//other.example"],
    ...["/\\other.example", "/a\tb", "/a\u0000", "/a\u001f", "/a\u007f", `/${"a".repeat(2_000)}`, "/.//x"],
    ...["//[", "x/"],
  ])
    expect(safePath(other), String(other)).toBe("/");
});

test("over https both cookies are tied to the host, and neither is read by a script or sent from another site", async () => {
  const attributes = /; Path=\/; HttpOnly; SameSite=Lax$|; HttpOnly; .*SameSite=Lax$/;
  for (const [cookieAt, name, seconds] of [
    [sessionCookie, "demarche", 604_800],
    [deviceCookie, "demarche-device", 15_552_000],
  ] as const) {
    const plain = await cookieAt(HERE).serialize("id");
    expect(plain).toMatch(new RegExp(`^${name}=`));
    expect(plain).toMatch(attributes);
    expect(plain).toContain(`Max-Age=${seconds};`);
    expect(plain).toContain("Path=/;");
    expect(plain).not.toContain("Secure");
    const secure = await cookieAt(SECURE).serialize("id");
    expect(secure).toMatch(new RegExp(`^__Host-${name}=`));
    expect(secure).toContain("; Secure");
  }
});

test("a request's account is that of its session, looked up once", async () => {
  const cookie = await cookieOf(database, HERE, "jana", now);
  const args = arrivalAt(database, { cookie });
  const asked = signedInAccount(args.request, args.context);
  expect((await asked)?.id).toBe("jana");
  expect(signedInAccount(args.request, args.context)).toBe(asked);
  for (const none of [null, "demarche=", "demarche=e30=", `${cookie}x`]) {
    const arrival = arrivalAt(database, { cookie: none });
    expect(await signedInAccount(arrival.request, arrival.context)).toBeNull();
  }
});

test("an id of a browser is one of ours in form, or none", async () => {
  const of = async (id: unknown) => {
    const cookie = (await deviceCookie(HERE).serialize(id)).split(";")[0] ?? null;
    return deviceOf(arrivalAt(database, { cookie }).request, HERE);
  };
  const id = `${"aZ09_-".repeat(7)}a`;
  expect(await of(id)).toBe(id);
  for (const other of [`${id}a`, id.slice(1), `${id.slice(1)}.`, 7, null, [id], `${id}\n`])
    expect(await of(other)).toBeNull();
  expect(await deviceOf(arrivalAt(database, {}).request, HERE)).toBeNull();
});

const arrive = (cookie: string | null = null, origin = HERE) => ({
  ...arrivalAt(database, { cookie, form: formOf([]), origin }),
  now,
});
const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
const whoIs = async (cookie: string) => {
  const { request, context } = arrivalAt(database, { cookie });
  return (await signedInAccount(request, context))?.id ?? null;
};

test("signing in begins a session under a new id, ends the one before, and leads to the page that was wanted", async () => {
  const first = await beginSession(arrive(), "jana", { to: "/x?q=1", kept: null });
  expect([first.status, first.headers.get("Location")]).toEqual([303, "/x?q=1"]);
  const [session = "", device = ""] = cookiesOf(first);
  expect(await whoIs(session)).toBe("jana");
  expect(await knownDevice(arrive(device), "jana")).toMatch(/^[\w-]{43}$/);
  expect(await knownDevice(arrive(device), "petr")).toBeNull();
  expect(await knownDevice(arrive(device), null)).toBeNull();
  expect(await knownDevice(arrive(), "jana")).toBeNull();
  const again = await beginSession(arrive(`${session}; ${device}`), "petr", {
    to: "//other.example",
    kept: null,
  });
  expect(again.headers.get("Location")).toBe("/");
  const [second = "", same] = cookiesOf(again);
  expect([await whoIs(session), await whoIs(second), same]).toEqual([null, "petr", device]);
  expect(await knownDevice(arrive(device), "petr")).not.toBeNull();
});

test("what was typed before signing in is kept for its page and its account", async () => {
  const kept = { title: ["Typed"] };
  const answer = await beginSession(arrive(), "jana", { to: "/x?q=1", kept });
  const to = new URL(answer.headers.get("Location") ?? "", HERE);
  expect([to.pathname, to.searchParams.get("q")]).toEqual(["/x", "1"]);
  expect(await findKeptForm(database.read, "jana", to.searchParams.get("kept") ?? "", "/x")).toEqual(kept);
  expect(readKept('{"title":["Typed"]}')).toEqual(kept);
  expect(readKept(`{"${"a".repeat(200)}":[]}`)).not.toBeNull();
  for (const none of [
    undefined,
    "",
    "{",
    "null",
    "[]",
    '{"a":"b"}',
    '{"a":[1]}',
    `{"${"a".repeat(201)}":[]}`,
  ])
    expect(readKept(none)).toBeNull();
});

test("signing out ends the session and takes its cookie back, and without one does no harm", async () => {
  const session = await cookieOf(database, HERE, "jana", now);
  const answer = await endSession(arrive(session));
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/sign-in"]);
  expect(answer.headers.get("Set-Cookie")).toMatch(/^demarche=.*; Max-Age=0;/);
  expect(await sessionCookie(HERE).parse(cookiesOf(answer)[0] ?? "")).toBe("");
  expect(await whoIs(session)).toBeNull();
  expect((await endSession(arrive())).status).toBe(303);
});

test("ten attempts at an account, or in a browser that it knows, and a hundred from an address are counted", async () => {
  const counted = await freshDatabase();
  const attempt = (given: Partial<Attempt> = {}): Attempt => ({
    email: "a",
    address: "1",
    device: null,
    ...given,
  });
  const tries = async (times: number, given: (time: number) => Partial<Attempt>) => {
    const allowed: boolean[] = [];
    for (let time = 0; time < times; time += 1)
      allowed.push((await countAttempt(counted, attempt(given(time)))).ok);
    return allowed.filter((ok) => ok).length;
  };
  expect(await tries(11, () => ({}))).toBe(10);
  expect(await countAttempt(counted, attempt())).toEqual({
    ok: false,
    sentence: "Too many attempts. Try again in 15 minutes.",
    seconds: 900,
  });
  expect(await tries(11, () => ({ device: "d" }))).toBe(10);
  expect(await tries(1, () => ({ device: "e" }))).toBe(1);
  expect(await tries(200, (time) => ({ email: `b${time}`, device: `d${time}` }))).toBe(200);
  expect(await tries(200, (time) => ({ email: `c${time}`, address: "2" }))).toBe(100);
  await forgetAttempt(counted, attempt());
  expect(await tries(11, () => ({}))).toBe(10);
  await forgetAttempt(counted, attempt({ address: "2", email: "c1" }));
  expect(await tries(2, (time) => ({ email: `f${time}`, address: "2" }))).toBe(0);
  expect((await countAttempt(await freshDatabase(), attempt())).ok).toBe(true);
});
