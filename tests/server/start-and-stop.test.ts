import { execFileSync } from "node:child_process";
import { on, once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
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

/** A form of which the server has the head; sent to its end, it is answered with the status. */
async function requestInHand(address: string): Promise<() => Promise<number>> {
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
  return async () => {
    slow.end("email=a");
    const [answer] = await answered;
    answer.resume();
    return answer.statusCode;
  };
}

test("a request in hand when SIGTERM comes is answered, no other is taken, and the process ends with 0", async () => {
  const { address, stop, ended } = await started();
  const slow = await requestInHand(address);
  stop("SIGTERM");
  await expect.poll(() => ask(address, "/healthz").catch((fault) => fault.code)).toBe("ECONNREFUSED");
  expect(await slow()).toBe(400);
  expect((await ended).code).toBe(0);
});

/** A connection on which one request after another is sent; each is answered with all that came back for it. */
async function connection(address: string) {
  const { hostname, port, host } = new URL(address);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const ask = async () => {
    socket.write(`GET /sign-in HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    let text = "";
    for await (const chunk of on(socket, "data", { close: ["close"] })) {
      text += String(chunk);
      if (text.includes("</html>")) break;
    }
    return text;
  };
  return Object.assign(ask, { closed: once(socket, "close") });
}

test("every request that was sent when SIGTERM comes is answered, on new and on kept connections", async () => {
  const { address, stop, ended } = await started();
  const several = () => Promise.all(Array.from({ length: 40 }, () => connection(address)));
  const [kept, late] = [await several(), await several()];
  for (const ask of [...kept, ...late]) expect(await ask()).toMatch(/^HTTP\/1\.1 200 /);
  // A server that gets no processor for a while takes over at once what has connected in the meantime.
  stop("SIGSTOP");
  const fresh = await several();
  const answers = [...kept, ...fresh].map((ask) => ask());
  stop("SIGTERM");
  const lateAnswers = late.map((ask) => ask());
  stop("SIGCONT");
  const all = await Promise.all([...answers, ...lateAnswers]);
  expect(all.filter((answer) => answer.endsWith("</html>"))).toHaveLength(120);
  expect((await ended).code).toBe(0);
});

test("connections on which nothing is sent are closed before the last request in hand is answered", async () => {
  const { address, stop, ended } = await started();
  const kept = await connection(address);
  await kept();
  const silent = await connection(address);
  const slow = await requestInHand(address);
  stop("SIGTERM");
  await Promise.all([kept.closed, silent.closed]);
  expect(await slow()).toBe(400);
  expect((await ended).code).toBe(0);
});

test("a bad setting stops the start with one sentence and 1", async () => {
  const { code, output, errors } = await startedProcess(START, { environment: { PORT: "http" } }).ended;
  expect({ code, output }).toEqual({ code: 1, output: "" });
  expect(errors.trim()).toBe("PORT takes a whole number from 0 to 65535, where 0 means any free port.");
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
  expect(second.errors).toMatch(/cannot listen on HOST .+ and PORT \d+ \(EADDRINUSE\)/);
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
      `^${path} is in use by another server running since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC, at ${address}: stop`,
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
  expect([demo.code, demo.errors]).toEqual([
    1,
    expect.stringContaining("is in use by another server running since"),
  ]);
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

test("what npm starts keeps what it has compiled, and not where others of the machine can write", () => {
  const cache = ["--import", "./app/server/compile-cache.js"];
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const name of ["start", "demo", "demarche"]) expect(scripts[name]).toContain(cache.join(" "));
  const where = [...cache, "-p", "process.getBuiltinModule('node:module').getCompileCacheDir()"];
  const said = execFileSync(process.execPath, where, { encoding: "utf8", env: { NODE_ENV: "production" } });
  expect(said.startsWith(resolve("node_modules/.cache/demarche"))).toBe(true);
});
