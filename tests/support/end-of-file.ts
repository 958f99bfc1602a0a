const ends: (() => unknown)[] = [];

/** Ends what was started once the test file is through, the last started first: files share their process. */
export function atEndOfFile(end: () => unknown): void {
  ends.push(end);
}

/** Ends it all, whatever fails; the first fault is thrown. */
export async function endFile(): Promise<void> {
  const faults: unknown[] = [];
  for (const end of ends.splice(0).reverse()) {
    try {
      await end();
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}
