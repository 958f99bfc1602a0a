import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { listFound, purgeSearchIndex } from "#app/campaign/find/search.server.ts";
import { backUp } from "#db/backup.server.ts";
import { openDatabase } from "#db/database.server.ts";
import { freshPath } from "../../support/database.ts";
import { EMAIL, erasePerson, NAME, OLD_NAME, PHONE, sharedPerson } from "../../support/erasure-scene.ts";

test("neither the file, its log nor a backup holds a byte of the person, and the file opens after a sudden end", async () => {
  const database = await sharedPerson();
  await erasePerson(database);
  await purgeSearchIndex(database);
  const copy = await backUp(database.path, await freshPath());
  const files = await Promise.all(
    [database.path, `${database.path}-wal`, copy.path].map((path) => readFile(path)),
  );
  for (const bytes of files)
    for (const word of [NAME, NAME.toUpperCase(), OLD_NAME, `gone-${EMAIL}`, PHONE])
      expect(wholeIn(bytes, word)).toBe(false);
  const [file, log] = files;
  if (file === undefined || log === undefined) throw new Error("A file is missing");
  const left = await freshPath();
  await writeFile(left, file);
  await writeFile(`${left}-wal`, log);
  const again = await openDatabase(left);
  expect(await listFound(again.read, ["qvxzendumsk"], ["esa", "cyber"])).toMatchObject({
    rows: [{ id: "stays" }],
  });
  await again.close();
});

/** Whether the bytes hold a text that is not the beginning of the longer name of somebody else. */
function wholeIn(bytes: Buffer, word: string): boolean {
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1))
    if (bytes.subarray(at + Buffer.byteLength(word)).toString("latin1", 0, 2) !== "ij") return true;
  return false;
}
