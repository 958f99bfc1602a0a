import { expect, test } from "vitest";
import { MOST_COLLEAGUES, readColleagues } from "#app/campaign/accounts/colleagues-list.ts";
import { system, unsent } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, sendForm } from "../../support/signed-in.ts";

const NOBODY = new Set<string>();

const JANA = { name: "Jana Dvořáková", email: "jana@mission.example", role: "officer", position: "Congress" };

test("a list is read as a spreadsheet gives it: tabs, semicolons or commas, with headings or without", () => {
  for (const text of [
    "Jana Dvořáková, Jana@mission.example, officer, Congress",
    "Name\tE-mail\tRole\tPosition\r\nJana Dvořáková\tjana@mission.example\tOfficer\tCongress\r\n",
    "\uFEFFJana Dvořáková;jana@mission.example;officer;Congress\n\n",
  ])
    expect(readColleagues(text, NOBODY)).toEqual({ ok: true, colleagues: [JANA] });
});

test("each fault of a list is named by its line, and one refuses it whole", () => {
  const faults = (text: string, taken = NOBODY) => {
    const read = readColleagues(text, taken);
    return read.ok ? [] : read.faults;
  };
  expect(faults(" \n")).toEqual(["Enter at least one colleague, or choose a file"]);
  expect(faults("Jana, jana@mission.example, boss\n, x@y.example, officer\nPetr, petr, officer")).toEqual([
    "Line 1: the role “boss” is not one of reader, officer, embassy clearer and ministry clearer",
    "Line 2: no name",
    "Line 3: “petr” is not an e-mail address",
  ]);
  expect(faults("Jana\nEva, eva@mission.example")).toEqual([
    "Line 1: no e-mail address",
    "Line 2: no role; use one of reader, officer, embassy clearer and ministry clearer",
  ]);
  const twice = "Jana, jana@mission.example, officer\nEva, JANA@mission.example, reader";
  expect(faults(twice)).toEqual(["Line 2: jana@mission.example appears twice"]);
  expect(faults(twice, new Set(["jana@mission.example"]))[0]).toBe(
    "Line 1: jana@mission.example already has an account",
  );
  expect(faults('"Jana, jana@mission.example, officer')).toEqual([
    "Line 1: a quotation mark opened here or below is not closed",
  ]);
  expect(
    faults("Jana, , officer\n\n;\nPetr, petr@m.example\nEva, e@m.example, reader, Press, culture"),
  ).toEqual([
    "Line 1: no e-mail address",
    "Line 3: no e-mail address",
    "Line 4: no role; use one of reader, officer, embassy clearer and ministry clearer",
    "Line 5: more than four values; put any value that contains the separator in quotation marks",
  ]);
  const many = Array.from({ length: MOST_COLLEAGUES + 1 }, (_, at) => `N, n${at}@m.example, reader`);
  expect(faults(many.join("\n"))[0]).toContain(`this list has ${MOST_COLLEAGUES + 1}`);
  const [spaced, plain] = ["\n , \n\n", "\n"].map((gap) => readColleagues(many.slice(1).join(gap), NOBODY));
  expect(spaced).toEqual(plain);
  expect(plain).toMatchObject({ ok: true, colleagues: { length: MOST_COLLEAGUES } });
});

test("an administrator adds a list of colleagues after seeing it; each signs in with the password shown once", async () => {
  const now = new Date("2026-11-10T20:00:00.000Z");
  const path = "/admin/accounts/import";
  const database = await freshDatabase();
  await addCampaign(database, "esa");
  await addAccount(database, "Eva", { esa: "officer" });
  await database.change(system, unsent, async (change) => {
    change.describe({
      recordKind: "account",
      recordId: "eva",
      action: "changed",
      summary: "x",
      location: "/",
    });
    return change.update("account", "eva", { is_administrator: 1 }, null);
  });
  await addAccount(database, "Rea", { esa: "officer" });
  const { address } = await startedServer(database, { now: () => now });
  const eva = await cookieOf(database, address, "eva", now);
  const list =
    "Jana Dvořáková, jana@mission.example, officer, Congress\nPetr, petr@mission.example, ministry clearer";
  const rea = await cookieOf(database, address, "rea", now);
  expect((await sendForm(address, path, rea, { campaign: "esa", list })).status).toBe(403);
  const faulty = await sendForm(address, path, eva, { campaign: "esa", list: `${list}\nX, x, officer` });
  expect([faulty.status, faulty.text.includes("Line 3:"), faulty.text.includes("Petr, petr@")]).toEqual([
    400,
    true,
    true,
  ]);
  expect((await sendForm(address, path, eva, { campaign: "other", list })).status).toBe(400);
  const shown = await sendForm(address, path, eva, { campaign: "esa", list });
  expect(shown.text).toContain("Nothing has been saved yet");
  const emails = async () =>
    (await database.read.selectFrom("account").select("email").execute()).map(({ email }) => email);
  expect(await emails()).not.toContain("jana@mission.example");
  const sent = { campaign: "esa", list, agreed: "yes", submission: "once" };
  const added = await sendForm(address, path, eva, sent);
  expect(await emails()).toEqual(expect.arrayContaining(["jana@mission.example", "petr@mission.example"]));
  expect(added.text).toMatch(/class="button primary" href="\/c\/esa"/);
  const [password = ""] = /(?<=<code>)[a-z2-9-]{19}(?=<)/.exec(added.text) ?? [];
  const signIn = await sendForm(address, "/sign-in", null, { email: "jana@mission.example", password });
  expect(signIn.status).toBe(303);
  expect((await sendForm(address, path, eva, { ...sent, submission: "twice" })).status).toBe(400);
  const changeOf = (text: string) => /name="change" value="([^"]*)"/.exec(text)?.[1] ?? "";
  expect((await sendForm(address, "/undo", eva, { change: changeOf(added.text) })).status).toBe(409);
  const one = { campaign: "esa", list: "Ivo, ivo@mission.example, reader", agreed: "yes" };
  const { text } = await sendForm(address, path, eva, one);
  expect(await emails()).toContain("ivo@mission.example");
  expect((await sendForm(address, "/undo", eva, { change: changeOf(text) })).status).toBe(303);
  expect(await emails()).not.toContain("ivo@mission.example");
});
