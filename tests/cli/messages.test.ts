import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readLibrary } from "#app/campaign/messages/library/store.server.ts";
import { saveProofPoint } from "#app/campaign/messages/proof-points/store.server.ts";
import { openDatabase } from "#db/database.server.ts";
import { system, unsent } from "../support/author.ts";
import { addCampaign } from "../support/builders/campaign.ts";
import { freshPath } from "../support/database.ts";
import { startedProcess } from "../support/process.ts";

const OURS = fileURLToPath(new URL("../../messages", import.meta.url));

function demarche(databasePath: string, ...args: string[]) {
  return startedProcess("app/cli/demarche.ts", { args, environment: { DATABASE_PATH: databasePath } }).ended;
}

async function withCampaign(): Promise<string> {
  const path = await freshPath();
  const database = await openDatabase(path);
  await addCampaign(database);
  await database.close();
  return path;
}

/** A copy of our library in a folder of its own, with one file edited. */
async function copied(name = "README.md", edit: (text: string) => string = (text) => text): Promise<string> {
  const folder = `${await freshPath()}-library`;
  await cp(OURS, folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, edit(await readFile(path, "utf8")));
  return folder;
}

test("a check finds nothing wrong with our library, and needs no database", async () => {
  const { code, output, errors } = await demarche("/nowhere/at/all.sqlite", "messages", "check", "--json");
  expect([code, errors]).toEqual([0, ""]);
  expect(JSON.parse(output)).toEqual({
    messages: 3,
    framings: 0,
    objections: 10,
    proofPoints: 24,
    sources: 49,
    faults: [],
  });
});

test("a check names file and line of a proof point without a date, and ends with 1", async () => {
  const folder = await copied("proof-points.md", (text) => text.replace("- As of: 2025-08-28\n", ""));
  const said = await demarche("", "messages", "check", folder);
  expect([said.code, said.output]).toEqual([1, ""]);
  expect(said.errors.trim()).toBe(`${join(folder, "proof-points.md")}:7: P1 has no line "- As of: …"`);
});

test("wrong use ends with 2, a folder or a campaign that is not there with 1", async () => {
  const path = await withCampaign();
  expect((await demarche(path, "messages", "devour")).code).toBe(2);
  expect(await demarche(path, "messages", "check", "nowhere")).toMatchObject({
    code: 1,
    errors: "nowhere is not a folder.\n",
  });
  const other = await demarche(path, "messages", "import", "--campaign", "None", "--json");
  expect([other.code, JSON.parse(other.output)]).toEqual([
    1,
    { opened: expect.anything(), refused: 'There is no campaign called "None".' },
  ]);
});

test("an import counts each kind, a second one finds everything the same, and the export gives the same bytes", async () => {
  const path = await withCampaign();
  const first = await demarche(path, "messages", "import", "--json");
  expect(JSON.parse(first.output)).toMatchObject({
    messages: { added: 3, changed: 0, ended: 0, same: 0 },
    proofPoints: { added: 24 },
    objections: { added: 10 },
    sources: { added: 49 },
  });
  const second = await demarche(path, "messages", "import", "--json", "--campaign", "Campaign esa");
  expect(JSON.parse(second.output)).toMatchObject({ messages: { added: 0, same: 3 }, sources: { same: 49 } });
  const folder = `${await freshPath()}-exported`;
  expect((await demarche(path, "messages", "export", folder, "--json")).code).toBe(0);
  for (const name of (await readdir(OURS)).filter((file) => file !== "README.md")) {
    expect(await readFile(join(folder, name)), name).toEqual(await readFile(join(OURS, name)));
  }
});

test("a fault anywhere in the files leaves the campaign as it was", async () => {
  const path = await withCampaign();
  const folder = await copied("sources.md", (text) =>
    text.replace("https://studylib.net", "javascript:alert"),
  );
  const refused = await demarche(path, "messages", "import", folder);
  expect(refused.code).toBe(1);
  expect(refused.errors).toMatch(/sources\.md:\d+: "javascript:alert.*" is not a web address/);
  const database = await openDatabase(path);
  expect((await readLibrary(database.read, "esa")).sources).toEqual([]);
  await database.close();
});

test("an edit made in the product and in the files is shown with both texts and stays, until an export brings them together", async () => {
  const path = await withCampaign();
  await demarche(path, "messages", "import");
  const database = await openDatabase(path);
  const [point] = (await readLibrary(database.read, "esa")).proofPoints;
  if (point === undefined) throw new Error("The library has no proof point");
  await database.change(system, unsent, async (change) => {
    change.describe({
      recordKind: "proof point",
      recordId: "P1",
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return saveProofPoint(change, "esa", { ...point, caveat: "Edited in the product." }, null);
  });
  await database.close();
  const folder = await copied("proof-points.md", (text) =>
    text.replace("- Caveat: These are", "- Caveat: All are"),
  );
  const conflict = await demarche(path, "messages", "import", folder);
  expect(conflict.code).toBe(1);
  expect(conflict.errors).toContain(`${join(folder, "proof-points.md")}:7: proof point P1 has been edited`);
  expect(conflict.errors).toMatch(/Edited in the product\.[\s\S]*All are estimates/);
  await demarche(path, "messages", "export", folder);
  expect(await readFile(join(folder, "proof-points.md"), "utf8")).toContain("Edited in the product.");
  expect(JSON.parse((await demarche(path, "messages", "import", folder, "--json")).output)).toMatchObject({
    proofPoints: { changed: 0, same: 24 },
  });
});

test("an export says which file of a message is no longer in the library, and removes nothing", async () => {
  const path = await withCampaign();
  const folder = `${await freshPath()}-old`;
  await mkdir(folder);
  await writeFile(join(folder, "message-7.md"), "old");
  const said = await demarche(path, "messages", "export", folder, "--json");
  expect(JSON.parse(said.output)).toMatchObject({ left: ["message-7.md"] });
  expect(await readFile(join(folder, "message-7.md"), "utf8")).toBe("old");
});

test("a preview shows what would change and writes nothing; the import shows the same and writes it", async () => {
  const path = await withCampaign();
  await demarche(path, "messages", "import");
  const folder = await copied("message-1.md", (text) => text.replace("European share", "share for Europe"));
  const preview = await demarche(path, "messages", "import", folder, "--preview");
  expect([preview.code, preview.errors]).toEqual([0, expect.stringMatching(/^Opened .*\.\n$/)]);
  expect(preview.output).toContain("changed: message 1\n  - # A bigger European share fits US priorities");
  expect(preview.output).toContain("  + # A bigger share for Europe fits US priorities");
  expect(preview.output).toContain("Nothing was written.");
  const again = await demarche(path, "messages", "import", folder, "--preview", "--json");
  expect(JSON.parse(again.output)).toMatchObject({
    written: false,
    changes: [{ kind: "key message", code: "1" }],
  });
  const written = await demarche(path, "messages", "import", folder);
  expect(written.output).toBe(preview.output.replace("Nothing was written.", "Written."));
});
