import { expect, test } from "vitest";
import { tryLetterNow } from "#app/campaign/mail/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { updateInstallation } from "#db/installation.server.ts";
import { now as NOW, system, unsent } from "../support/author.ts";
import { addAccount } from "../support/builders/campaign.ts";
import { addLetter, letters } from "../support/builders/letter.ts";
import { mailBy, startedMailServer } from "../support/mail-server.ts";
import { embassy, MINUTE, ORIGIN, only, postBy } from "../support/post.ts";

const faultOf = (database: Database) => expect.poll(async () => (await only(database)).last_fault);
const sentAt = (database: Database) => expect.poll(async () => (await only(database)).sent_at);

test("a letter arrives once, in plain words, with its link and without its title", async () => {
  const database = await embassy();
  const server = await startedMailServer();
  await addLetter(database, {}, { dueAt: new Date("2026-11-12T17:00:00.000Z"), answer: null });
  const { after, logged } = postBy(database, server.mail);
  await sentAt(database).toBe(NOW.toISOString());
  after(600);
  await expect.poll(() => logged.length).toBe(1);
  expect(server.received).toHaveLength(1);
  const [{ mail, raw, from, to }] = server.received as [(typeof server.received)[0]];
  expect({ from, to }).toEqual({ from: "post@mission.example", to: ["hana@demarche.example"] });
  expect(mail.from).toMatchObject({ name: "Velvyslanectví", address: "post@mission.example" });
  expect(mail.subject).toBe("Clearance requested");
  expect(mail.text).toContain("It is due Thu 12 Nov 2026, 12:00 in Washington, 18:00 in Prague.");
  expect(mail.text).toContain(`${ORIGIN}/c/esa/talking-points/paper`);
  expect(raw).toContain("Auto-Submitted: auto-generated");
  expect(raw).toMatch(/List-Unsubscribe: <https:\/\/demarche\.example\/account\/mail>/);
  expect(raw).not.toContain("Hadley");
  expect(logged.join()).not.toMatch(/@|hana|Hadley/i);
});

test("a title travels only where the installation allows it, in Czech as it was written, and never of TLP:RED", async () => {
  const database = await embassy();
  await database.change(system, unsent, async (change) => {
    await updateInstallation(change, { mail_shows_titles: 1 });
    const what = { recordKind: "installation", recordId: "installation", action: "changed" } as const;
    change.describe({ ...what, summary: "Saved", location: "/" });
    return { ok: true };
  });
  const server = await startedMailServer();
  await addLetter(database, { subjectTitle: "Žluťoučký kůň: řeč ve Washingtonu" });
  await addLetter(database, { subjectTitle: "Tajné", handling: "TLP:RED", now: new Date(NOW.getTime() + 1) });
  postBy(database, server.mail).after(1);
  await expect.poll(() => server.taken.length).toBe(2);
  expect(server.taken[0]!.mail.subject).toBe("Clearance requested: Žluťoučký kůň: řeč ve Washingtonu");
  expect(server.taken[0]!.mail.text).toContain("“Žluťoučký kůň: řeč ve Washingtonu” (TLP:AMBER)");
  expect(server.taken[1]!.mail.subject).toBe("Clearance requested");
  expect(server.taken[1]!.raw).not.toContain("Tajn");
});

test("no name or title adds a header or a recipient", async () => {
  const database = await embassy();
  await database.change(system, unsent, async (change) => {
    await updateInstallation(change, { mail_shows_titles: 1 });
    await change.update("account", "hana", { name: "Hana\r\nBcc: spy@evil.example\r\n\r\nHello" }, null);
    const what = { recordKind: "installation", recordId: "installation", action: "changed" } as const;
    change.describe({ ...what, summary: "Saved", location: "/" });
    return { ok: true };
  });
  const server = await startedMailServer();
  await addLetter(database, { subjectTitle: "A\r\nBcc: spy@evil.example\u2028X-Bad: 1\u202e" });
  postBy(database, server.mail);
  await expect.poll(() => server.taken.length).toBe(1);
  const { mail, to } = server.taken[0]!;
  expect(to).toEqual(["hana@demarche.example"]);
  expect(mail.bcc ?? []).toEqual([]);
  expect(mail.headers.map(({ key }) => key)).not.toContain("x-bad");
  expect(mail.subject).toBe("Clearance requested: A Bcc: spy@evil.example X-Bad: 1");
});

test("a server that is down is tried again after 1, 2, 5, 15 and 60 minutes, and gets the letter once it is up", async () => {
  const database = await embassy();
  const first = await startedMailServer();
  await first.stop();
  await addLetter(database);
  const { after } = postBy(database, first.mail);
  for (const [attempt, pause] of [1, 2, 5, 15, 60, 60].entries()) {
    await expect.poll(async () => (await only(database)).attempts).toBe(attempt + 1);
    await expect.poll(async () => (await only(database)).claimed_until).toBeNull();
    const { next_try_at, last_fault } = await only(database);
    expect(last_fault).toBe("The connection to the mail server failed.");
    after(pause - 0.5);
    expect(Date.parse(next_try_at)).toBeGreaterThan(NOW.getTime());
    if (attempt < 5) after(0.5);
  }
  const second = await startedMailServer({ port: first.port });
  after(1);
  await expect.poll(() => second.taken.length).toBe(1);
  await sentAt(database).not.toBeNull();
});

