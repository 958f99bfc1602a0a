import { Readable } from "node:stream";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { formatLibrary } from "#app/campaign/messages/library/format-library.ts";
import { importLibrary } from "#app/campaign/messages/library/import.server.ts";
import { parseLibrary } from "#app/campaign/messages/library/parse-library.ts";
import { readLibrary } from "#app/campaign/messages/library/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import { now, system } from "../../support/author.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { addTeamAndLibrary } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";
import { ask } from "../../support/raw-http.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

let database: Database;
let address: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  ({ address } = await startedServer(database, { now: () => now }));
  for (const id of ["jana", "alena"]) cookies[id] = await cookieOf(database, address, id, now);
});

type Upload = { name: string; bytes: Uint8Array };

/** What a browser sends when files are chosen in the form. */
async function upload(who: string, files: readonly Upload[]) {
  const form = new FormData();
  for (const { name, bytes } of files) form.append("files", new Blob([new Uint8Array(bytes)]), name);
  const request = new Request(address, { method: "POST", body: form });
  return ask(address, "/c/esa/messages/files", {
    method: "POST",
    headers: {
      Origin: address,
      Cookie: cookies[who] ?? "",
      "Content-Type": request.headers.get("content-type") ?? "",
    },
    body: Readable.from([Buffer.from(await request.arrayBuffer())]),
  });
}

async function files(edit: (text: string) => string = (text) => text): Promise<Upload[]> {
  return formatLibrary(await readLibrary(database.read, "esa")).map(({ name, text }) => ({
    name,
    bytes: strToU8(edit(text)),
  }));
}

const zipped = (given: readonly Upload[], folder = "messages/") => ({
  name: "library.zip",
  bytes: zipSync(Object.fromEntries(given.map(({ name, bytes }) => [`${folder}${name}`, bytes]))),
});

const field = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";

test("the files as they were exported change nothing", async () => {
  const exported = await ask(address, "/c/esa/messages/files.zip", {
    headers: { Cookie: cookies.alena ?? "" },
  });
  expect([exported.status, exported.headers["content-type"]]).toEqual([200, "application/zip"]);
  const shown = await upload("jana", await files());
  expect([shown.status, shown.text.includes("Nothing to change")]).toEqual([200, true]);
});

