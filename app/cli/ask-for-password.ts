import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Asks for a password without showing it; null where nobody is there to type. */
export async function askForPassword(): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write("Password: ");
  try {
    return await asking.question("");
  } finally {
    asking.close();
    process.stderr.write("\n");
  }
}