test("three days without a server, and the letter is given up with its reason; by hand it is tried again", async () => {
  const database = await embassy();
  const down = await startedMailServer();
  await down.stop();
  await addLetter(database, { now: new Date(NOW.getTime() - 3 * 24 * 60 * MINUTE) });
  const { post } = postBy(database, down.mail);
  await expect.poll(async () => (await only(database)).given_up_at).not.toBeNull();
  const up = await startedMailServer({ port: down.port });
  await tryLetterNow(database, (await only(database)).id, NOW);
  post.nudge();
  await expect.poll(() => up.taken.length).toBe(1);
});

test("a server that answers 4xx to the addressee or the text gets the letter later", async () => {
  const database = await embassy();
  let asked = 0;
  const server = await startedMailServer({
    recipient: () => {
      asked += 1;
      return asked === 1 ? { status: 450, words: "Greylisted" } : "take";
    },
    text: (count) => (count === 1 ? { status: 451, words: "Try later" } : "take"),
  });
  await addLetter(database);
  const { after } = postBy(database, server.mail);
  await faultOf(database).toContain("450 Greylisted");
  after(1);
  await faultOf(database).toContain("451 Try later");
  after(2);
  await sentAt(database).not.toBeNull();
  expect(server.taken).toHaveLength(1);
  const ids = server.received.map(({ mail }) => mail.messageId);
  expect(new Set(ids).size).toBe(1);
});

test("a server that answers 5xx to the addressee ends it, with the reason for the administrator, and the next letter goes", async () => {
  const database = await embassy();
  await addAccount(database, "Jan", { esa: "officer" });
  const server = await startedMailServer({
    recipient: (address) => (address.startsWith("hana") ? { status: 550, words: "No such user" } : "take"),
  });
  await addLetter(database, { to: ["hana", "jan"] });
  const { after } = postBy(database, server.mail);
  const givenUp = async () => (await letters(database)).filter((letter) => letter.given_up_at !== null);
  await expect.poll(async () => (await givenUp()).length).toBe(1);
  await expect.poll(() => server.taken.length).toBe(1);
  after(5000);
  expect((await givenUp())[0]).toMatchObject({
    account_id: "hana",
    last_fault: "The mail server answered 550 No such user",
    attempts: 1,
  });
});

test("a server that is slow to greet is tried again, and gets the letter once it greets", async () => {
  const database = await embassy();
  const slow = await startedMailServer({ options: { onConnect: () => undefined } });
  await addLetter(database);
  const { post } = postBy(database, slow.mail, { greetingTimeout: 300 });
  await faultOf(database).toBe("The mail server did not answer in time.");
  await post.stop();
  await slow.stop();
  const quick = await startedMailServer({ port: slow.port });
  postBy(database, quick.mail).after(1);
  await sentAt(database).not.toBeNull();
  expect(quick.taken).toHaveLength(1);
});

test("a server that never answers a text is not tried again, since it may have taken it", async () => {
  const database = await embassy();
  const server = await startedMailServer({ text: () => "silence" });
  await addLetter(database);
  const { after } = postBy(database, server.mail, { socketTimeout: 3_000 });
  await faultOf(database).toContain("it may or may not have arrived");
  after(3 * 24 * 60);
  after(1);
  const letter = await only(database);
  expect({ sent: letter.sent_at, attempts: letter.attempts }).toEqual({ sent: null, attempts: 1 });
  expect(server.received).toHaveLength(1);
});

test("a server that closes the connection before its answer has not taken the letter", async () => {
  const database = await embassy();
  const server = await startedMailServer({ text: (count) => (count === 1 ? "close" : "take") });
  await addLetter(database);
  const { after } = postBy(database, server.mail);
  await expect.poll(async () => (await only(database)).last_fault).not.toBe("");
  after(1);
  await sentAt(database).not.toBeNull();
  expect(server.taken).toHaveLength(1);
});

test("STARTTLS and TLS refuse a certificate that nobody trusts, and the password is not said to it", async () => {
  const login = { user: "post", pass: "secret of the post" };
  const credentials = { user: login.user, password: () => login.pass };
  for (const security of ["starttls", "tls"] as const) {
    const database = await embassy();
    const server = await startedMailServer({ login, options: { secure: security === "tls" } });
    await addLetter(database);
    const { logged } = postBy(database, mailBy(server.port, { security, credentials }));
    await faultOf(database).toContain("certificate is not trusted");
    expect(server.received).toEqual([]);
    expect(logged.join()).not.toContain(login.pass);
  }
});

test("a server without STARTTLS gets nothing where STARTTLS is set", async () => {
  const database = await embassy();
  const server = await startedMailServer({ options: { disabledCommands: ["STARTTLS"], hideSTARTTLS: true } });
  await addLetter(database);
  postBy(database, mailBy(server.port, { security: "starttls" }));
  await faultOf(database).not.toBe("");
  expect(server.received).toEqual([]);
});

test("a wrong password is for the administrator to mend: the letter waits", async () => {
  const database = await embassy();
  const server = await startedMailServer({ login: { user: "post", pass: "right" } });
  await addLetter(database);
  let password = "wrong";
  const credentials = { user: "post", password: () => password };
  const { post } = postBy(database, mailBy(server.port, { credentials }));
  await faultOf(database).toContain("535");
  expect(await only(database)).toMatchObject({ given_up_at: null, sent_at: null });
  password = "right";
  await tryLetterNow(database, (await only(database)).id, NOW);
  post.nudge();
  await sentAt(database).not.toBeNull();
});
