import { connect } from "node:net";
import { beforeAll, expect, test } from "vitest";
import { builtRoutes } from "../support/built-routes.ts";
import { mayCall } from "../support/callers.ts";
import {
  DEMO_CAMPAIGN,
  DEMO_PASSWORD,
  type Demo,
  demoCookie,
  emailOf,
  startedDemo,
} from "../support/demo.ts";
import { ask, statusByBytes } from "../support/raw-http.ts";
import { builtPages } from "../support/server.ts";
import { openPage } from "../support/signed-in.ts";

const MEGABYTE = 1_048_576;
const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=b";
const IMPORT = `/c/${DEMO_CAMPAIGN}/calendar/import`;
const SETTINGS = `/c/${DEMO_CAMPAIGN}/settings`;

let demo: Demo;

beforeAll(async () => {
  demo = await startedDemo();
});

type Sent = { type?: string; cookie?: string | null; length?: number };

/** The head of a form, whose body may follow. */
function head(path: string, { type = URLENCODED, cookie = null, length }: Sent) {
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: ${new URL(demo.address).host}`,
    `Origin: ${demo.address}`,
    `Content-Type: ${type}`,
    length === undefined ? "Transfer-Encoding: chunked" : `Content-Length: ${length}`,
    ...(cookie === null ? [] : [`Cookie: ${cookie}`]),
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

function send(path: string, body: string, { type = URLENCODED, cookie = null }: Sent = {}) {
  const headers = {
    Origin: demo.address,
    "Content-Type": type,
    ...(cookie === null ? {} : { Cookie: cookie }),
  };
  return ask(demo.address, path, { method: "POST", headers, body });
}

function part(name: string, content: string, fileName: string | null = null): string {
  const file = fileName === null ? "" : `; filename="${fileName}"\r\nContent-Type: text/plain`;
  return `--b\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`;
}

const parts = (...given: readonly string[]) => `${given.join("")}--b--\r\n`;

test("without a session nothing over 1 MB is read: the answer comes before the body does", async () => {
  for (const type of [URLENCODED, MULTIPART])
    expect(await statusByBytes(demo.address, head(IMPORT, { type, length: 10 * MEGABYTE }))).toBe(401);
});

test("without a session a form that goes on past 1 MB is read no further", async () => {
  const chunk = `${(64 * 1_024).toString(16)}\r\n${"a".repeat(64 * 1_024)}\r\n`;
  const pieces = Array.from({ length: 17 }, () => chunk);
  expect(await statusByBytes(demo.address, head(IMPORT, {}), ...pieces)).toBe(401);
});

test("whoever may not send a form is told so before anything of it is read, on every route", async () => {
  const cookie = await demoCookie(demo, "reader");
  const closed = builtRoutes(await builtPages()).filter(
    ({ action, path }) => action !== null && path.startsWith("/c/:campaign") && !mayCall("reader", action),
  );
  expect(closed.length).toBeGreaterThan(50);
  for (const route of closed) {
    const path = route.path.replace(":campaign", DEMO_CAMPAIGN).replace(/:\w+/g, "1");
    for (const type of [URLENCODED, MULTIPART]) {
      const asked = head(path, { type, cookie, length: MEGABYTE });
      expect(await statusByBytes(demo.address, asked), route.id).toBe(403);
    }
  }
});

test("without a session what was typed is kept from a form with a file, and the file is not", async () => {
  const body = parts(part("kind", "internal"), part("file", "BEGIN:VCALENDAR", "visit.ics"));
  const { status, text } = await send(IMPORT, body, { type: MULTIPART });
  expect(status).toBe(401);
  expect(text).toContain("{&quot;kind&quot;:[&quot;internal&quot;]}");
  expect(text).not.toContain("VCALENDAR");
});

test("what is too much to be carried through the sign-in is not said to be kept", async () => {
  const { status, text } = await send(IMPORT, `kept=${"a".repeat(2 * MEGABYTE)}`);
  expect(status).toBe(401);
  expect(text).toContain("too long to be kept");
  expect(text.length).toBeLessThan(20_000);
});

test("nearly 1 MB that was typed comes through the sign-in", async () => {
  const typed = `"Two" \\ lines\n${"ěšč ".repeat(40_000)}`;
  const fields = new URLSearchParams({ name: "x", sentence: typed, version: "1" }).toString();
  expect(fields.length).toBeGreaterThan(700_000);
  const refused = await send(SETTINGS, fields);
  const kept = unescaped(/name="kept" value="([^"]*)"/.exec(refused.text)?.[1] ?? "");
  expect(refused.text).toContain('encType="multipart/form-data"');
  const form = { to: SETTINGS, kept, email: emailOf("officer"), password: DEMO_PASSWORD };
  const signedIn = await send(
    "/sign-in",
    parts(...Object.entries(form).map(([name, value]) => part(name, value))),
    {
      type: MULTIPART,
    },
  );
  expect(signedIn.status).toBe(303);
  const cookie = String(signedIn.headers["set-cookie"]?.[0]).split(";")[0] ?? "";
  const page = await openPage(demo.address, String(signedIn.headers.location), cookie);
  expect(unescaped(page.text)).toContain(typed);
});

function unescaped(text: string): string {
  const characters: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'" };
  return text.replace(/&(quot|amp|lt|gt|#x27);/g, (_, name: string) => characters[name] ?? "");
}

test.each([
  { type: URLENCODED, form: (fields: number) => `${"a=b&".repeat(fields - 1)}a=b` },
  { type: MULTIPART, form: (fields: number) => parts(part("a", "b").repeat(fields)) },
  { type: MULTIPART, form: (fields: number) => parts(part("a", "b", "c.md").repeat(fields)) },
])("a form has 2,000 fields at most, files among them: $type", async ({ type, form }) => {
  const cookie = await demoCookie(demo, "officer");
  const library = `/c/${DEMO_CAMPAIGN}/messages/files`;
  const most = await send(library, form(2_000), { type, cookie });
  expect(most.text).not.toContain("2000 fields");
  const over = await send(library, form(2_001), { type, cookie });
  expect(over.status).toBe(400);
  expect(over.text).toContain("A form may have at most 2000 fields. Nothing was saved.");
});

test.each([
  { type: URLENCODED, form: (value: string) => `name=x&sentence=${value}` },
  { type: MULTIPART, form: (value: string) => parts(part("name", "x"), part("sentence", value)) },
])("no field is longer than half of what a form may have: $type", async ({ type, form }) => {
  const cookie = await demoCookie(demo, "clearer");
  expect((await send(SETTINGS, form("a".repeat(MEGABYTE / 2)), { type, cookie })).status).toBe(400);
  const over = await send(SETTINGS, form("a".repeat(MEGABYTE / 2 + 1)), { type, cookie });
  expect(over.status).toBe(413);
  expect(over.text).toContain("One field of this form is too long");
  expect(over.text.length).toBeLessThan(50_000);
});

test("the name of a field has 200 characters at most", async () => {
  for (const [type, form] of [
    [URLENCODED, (name: string) => `${name}=1`],
    [MULTIPART, (name: string) => parts(part(name, "1"))],
  ] as const) {
    const long = await send("/sign-in", form("a".repeat(201)), { type });
    expect(long.text).toContain("The form could not be read");
    const most = await send("/sign-in", form("a".repeat(200)), { type });
    expect(most.text).toContain("Enter your e-mail address");
  }
});

test("a sign-in says back no more of an address than one may have", async () => {
  const { status, text } = await send("/sign-in", `email=${"a".repeat(900_000)}&password=x`);
  expect(status).toBe(400);
  expect(text.length).toBeLessThan(20_000);
});

test.each([
  ["no boundary", "multipart/form-data", parts(part("a", "b"))],
  ["another boundary", "multipart/form-data; boundary=c", parts(part("a", "b"))],
  ["an end that is missing", MULTIPART, part("a", "b")],
  ["a file that is cut off", MULTIPART, part("a", "b", "c.md").slice(0, -4)],
  ["a field without a name", MULTIPART, "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n"],
  ["nothing", MULTIPART, ""],
])("a form that cannot be read is said to be one: %s", async (_, type, body) => {
  const { status, text } = await send("/sign-in", body, { type });
  expect(status).toBe(400);
  expect(text).toContain("The form could not be read. Go back and send it again.");
});

test("bytes that are no text and escapes that are none are read as far as they can be", async () => {
  for (const body of ["email=%", "email=%zz&password=%E0%A4%A", "=&=&email&&", "email=\xff\xfe"])
    expect((await send("/sign-in", body)).status).toBe(400);
});

test("a form that is left in the middle stops nothing", async () => {
  const { hostname, port } = new URL(demo.address);
  for (const type of [URLENCODED, MULTIPART]) {
    const socket = connect(Number(port), hostname);
    socket.write(`${head("/sign-in", { type, length: 1_000 })}${part("a", "b")}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
  }
  expect((await openPage(demo.address, "/sign-in", null)).status).toBe(200);
});
