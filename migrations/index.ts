import { readdirSync, readFileSync } from "node:fs";

/** One step of the schema. Never edited after it has landed: its text is checked against the ledger at each start. */
export type Migration = { name: string; sql: string };

const FOLDER = new URL("./", import.meta.url);

/** In the order in which they are applied, that of their numbers: `0001-schema.sql` is the step 0001-schema. */
export const migrations: readonly Migration[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".sql"))
  .sort()
  .map((file) => ({ name: file.replace(/\.sql$/, ""), sql: readText(file) }));

/** A copy that was checked out with other line ends is the same step. */
function readText(file: string): string {
  return readFileSync(new URL(file, FOLDER), "utf8").replaceAll("\r\n", "\n");
}
