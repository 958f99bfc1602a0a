import { open } from "node:fs/promises";

const HEADER = "SQLite format 3\0";

/** Whether the file begins as every SQLite file does. */
export async function hasDatabaseHeader(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER.length), 0, HEADER.length, 0);
    return buffer.toString("latin1", 0, bytesRead) === HEADER;
  } finally {
    await file.close();
  }
}
