import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { exportFiles, zipInPieces } from "#app/campaign/export/export-files.ts";
import { exportStream } from "#app/campaign/export/pages/export-zip.ts";

import { storedKinds } from "#app/campaign/export/store.server.ts";
import { addAccount, addCampaign } from "../support/builders/campaign.ts";
import { collected } from "../support/collected.ts";
import { freshDatabase } from "../support/database.ts";

const madeAt = new Date("2026-11-10T17:00:00.000Z");
const today = "2026-11-10";

async function campaignAt() {
  const database = await freshDatabase();
  await addCampaign(database, "esa", { name: "Autonomie, „evropská“" });
  await addAccount(database, "Petr", { esa: "officer" });
  return { database, begun: () => exportStream({ path: database.path, today, madeAt }) };
}

async function bytesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>> | null) {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

test("the zip of the stream holds the files of the command, to the byte", async () => {
  const { database, begun } = await campaignAt();
  const unzipped = unzipSync(await bytesOf(await begun()));
  const files = exportFiles(await storedKinds(database.read, today), madeAt);
  expect(Object.keys(unzipped)).toEqual(files.map(({ name }) => name));
  for (const { name, pieces } of files) {
    const text = (await collected(pieces())).map((piece) => piece.text).join("");
    expect(Buffer.from(unzipped[name] ?? []).toString()).toBe(text);
  }
});

test("a third export waits for one of the two before it, and one that nobody reads on makes room", async () => {
  const { begun } = await campaignAt();
  const first = await begun();
  const second = await begun();
  expect(await begun()).toBeNull();
  await first?.cancel();
  const third = await begun();
  expect(third).not.toBeNull();
  for (const stream of [second, third]) expect((await bytesOf(stream)).length).toBeGreaterThan(1_000);
  await (await begun())?.cancel();
});

test("what an export reads is what was there when it began", async () => {
  const { database, begun } = await campaignAt();
  const stream = await begun();
  await addCampaign(database, "later");
  const unzipped = unzipSync(await bytesOf(stream));
  expect(Buffer.from(unzipped["demarche.json"] ?? []).toString()).not.toContain('"later"');
});

test("a database that cannot be opened is told before anything is sent, and leaves room for others", async () => {
  const { begun } = await campaignAt();
  for (let tried = 0; tried < 3; tried += 1)
    await expect(exportStream({ path: "/nowhere/at-all.sqlite", today, madeAt })).rejects.toThrow();
  await (await begun())?.cancel();
});

test("no more is read of a file than what is fetched of the zip", async () => {
  let read = 0;
  const pieces = async function* () {
    for (; read < 1_000; ) {
      read += 1;
      yield { text: crypto.randomUUID().repeat(10_000), records: 1 };
    }
  };
  const zip = zipInPieces([{ name: "long.csv", pieces }], madeAt);
  await zip.next();
  expect(read).toBeLessThan(20);
  await zip.return(undefined);
});
