import { chmod, mkdtemp, readdir, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    folderOfRun: string;
  }
}

/** In memory where there is room: a test waits for no disk to say that it has written. */
const IN_MEMORY = "/dev/shm";
const ROOM = 2 * 1024 ** 3;

/** How the folder of one test file is called, which is gone when the file has ended. */
export const FOLDER_OF_FILE = "demarche-test-";

/** The folder of every file of a run: what is made once and copied by all tests, and what each makes for itself. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const free = await statfs(IN_MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  const folder = await mkdtemp(join(free > ROOM ? IN_MEMORY : tmpdir(), "demarche-run-"));
  // Some tests try what somebody else may do with a file in it.
  await chmod(folder, 0o711);
  project.provide("folderOfRun", folder);
  return async () => {
    const left = (await readdir(folder)).filter((name) => name.startsWith(FOLDER_OF_FILE));
    await rm(folder, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`${left.length} test files did not end what they had started`);
  };
}
