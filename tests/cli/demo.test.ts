import { once } from "node:events";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { freshPath } from "../support/database.ts";
import { startedProcess } from "../support/process.ts";

const WITHIN_LINES = 15;
/** npm says the name and the command of each script between two empty lines. */
const NPM_SAYS = 4;

function demo(args: string[], environment: Record<string, string>) {
  return startedProcess("app/cli/demo.ts", { args, environment }).ended;
}

test("the demo says what it takes when it is called with anything else", async () => {
  const { code, errors } = await demo(["--anew"], { DATABASE_PATH: await freshPath(), PORT: "0" });
  expect(code).toBe(2);
  expect(errors).toContain("--fresh");
});

test("the demo refuses a real database by name, with one sentence", async () => {
  const path = await freshPath();
  await (await openDatabase(path)).close();
  const before = await readFile(path);
  const { code, errors } = await demo(["--fresh"], { DATABASE_PATH: path, PORT: "0" });
  expect(code).toBe(1);
  expect(errors.trim()).toBe(
    `${path} is not a sample database: the demo needs a new file, or one that it created earlier.`,
  );
  expect((await readFile(path)).equals(before)).toBe(true);
});

test("the demo makes nothing where its port is taken, since another demo may work there", async () => {
  const path = await freshPath();
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  const { code, errors } = await demo([], { DATABASE_PATH: path, PORT: port });
  other.close();
  expect(code).toBe(1);
  expect(errors).toContain(`PORT ${port}`);
  await expect(readFile(path)).rejects.toThrow();
});

test("the demo refuses a bad setting before it makes anything", async () => {
  const path = await freshPath();
  const { code, errors } = await demo([], { DATABASE_PATH: path, PORT: "many" });
  expect(code).toBe(1);
  expect(errors).toContain("PORT takes");
  await expect(readFile(path)).rejects.toThrow();
});

test("npm run demo where nothing was made yet says its address first, and then who may sign in", async () => {
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  expect(scripts.predemo).toBe("npm run --silent build");
  const [said, pages, ...steps] = scripts.build.split(" && ");
  expect(said).toMatch(/^echo /);
  expect(pages).toBe("remix vite:build --logLevel warn");
  expect(steps).toEqual(["node app/server/precompress.ts"]);

  const folder = await freshPath();
  await mkdir(folder);
  await symlink(resolve("messages"), join(folder, "messages"), "junction");
  const environment = { PORT: "0", LOG_LEVEL: "warn" };
  const running = startedProcess("app/cli/demo.ts", { environment, folder });
  const before = (await running.said(/^Demarche is at http:\/\/[\s\S]*ambassador@demarche\.example/m)).input;
  running.stop("SIGTERM");
  const { errors } = await running.ended;
  const linesOfBuild = 1;
  const lines = before.split("\n").findIndex((line) => line.startsWith("Demarche is at ")) + 1;
  expect(NPM_SAYS + linesOfBuild + NPM_SAYS + lines).toBeLessThanOrEqual(WITHIN_LINES);
  expect(errors).toBe("");
});
