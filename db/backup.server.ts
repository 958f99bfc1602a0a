import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { openConnection } from "./sqlite3-connection.server.ts";

export type Backup = { path: string; sha256: string };

/**
 * Writes a copy of the database, checked page by page, to a path that is free.
 * The copy gets its name only after the check: a file of that name is a whole backup.
 */
export async function backUp(databasePath: string, backupPath: string): Promise<Backup> {
  const unfinished = `${backupPath}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    await copyInto(databasePath, unfinished);
    await verify(unfinished);
    await flush(unfinished);
    const sha256 = await hashOf(unfinished);
    await rename(unfinished, backupPath);
    await flush(dirname(backupPath));
    return { path: backupPath, sha256 };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function copyInto(databasePath: string, copyPath: string): Promise<void> {
  const source = await openConnection(databasePath, "inspecting", new Map());
  try {
    await source.run("vacuum into ?", [copyPath]);
  } finally {
    await source.close();
  }
}

async function verify(path: string): Promise<void> {
  const copy = await openConnection(path, "inspecting", new Map());
  try {
    const [check] = await copy.all("pragma integrity_check", []);
    const broken = await copy.all("pragma foreign_key_check", []);
    if (check?.integrity_check !== "ok" || broken.length > 0)
      throw new Error(`The copy ${path} is not whole`);
  } finally {
    await copy.close();
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
