import { expect, test } from "vitest";
import { bytesInTurns, nextTurn, oneAtATime } from "#db/in-turns.server.ts";

test("no piece of work begins before the one before it has ended, well or badly", async () => {
  const inTurn = oneAtATime();
  const told: string[] = [];
  const piece = (name: string) =>
    inTurn(async () => {
      told.push(`${name} begins`);
      await nextTurn();
      told.push(`${name} ends`);
      if (name === "b") throw new Error("b fails");
      return name;
    });
  const ends = await Promise.allSettled([piece("a"), piece("b"), piece("c")]);
  expect(told).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("of those who wait for the next turn one goes on in each, and others are let in between", async () => {
  const told: string[] = [];
  const other = () => {
    told.push("other");
    next = setImmediate(other);
  };
  let next = setImmediate(other);
  await Promise.all(["a", "b", "c"].map((name) => nextTurn().then(() => told.push(name))));
  clearImmediate(next);
  expect(told).toEqual(["other", "a", "other", "b", "other", "c"]);
});

test("others are let in while a long text is written, and its bytes are the same", async () => {
  let letIn = 0;
  const other = () => {
    letIn += 1;
    next = setImmediate(other);
  };
  let next = setImmediate(other);
  const written: Buffer[] = [];
  for await (const bytes of bytesInTurns(slowPieces())) written.push(bytes);
  clearImmediate(next);
  expect(Buffer.concat(written).toString()).toBe("Černý, Černý, Černý, ");
  expect(letIn).toBeGreaterThan(1);
});

/** Each takes longer than a turn. */
function* slowPieces(): Generator<string> {
  for (let piece = 0; piece < 3; piece += 1) {
    const began = performance.now();
    while (performance.now() - began < 15);
    yield "Černý, ";
  }
}