test("the zip says beside its files which evidence is stale and what leans on it, and reads back the same", async () => {
  const other = await freshDatabase();
  await addTeamAndLibrary(other);
  const late = new Date("2031-01-10T15:00:00.000Z");
  const { address: there } = await startedServer(other, { now: () => late });
  const cookie = await cookieOf(other, there, "jana", late);
  const exported = await fetch(`${there}/c/esa/messages/files.zip`, { headers: { Cookie: cookie } });
  const { "README.md": readMe, ...entries } = unzipSync(new Uint8Array(await exported.arrayBuffer()));
  expect(strFromU8(readMe ?? new Uint8Array())).toMatch(
    /^- P\d+ stale since \w+ \d+ \w+ \d{4}: .+ Used by: message 1/m,
  );
  const library = await readLibrary(other.read, "esa");
  const written = formatLibrary(library).map(({ name, text }) => [name, text]);
  expect(Object.entries(entries).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(written);
  const all = { ...entries, "README.md": readMe ?? new Uint8Array() };
  const again = parseLibrary(Object.entries(all).map(([name, bytes]) => ({ name, bytes })));
  expect(again.ok && formatLibrary(again.library)).toEqual(formatLibrary(library));
});

test("of very many changes the first are shown with their words, and the others by name", async () => {
  const library = await readLibrary(database.read, "esa");
  const [source] = library.sources;
  if (source === undefined) throw new Error("The library has no source");
  const many = Array.from({ length: 210 }, (_, n) => ({ ...source, code: `many-${n + 1}` }));
  const files = formatLibrary({ ...library, sources: [...library.sources, ...many] });
  const shown = await upload(
    "jana",
    files.map(({ name, text }) => ({ name, bytes: strToU8(text) })),
  );
  expect(shown.text).toContain("Changes to import (210)");
  expect(shown.text.split("The text")).toHaveLength(201);
  for (const { code } of many) expect(shown.text).toMatch(new RegExp(`\\b${code}\\b`));
});

test("changed files are shown, in a zip too, and written only when exactly that is confirmed", async () => {
  const before = await readLibrary(database.read, "esa");
  const changed = await files((text) =>
    text.replace("Europeans should carry more.", "Europeans carry more."),
  );
  const shown = await upload("jana", [zipped(changed)]);
  expect(shown.status).toBe(200);
  expect(shown.text).toContain("Changes to import (2)");
  expect(await readLibrary(database.read, "esa")).toEqual(before);
  const confirmed = { library: field(shown.text, "library"), shown: field(shown.text, "shown") };
  const other = await sendForm(address, "/c/esa/messages/files", cookies.jana ?? "", {
    ...confirmed,
    shown: "something else",
  });
  expect([other.status, other.text.includes("Check the changes again")]).toEqual([409, true]);
  const written = await sendForm(address, "/c/esa/messages/files", cookies.jana ?? "", confirmed);
  expect(written.status).toBe(303);
  const messages = (await readLibrary(database.read, "esa")).messages;
  expect(messages.map(({ statement }) => statement)).toEqual([
    "Europeans carry more.",
    "Europeans carry more.",
  ]);
  const [change] = await listChanges(database.read, "library", "esa");
  expect(change?.summary).toBe("Imported the message library: 0 added, 2 changed, 0 ended");
  await record(database, async (change) => {
    const point = await change.read.selectFrom("proof_point").select("id").executeTakeFirstOrThrow();
    await change.update("proof_point", point.id, { caveat: "Estimates." }, null);
  });
  expect((await importLibrary(database, system, "esa", await readLibrary(database.read, "esa"))).ok).toBe(
    true,
  );
  const [again] = await listChanges(database.read, "library", "esa");
  expect(again?.summary).toBe("Imported the message library: the files already matched");
});

const BAD: readonly [string, (files: Upload[]) => Upload[], string][] = [
  [
    "a broken front matter",
    edited("message-1.md", (text) => text.replace("number: 1", "number: [1")),
    "message-1.md:4: the front matter cannot be read",
  ],
  [
    "an unknown key",
    edited("message-1.md", (text) => text.replace("number: 1", "number: 1\ncolour: red")),
    "message-1.md:4: the front matter has an unknown key &quot;colour&quot;",
  ],
  [
    "an id that stands twice",
    edited("proof-points.md", (text) => text.replace("## P2", "## P1")),
    "P1 appears twice",
  ],
  [
    "a merge-conflict marker",
    edited("objections.md", (text) => text.replace("## O1", "<<<<<<< ours\n## O1")),
    "objections.md:7: the line is a marker left by an unfinished merge",
  ],
  [
    "Windows line ends",
    edited("sources.md", (text) => text.replaceAll("\n", "\r\n")),
    "sources.md:1: the line has a Windows line end",
  ],
  [
    "a byte-order mark",
    edited("sources.md", (text) => `\ufeff${text}`),
    "sources.md:1: the file begins with a byte-order mark",
  ],
  [
    "another encoding",
    (all) =>
      all.map((one) =>
        one.name === "sources.md" ? { ...one, bytes: new Uint8Array([0x2d, 0xff, 0xc8]) } : one,
      ),
    "sources.md:1: the file is not in UTF-8",
  ],
  [
    "a file cut short",
    edited("message-1.md", (text) => text.slice(0, 40)),
    "message-1.md:1: the file must begin with front matter",
  ],
  [
    "a file too few",
    (all) => all.filter(({ name }) => name !== "sources.md"),
    "sources.md:1: the file is missing",
  ],
  [
    "a zip that is none",
    () => [{ name: "library.zip", bytes: strToU8("no zip") }],
    "is not a zip file that can be read",
  ],
  ["no file at all", () => [], "Choose the library files"],
];

function edited(name: string, edit: (text: string) => string) {
  return (all: Upload[]) =>
    all.map((one) =>
      one.name === name ? { ...one, bytes: strToU8(edit(new TextDecoder().decode(one.bytes))) } : one,
    );
}

test.for(BAD)("%s is answered by file and line, and nothing is written", async ([, spoil, answer]) => {
  const before = await readLibrary(database.read, "esa");
  const shown = await upload("jana", spoil(await files()));
  expect(shown.status).toBe(400);
  expect(shown.text).toContain(answer);
  expect(await readLibrary(database.read, "esa")).toEqual(before);
});

test("a reader takes the files away and brings none in", async () => {
  expect((await upload("alena", await files())).status).toBe(403);
  const page = await openPage(address, "/c/esa/messages/files", cookies.alena ?? "");
  expect([page.status, page.text.includes("Show the changes")]).toEqual([200, false]);
});

test("an export by somebody who writes is noted, so that edits of the files go on from it", async () => {
  const exported = await sendForm(address, "/c/esa/messages/files.zip", cookies.jana ?? "");
  expect([exported.status, exported.headers["content-type"]]).toEqual([200, "application/zip"]);
});
