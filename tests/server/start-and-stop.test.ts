import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshPath } from "../support/database.ts";
import { startedProcess } from "../support/process.ts";
import { ask } from "../support/raw-http.ts";

const START = "app/server/start.ts";

async function started() {
  const server = startedProcess(START, { environment: { PORT: "0", DATABASE_PATH: await freshPath() } });
  const [, address = ""] = await server.said(/Demarche is at (http:\S+)/);
  return { ...server, address };
}

test("a request in hand when SIGTERM comes is answered, no other is taken, and the process ends with 0", async () => {
  const { address, stop, ended } = await started();
  const headers = {
    Origin: address,
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": "7",
    Expect: "100-continue",
  };
  const slow = request(`${address}/sign-in`, { method: "POST", headers });
  const answered = once(slow, "response");
  slow.flushHeaders();
  await once(slow, "continue");
  stop("SIGTERM");
  await expect.poll(() => ask(address, "/healthz").catch((fault) => fault.code)).toBe("ECONNREFUSED");
  slow.end("email=a");
  const [answer] = await answered;
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  answer.resume();
  expect((await ended).code).toBe(0);
});

test("a bad setting stops the start with one sentence and 1", async () => {
  const { code, output, errors } = await startedProcess(START, { environment: { PORT: "http" } }).ended;
  expect({ code, output }).toEqual({ code: 1, output: "" });
  expect(errors.trim()).toBe("PORT takes a whole number from 0 to 65535, where 0 is any free port.");
});

test("a database that is none stops the start with one sentence and 1, the file untouched", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "demarche-test-")), "letter.sqlite");
  writeFileSync(path, "Dear colleague,\n".repeat(100));
  const { code, errors } = await startedProcess(START, { environment: { DATABASE_PATH: path } }).ended;
  expect(code).toBe(1);
  expect(errors.trim().split("\n")).toHaveLength(1);
  expect(await readFile(path, "utf8")).toBe("Dear colleague,\n".repeat(100));
});

test("a port that is taken stops the start with one sentence that names it", async () => {
  const { address, stop, ended } = await started();
  const environment = { PORT: new URL(address).port, DATABASE_PATH: await freshPath() };
  const second = await startedProcess(START, { environment }).ended;
  expect(second.code).toBe(1);
  expect(second.errors).toMatch(/PORT \d+ cannot be listened on \(EADDRINUSE\)/);
  stop("SIGTERM");
  await ended;
});

test("a second server on one file is refused with since when and where the first is, until that one has ended, however", async () => {
  const path = await freshPath();
  const environment = { PORT: "0", DATABASE_PATH: path };
  const first = startedProcess(START, { environment });
  const [, address = ""] = await first.said(/Demarche is at (http:\S+)/);
  const refused = await startedProcess(START, { environment }).ended;
  expect(refused.code).toBe(1);
  expect(refused.errors.trim()).toMatch(
    new RegExp(
      `^${path} is in use by another server since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC, at ${address}: stop`,
    ),
  );
  const file = `${path}.backup`;
  const backup = startedProcess("app/cli/demarche.ts", { args: ["backup", file], environment });
  expect((await backup.ended).code).toBe(0);
  first.stop("SIGKILL");
  await first.ended;
  const next = startedProcess(START, { environment });
  await next.said(/Demarche is at/);
  next.stop("SIGTERM");
  expect((await next.ended).code).toBe(0);
  await expect(readFile(`${path}.lock.txt`)).rejects.toThrow();
});

test("the demo is not made anew under a server that works on it", async () => {
  const path = await freshPath();
  const environment = { PORT: "0", DATABASE_PATH: path };
  const server = startedProcess(START, { environment });
  await server.said(/Demarche is at/);
  const demo = await startedProcess("app/cli/demo.ts", { args: ["--fresh"], environment }).ended;
  expect([demo.code, demo.errors]).toEqual([1, expect.stringContaining("is in use by another server since")]);
  server.stop("SIGTERM");
  await server.ended;
});

test("the log has neither a query nor an address nor a token", async () => {
  const { address, stop, ended } = await started();
  await ask(address, "/sign-in?email=jana@embassy.example");
  await ask(address, "/set-up/3f9aQw7ZkLm2Xp8RbT5c");
  await ask(address, "/calendar/Kq5vZ0nT8yXc3rJ1wL7sPb2eGh9uMa4dVf6oNi0Bx.ics");
  stop("SIGTERM");
  const { errors } = await ended;
  expect(errors).toContain('"path":"/sign-in"');
  expect(errors).not.toMatch(/jana|3f9aQw7ZkLm2Xp8RbT5c|Kq5vZ0nT8yXc|127\.0\.0\.1/);
});
