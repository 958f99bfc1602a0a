import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    folderOfRun: string;
  }
}

/** A folder for what is made once in a run and copied by every test file. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "demarche-run-"));
  project.provide("folderOfRun", folder);
  return () => rm(folder, { recursive: true, force: true });
}
