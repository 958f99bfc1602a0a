import { expect, test } from "vitest";
import { giveLetterUp } from "#app/campaign/mail/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { now as NOW, system, unsent } from "../support/author.ts";
import { addAccount } from "../support/builders/campaign.ts";
import { addLetter, letters } from "../support/builders/letter.ts";
import { startedMailServer } from "../support/mail-server.ts";
import { embassy, only, postBy } from "../support/post.ts";

test("two senders at once send forty letters once each", async () => {
  const database = await embassy();
  const server = await startedMailServer();
  for (let count = 0; count < 40; count += 1)
    await addLetter(database, { now: new Date(NOW.getTime() - count) });
  postBy(database, server.mail);
  postBy(database, server.mail);
  await expect.poll(() => server.taken.length).toBe(40);
  expect(new Set(server.taken.map(({ mail }) => mail.messageId)).size).toBe(40);
});

test("who is closed, has left the campaign, or wants no mail at once gets none", async () => {
  const database = await embassy();
  await addAccount(database, "Closed", { esa: "officer" });
  await addAccount(database, "Gone");
  await addAccount(database, "Quiet", { esa: "officer" });
  await database.change(system, unsent, async (change) => {
    await change.update("account", "closed", { closed_at: NOW.toISOString() }, null);
    await change.update("account", "quiet", { wants_mail_at_once: 0 }, null);
    const what = { recordKind: "account", recordId: "closed", action: "closed" } as const;
    change.describe({ ...what, summary: "Closed", location: "/" });
    return { ok: true };
  });
  const server = await startedMailServer();
  await addLetter(database, { to: ["closed", "gone", "quiet", "hana"] });
  postBy(database, server.mail);
  await expect.poll(() => server.taken.length).toBe(1);
  expect(server.taken[0]!.to).toEqual(["hana@demarche.example"]);
  const dropped = async () => (await letters(database)).filter(({ dropped_at }) => dropped_at !== null);
  await expect.poll(async () => (await dropped()).length).toBe(3);
  expect(
    (await dropped()).map(({ account_id, last_fault }) => `${account_id}: ${last_fault}`).sort(),
  ).toEqual([
    "closed: The account is closed.",
    "gone: The account no longer belongs to the campaign.",
    "quiet: Immediate mail is switched off.",
  ]);
});

test("undoing a change takes its letter back while it waits, and redoing brings it back; a form sent twice is one letter", async () => {
  const database = await embassy();
  const changeId = await addLetter(database, { submission: "once" });
  expect(await addLetter(database, { submission: "once" })).toBe(changeId);
  expect(await letters(database)).toHaveLength(1);
  const undone = await undoChange(database, system, changeId);
  const server = await startedMailServer();
  const { post } = postBy(database, server.mail);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(server.received).toHaveLength(0);
  if (!undone.ok) throw new Error(undone.reason);
  await undoChange(database, system, undone.changeId);
  post.nudge();
  await expect.poll(() => server.taken.length).toBe(1);
});

test("a letter that was given up by hand stays so", async () => {
  const database = await embassy();
  await addLetter(database);
  await giveLetterUp(database, (await only(database)).id, "Abandoned by Adam.", NOW);
  const server = await startedMailServer();
  const { after } = postBy(database, server.mail);
  after(60);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.received).toEqual([]);
  expect(await only(database)).toMatchObject({ last_fault: "Abandoned by Adam.", attempts: 0 });
});

test("a stop waits for the letter in hand and takes no other", async () => {
  const database = await embassy();
  const server = await startedMailServer({
    options: { onMailFrom: (_address, _session, callback) => void setTimeout(callback, 150) },
  });
  await addLetter(database);
  await addLetter(database, { now: new Date(NOW.getTime() + 1) });
  const { post } = postBy(database, server.mail);
  await expect.poll(async () => (await only(database)).claimed_until).not.toBeNull();
  await post.stop();
  expect(server.taken).toHaveLength(1);
  expect((await letters(database)).map(({ sent_at }) => sent_at !== null)).toEqual([true, false]);
});
