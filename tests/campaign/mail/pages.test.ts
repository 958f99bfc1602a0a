import { beforeAll, expect, test } from "vitest";
import { mailWork } from "#app/campaign/due-mail/due-letters.server.ts";
import { readSettings } from "#app/http/environment.ts";
import { system, unsent } from "../../support/author.ts";
import { addLetter, letters } from "../../support/builders/letter.ts";
import { conflictOf } from "../../support/conflict-of.ts";
import { DEMO_CAMPAIGN, DEMO_NOW, type Demo, emailOf, type Person, startedDemo } from "../../support/demo.ts";
import { type MailServer, startedMailServer } from "../../support/mail-server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

let demo: Demo;
let server: MailServer;
const refused = new Set<string>();

beforeAll(async () => {
  server = await startedMailServer({
    recipient: (address) => (refused.has(address) ? { status: 550, words: "No such user" } : "take"),
  });
  demo = await startedDemo(server.mail);
});

function accountOf(person: Person) {
  return demo.database.read
    .selectFrom("account")
    .selectAll()
    .where("email", "=", emailOf(person))
    .executeTakeFirstOrThrow();
}

async function sessionOf(person: Person): Promise<string> {
  return cookieOf(demo.database, demo.address, (await accountOf(person)).id, DEMO_NOW);
}

async function act(fields: Record<string, string>) {
  return sendForm(demo.address, "/admin/mail", await sessionOf("administrator"), fields);
}

async function page(): Promise<string> {
  return (await openPage(demo.address, "/admin/mail", await sessionOf("administrator"))).text;
}

async function queueFor(person: Person, title: string) {
  const { id } = await accountOf(person);
  await addLetter(demo.database, {
    to: [id],
    campaignId: DEMO_CAMPAIGN,
    subjectTitle: title,
    path: `/c/${DEMO_CAMPAIGN}/talking-points`,
    now: DEMO_NOW,
  });
}

test("a test of the post arrives within seconds, once however often the form is sent", async () => {
  const form = { act: "test", submission: "one-test" };
  expect((await act(form)).status).toBe(303);
  expect((await act(form)).status).toBe(303);
  await expect.poll(() => server.taken.length).toBe(1);
  expect(server.taken[0]!.to).toEqual([emailOf("administrator")]);
  await expect.poll(page).toContain("1 in the last 90 days");
});

test("what was given up stands there with its reason and without its title, and goes out by hand", async () => {
  refused.add(emailOf("clearer"));
  await queueFor("clearer", "Schůzka s paní Hadleyovou");
  await act({ act: "test" });
  await expect.poll(page).toContain("The mail server answered 550 No such user");
  const shown = await page();
  expect(shown).toContain("Clearance asked");
  expect(shown).not.toContain("Hadleyovou");
  refused.clear();
  const given = (await letters(demo.database)).find((letter) => letter.given_up_at !== null);
  const { name } = await accountOf("clearer");
  expect(shown).toContain(`to ${name}`);
  expect((await act({ act: "try", letter: given?.id ?? "" })).status).toBe(303);
  await expect.poll(() => server.taken.some(({ to }) => to.includes(emailOf("clearer")))).toBe(true);
  expect(server.taken.every(({ raw }) => !raw.includes("Hadley"))).toBe(true);
});

test("titles travel once the administrator lets them, and no longer when that is taken back", async () => {
  const saved = await act({ act: "titles", titles: "yes", submission: "titles" });
  expect(saved.status).toBe(303);
  await queueFor("ministry", "Řeč o spolehlivosti");
  await act({ act: "test" });
  await expect
    .poll(() => server.taken.map(({ mail }) => mail.subject))
    .toContain("Clearance requested: Řeč o spolehlivosti");
  expect((await act({ act: "titles", submission: "no titles" })).status).toBe(303);
  const { mail_shows_titles } = await demo.database.read
    .selectFrom("installation")
    .select("mail_shows_titles")
    .executeTakeFirstOrThrow();
  expect(mail_shows_titles).toBe(0);
});

test("an act that is none, and a letter that is not there, change nothing", async () => {
  expect((await act({ act: "burn" })).status).toBe(400);
  expect((await act({ act: "try", letter: "no-such-letter" })).status).toBe(303);
  expect((await act({ act: "give up", letter: "<script>" })).status).toBe(400);
});

test("everybody chooses the own mail, with Undo, and somebody else's change is shown", async () => {
  const session = await sessionOf("officer");
  const { version, id } = await accountOf("officer");
  const send = (fields: Record<string, string>) =>
    sendForm(demo.address, "/account/mail", session, { version: String(version), ...fields });
  const saved = await send({ digest: "on" });
  expect(saved.status).toBe(303);
  expect(await accountOf("officer")).toMatchObject({ wants_digest: 1, wants_mail_at_once: 0 });
  const stale = await send({ atOnce: "on" });
  expect(stale.status).toBe(409);
  expect(conflictOf(stale.text)).toEqual({
    "In the morning": ["One e-mail at 07:30 listing everything that is waiting for me", "Empty"],
    "At once": ["Empty", "An e-mail for anything that cannot wait until the morning"],
  });
  const change = /done=([a-z0-9]+)/.exec(String(saved.headers.location))?.[1] ?? "";
  await sendForm(demo.address, "/undo", session, { change });
  expect(await accountOf("officer")).toMatchObject({ id, wants_digest: 1, wants_mail_at_once: 1 });
});

