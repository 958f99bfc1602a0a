import { beforeEach, expect, test } from "vitest";
import { SHIPPED_LIST } from "#app/campaign/contacts/congress/congress-files.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { congressFiles, type SmallCongress, smallCongress } from "../../support/builders/congress.ts";
import { freshDatabase } from "../../support/database.ts";
import { ask } from "../../support/raw-http.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
const path = "/c/esa/contacts/congress";

let database: Database;
let address: string;
let jana: string;

beforeEach(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Rea", { esa: "reader" });
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
});

type Given = { name: string; bytes: Uint8Array };

async function upload(files: readonly Given[]) {
  const form = new FormData();
  form.set("submission", crypto.randomUUID());
  for (const { name, bytes } of files) form.append("files", new File([new Uint8Array(bytes)], name));
  const request = new Request(address, { method: "POST", body: form });
  return ask(address, path, {
    method: "POST",
    headers: { Origin: address, Cookie: jana, "Content-Type": request.headers.get("Content-Type") ?? "" },
    body: Buffer.from(await request.arrayBuffer()).toString("utf8"),
  });
}

function small(change: (congress: SmallCongress) => void = () => {}): Given[] {
  const congress = smallCongress();
  change(congress);
  return Object.values(congressFiles(congress));
}

function words(text: string): string {
  return text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

function confirmed(text: string, more: Record<string, string> = {}): Record<string, string> {
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? "";
  const form = text.slice(text.indexOf('id="confirm"'));
  const from = /name="from" value="([^"]*)"/.exec(form)?.[1] ?? "";
  return { from, packed: field("packed"), shown: field("shown"), ...more };
}

async function members(): Promise<number> {
  const rows = await database.read
    .selectFrom("contact")
    .select("id")
    .where("key", "is not", null)
    .where("ended_on", "is", null)
    .execute();
  return rows.length;
}

test("the list that ships is shown with its edition first, read in when confirmed, and undone", async () => {
  expect(words((await openPage(address, path, jana)).text)).toContain("Edition of Mon 15 Jun,");
  const shown = await sendForm(address, path, jana, { from: "shipped" });
  expect(words(shown.text)).toMatch(/Members 537 0 0 0 .*Seats 4,416 0 0 0/);
  expect(await members()).toBe(0);
  const taken = await sendForm(address, path, jana, confirmed(shown.text));
  expect(taken.status).toBe(303);
  expect(await members()).toBe(537);
  const days = await database.read.selectFrom("organisation").select("as_of").distinct().execute();
  expect(days).toEqual([{ as_of: SHIPPED_LIST.edition }]);
  const again = await sendForm(address, path, jana, { from: "shipped" });
  expect(words(again.text)).toContain("Nothing to change");
  const change = new URL(String(taken.headers.location), address).searchParams.get("done") ?? "";
  expect((await sendForm(address, "/c/esa/undo", jana, { change })).status).toBe(303);
  expect(await members()).toBe(0);
});

test("uploaded files are read in as shown; one that would end too much asks for its own yes", async () => {
  const shown = await upload(small());
  expect(words(shown.text)).toContain("Members 4 0 0 0");
  expect((await sendForm(address, path, jana, confirmed(shown.text))).status).toBe(303);
  expect(await members()).toBe(4);
  const fewer = await upload(
    small((congress) => {
      congress.legislators = congress.legislators.slice(0, 3);
      congress.membership.JSPR = [];
    }),
  );
  expect(words(fewer.text)).toContain(
    "legislators-current.json would remove 1 of the 4 members on record, more than a tenth",
  );
  const refused = await sendForm(address, path, jana, confirmed(fewer.text));
  expect(refused.status).toBe(409);
  expect(words(refused.text)).toContain("Confirm each file");
  expect(await members()).toBe(4);
  const form = confirmed(fewer.text);
  const agreed = [
    ...Object.entries(form),
    ["mayEnd", "legislators-current.json"],
    ["mayEnd", "committee-membership-current.json"],
  ] as [string, string][];
  expect((await sendForm(address, path, jana, agreed)).status).toBe(303);
  expect(await members()).toBe(3);
  const older = await sendForm(address, path, jana, { from: "shipped" });
  expect(older.status).toBe(409);
  expect(words(older.text)).toContain("dated Tue 10 Nov, is more recent");
});

test("what changed since it was shown is shown again, and nothing is written", async () => {
  const shown = await upload(small());
  const other = await upload(small((congress) => void congress.legislators.splice(0, 1)));
  await sendForm(address, path, jana, confirmed(other.text));
  const stale = await sendForm(address, path, jana, confirmed(shown.text));
  expect(stale.status).toBe(409);
  expect(words(stale.text)).toContain("has been updated since you opened this page");
  expect(await members()).toBe(3);
});

test("a missing, foreign, broken or huge file is refused in words and changes nothing", async () => {
  const [first, second, third] = small();
  const cases: [readonly (Given | undefined)[], RegExp][] = [
    [[], /Choose all three files together/],
    [[first, second], /Missing: legislators-current.json/],
    [
      [first, second, third, { name: "notes.docx", bytes: Buffer.from("x") }],
      /“notes.docx” is not one of the three/,
    ],
    [[first, second, third, third], /Chosen twice: legislators-current.json/],
    [
      [first, second, { name: "legislators-current (1).json", bytes: Buffer.from("[{") }],
      /legislators-current \(1\).json:1: not JSON/,
    ],
    [[first, second, { name: "legislators-current.json", bytes: Buffer.from("[]") }], /names no member/],
  ];
  for (const [files, sentence] of cases) {
    const refused = await upload(files.flatMap((file) => file ?? []));
    expect(refused.status, String(sentence)).toBe(400);
    expect(words(refused.text)).toMatch(sentence);
  }
  const huge = { name: "legislators-current.json", bytes: Buffer.alloc(12_000_000, " ") };
  expect((await upload([huge])).status).toBe(413);
  const broken = await sendForm(address, path, jana, { from: "files", packed: "x", shown: "y" });
  expect([broken.status, words(broken.text).includes("preview has been lost")]).toEqual([400, true]);
  expect(await members()).toBe(0);
});

test("who only reads may not read a list in", async () => {
  const rea = await cookieOf(database, address, "rea", now);
  expect((await sendForm(address, path, rea, { from: "shipped" })).status).toBe(403);
  expect((await openPage(address, path, rea)).status).toBe(403);
});
