import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { limited, type Rows } from "./row.ts";

const MEGABYTE = 1_000_000;
const ALL_LIMIT = 500 * MEGABYTE;
const PRODUCTION_LIMIT = 300 * MEGABYTE;

/** What the packages of the lock file take on the disk of this machine: all of them, and those that the product runs on. */
export async function* installSize(): Rows {
  const lock: { packages: Record<string, { dev?: true }> } = JSON.parse(
    await readFile("package-lock.json", "utf8"),
  );
  const sizes = new Map<string, number>();
  for (const path of Object.keys(lock.packages).filter((path) => path !== ""))
    sizes.set(path, await sizeOf(path));
  const total = (paths: readonly string[]) => paths.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
  const all = [...sizes.keys()].toSorted((one, other) => (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0));
  for (const path of all.slice(0, 3)) console.log(`  ${path}: ${sizes.get(path)} bytes`);
  yield limited("installed, all packages", total(all), ALL_LIMIT);
  const production = all.filter((path) => lock.packages[path]?.dev !== true);
  yield limited("installed, packages of production", total(production), PRODUCTION_LIMIT);
}

/** The bytes of a package without those that lie inside it, which the lock file names by themselves; none where it is for another machine. */
async function sizeOf(folder: string): Promise<number> {
  let sum = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sum += entry.name === "node_modules" ? 0 : await sizeOf(path);
    else if (entry.isFile()) sum += (await stat(path)).size;
  }
  return sum;
}
