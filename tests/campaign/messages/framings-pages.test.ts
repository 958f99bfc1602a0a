import { beforeAll, expect, test } from "vitest";
import { listFramings } from "#app/campaign/messages/framings/framing-list.server.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { addAddressedAudience, keyMessage } from "../../support/builders/framing.ts";
import { addTeamAndLibrary } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

let database: Database;
let address: string;
let audience: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  audience = await addAddressedAudience(database, "State, European bureau");
  ({ address } = await startedServer(database, { now: () => now }));
  for (const id of ["jana", "petr", "tomas", "alena"])
    cookies[id] = await cookieOf(database, address, id, now);
});

const open = (who: string, path: string) => openPage(address, `/c/esa/${path}`, cookies[who] ?? null);
const send = (who: string, path: string, fields: Record<string, string>) =>
  sendForm(address, `/c/esa/${path}`, cookies[who] ?? null, fields);

async function onlyFraming() {
  const [framing] = await listFramings(database.read, [(await keyMessage(database)).id]);
  if (framing === undefined) throw new Error("No framing");
  return framing;
}

test("a framing is written, reworded with a reason, cleared by its exact text, and shown where the message is", async () => {
  const added = await send("jana", "messages/1/framings/new", { audience, text: "Roads carry troops." });
  expect(added.status).toBe(303);
  const framing = await onlyFraming();
  const own = `messages/1/framings/${framing.id}`;
  const reworded = { text: "Roads and bridges carry troops.", version: String(framing.version) };
  expect((await send("jana", `${own}/edit`, reworded)).status).toBe(400);
  expect((await send("jana", `${own}/edit`, { ...reworded, reason: "Bridges" })).status).toBe(303);
  const stale = await send("jana", `${own}/edit`, { ...reworded, text: "Mine.", reason: "Mine" });
  expect([stale.status, stale.text.includes("Roads and bridges carry troops.")]).toEqual([409, true]);
  const { newest } = await onlyFraming();
  const clear = { act: "clear", shownHash: newest.textHash };
  expect((await send("jana", own, clear)).status).toBe(403);
  expect((await send("tomas", own, { ...clear, shownHash: framing.newest.textHash })).status).toBe(409);
  expect((await send("tomas", own, clear)).status).toBe(303);
  for (const path of ["messages/1", "messages/1/framings", own]) {
    const page = (await open("alena", path)).text;
    expect(page).toContain("Roads and bridges carry troops.");
    expect(page).toContain("Cleared by Tomas");
  }
});

test("a framing for an audience of another campaign, or for one that is framed already, is refused at its field", async () => {
  const again = await send("jana", "messages/1/framings/new", { audience, text: "Again." });
  expect([again.status, again.text.includes("Choose an audience in this campaign")]).toEqual([400, true]);
  expect((await send("jana", "messages/1/framings/new", { audience: "nobody", text: "x" })).status).toBe(400);
  expect((await send("alena", "messages/1/framings/new", { audience, text: "x" })).status).toBe(403);
});

test("a framing of another message, or one that is not there, is not found", async () => {
  const { id } = await onlyFraming();
  expect((await open("jana", `messages/2/framings/${id}`)).status).toBe(404);
  expect((await open("jana", "messages/1/framings/none")).status).toBe(404);
});

test("a framing is retired and taken back, and a page that is out of date may do neither", async () => {
  const framing = await onlyFraming();
  const own = `messages/1/framings/${framing.id}`;
  const retire = { act: "retire", version: String(framing.version) };
  expect((await send("jana", own, { ...retire, version: "99" })).status).toBe(409);
  expect((await send("jana", own, retire)).status).toBe(303);
  expect((await open("jana", own)).text).toContain("Retired");
  const back = { act: "take back into use", version: String((await onlyFraming()).version) };
  expect((await send("jana", own, back)).status).toBe(303);
  expect((await onlyFraming()).retiredAt).toBeNull();
});
