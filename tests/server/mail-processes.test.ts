import { expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../support/builders/campaign.ts";
import { addLetter, letters } from "../support/builders/letter.ts";
import { freshPath } from "../support/database.ts";
import { startedMailServer } from "../support/mail-server.ts";
import { startedProcess } from "../support/process.ts";

const START = "app/server/start.ts";

/** A database in which one letter waits. */
async function fileWithLetter(): Promise<string> {
  const path = await freshPath();
  const database = await openDatabase(path);
  await addCampaign(database, "esa");
  await addAccount(database, "Hana", { esa: "embassy clearer" });
  await addLetter(database, { now: new Date() });
  await database.close();
  return path;
}

async function started(path: string, port: number) {
  const environment = {
    PORT: "0",
    DATABASE_PATH: path,
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(port),
    MAIL_FROM: "post@mission.example",
  };
  const running = startedProcess(START, { environment });
  await running.said(/Demarche is at/);
  return running;
}

async function inFile(path: string, claimsEnd: boolean) {
  const database = await openDatabase(path);
  const past = "2026-01-01T00:00:00.000Z";
  if (claimsEnd)
    await database.writeUnrecorded((write) =>
      write.updateTable("mail").set({ claimed_until: past }).where("sent_at", "is", null).execute(),
    );
  const [letter] = await letters(database);
  await database.close();
  return letter!;
}

test("a process that is killed after the text went out does not send it again when it is back", async () => {
  const path = await fileWithLetter();
  const server = await startedMailServer({ text: (count) => (count === 1 ? "silence" : "take") });
  const first = await started(path, server.port);
  await expect.poll(() => server.received.length).toBe(1);
  first.stop("SIGKILL");
  await first.ended;
  expect(await inFile(path, true)).toMatchObject({ sent_at: null, handed_over_at: expect.any(String) });
  const second = await started(path, server.port);
  await new Promise((resolve) => setTimeout(resolve, 500));
  second.stop("SIGTERM");
  expect((await second.ended).code).toBe(0);
  expect(server.received).toHaveLength(1);
  expect((await inFile(path, false)).handed_over_at).not.toBeNull();
});

test("a process that is killed before the text went out sends it when it is back", async () => {
  const path = await fileWithLetter();
  let isSlow = true;
  let connections = 0;
  const server = await startedMailServer({
    options: {
      onConnect: (_session, callback) => {
        connections += 1;
        if (!isSlow) callback();
      },
    },
  });
  const first = await started(path, server.port);
  await expect.poll(() => connections).toBe(1);
  first.stop("SIGKILL");
  await first.ended;
  isSlow = false;
  expect(await inFile(path, true)).toMatchObject({ sent_at: null, handed_over_at: null });
  const second = await started(path, server.port);
  await expect.poll(() => server.taken.length).toBe(1);
  second.stop("SIGTERM");
  await second.ended;
  expect((await inFile(path, false)).sent_at).not.toBeNull();
});

test("SIGTERM finishes the letter in hand, and the process ends with 0", async () => {
  const path = await fileWithLetter();
  let isAsked = false;
  const server = await startedMailServer({
    options: {
      onMailFrom: (_address, _session, callback) => {
        isAsked = true;
        setTimeout(callback, 500);
      },
    },
  });
  const { stop, ended } = await started(path, server.port);
  await expect.poll(() => isAsked).toBe(true);
  stop("SIGTERM");
  const { code, errors } = await ended;
  expect(code).toBe(0);
  expect(server.taken).toHaveLength(1);
  expect((await inFile(path, false)).sent_at).not.toBeNull();
  expect(errors).not.toMatch(/hana|Hadley|@/i);
});

test("mail that is set by halves stops the start with one sentence", async () => {
  const environment = { DATABASE_PATH: await freshPath(), SMTP_HOST: "mail.example" };
  const { code, errors } = await startedProcess(START, { environment }).ended;
  expect(code).toBe(1);
  expect(errors.trim()).toBe(
    "MAIL_FROM is required when SMTP_HOST is set: it takes the address that mail comes from, like Demarche <demarche@mission.example>.",
  );
});