test("without a mail server the product works, and its settings say that mail is off", async () => {
  const off = await startedDemo();
  const { id } = await off.database.read
    .selectFrom("account")
    .select("id")
    .where("email", "=", emailOf("administrator"))
    .executeTakeFirstOrThrow();
  const session = await cookieOf(off.database, off.address, id, DEMO_NOW);
  for (const path of ["/admin/mail", "/account/mail"]) {
    const { status, text } = await openPage(off.address, path, session);
    expect(status).toBe(200);
    expect(text).toContain("Mail is off");
  }
  await addLetter(off.database, { to: [id], campaignId: DEMO_CAMPAIGN, now: DEMO_NOW });
  const given = { handed_over_at: DEMO_NOW.toISOString() };
  await off.database.writeUnrecorded((write) => write.updateTable("mail").set(given).execute());
  const { text } = await openPage(off.address, "/admin/mail", session);
  expect(text).toMatch(/Delivery not confirmed.*Stop trying/);
  expect(text).not.toContain("Try now");
});

function readOff() {
  const read = readSettings({});
  if (!read.ok) throw new Error(read.sentence);
  return read.settings;
}

/** What arrived for somebody under a subject that begins like this. */
function arrived(person: Person, subject: string) {
  return server.taken.filter(
    ({ to, mail }) => to.includes(emailOf(person)) && mail.subject?.startsWith(subject),
  );
}

/** A draft of the officer's that was never cleared, with a proof point that became stale today. */
async function staleDraft() {
  const found = await demo.database.read
    .selectFrom("talking_points as paper")
    .innerJoin("talking_points_block as block", "block.talking_points_id", "paper.id")
    .innerJoin("talking_points_footnote as note", "note.talking_points_block_id", "block.id")
    .innerJoin("proof_point as point", "point.id", "note.proof_point_id")
    .leftJoin("clearance", "clearance.subject_id", "paper.id")
    .select(["paper.id", "point.code", "point.id as pointId"])
    .where("clearance.id", "is", null)
    .where("paper.campaign_id", "=", DEMO_CAMPAIGN)
    .where("paper.stage", "=", "drafting")
    .where("paper.drafted_by", "=", (await accountOf("officer")).id)
    .executeTakeFirstOrThrow();
  await demo.database.change(system, unsent, async (change) => {
    await change.update("proof_point", found.pointId, { review_by: "2026-11-09" }, null);
    const what = { recordKind: "proof point", recordId: found.pointId, action: "changed" } as const;
    change.describe({ ...what, summary: "Made stale", location: "/" });
    return { ok: true };
  });
  return found;
}

test("a paper that is sent and answered in the browser is told of by mail, its stale proof point marked", async () => {
  const { id, code } = await staleDraft();
  const path = `/c/${DEMO_CAMPAIGN}/talking-points/${id}`;
  const sent = { intent: "send for clearance", submission: "sent-once" };
  const officer = await sessionOf("officer");
  expect((await sendForm(demo.address, path, officer, sent)).status).toBe(303);
  expect((await sendForm(demo.address, path, officer, sent)).status).toBe(303);
  const asked = () =>
    arrived("clearer", "Clearance requested").filter(({ mail }) => mail.text?.includes(path));
  await expect.poll(() => asked().length).toBe(1);
  const letter = asked()[0]!.mail.text;
  expect(letter).toMatch(new RegExp(`STALE: proof points? .*${code} since Tue 10 Nov 2026`));
  expect(letter).toMatch(/It is due .* in Washington, .* in Prague\./);
  const returned = { intent: "return", reasons: "The figure is old." };
  expect((await sendForm(demo.address, path, await sessionOf("clearer"), returned)).status).toBe(303);
  await expect.poll(() => arrived("officer", "Your text was returned").length).toBe(1);
  expect(arrived("officer", "Your text was returned")[0]!.raw).not.toContain("The figure is old.");
});

test("on the next working morning everybody gets what waits, once", async () => {
  const { address, database } = demo;
  const settings = { ...readOff(), mail: server.mail };
  demo.setNow(new Date("2026-11-12T12:31:00.000Z"));
  await mailWork.run({ database, settings, now: new Date("2026-11-12T12:31:00.000Z") });
  await mailWork.run({ database, settings, now: new Date("2026-11-12T12:32:00.000Z") });
  const session = await cookieOf(database, address, (await accountOf("administrator")).id, DEMO_NOW);
  await sendForm(address, "/admin/mail", session, { act: "test", submission: "nudge" });
  const digests = () =>
    arrived("officer", "").filter(({ mail }) => / (is|are) waiting for you/.test(mail.subject ?? ""));
  await expect.poll(() => digests().length).toBe(1);
  expect(digests()[0]!.mail.text).toContain("* Talking points returned\n");
  expect(digests()[0]!.mail.text).toMatch(/proof points? (is|are) stale: P\d+ since/);
});
