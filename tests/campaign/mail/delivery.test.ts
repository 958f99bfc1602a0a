import { expect, test } from "vitest";
import { consequenceOf, explainFault, type Fault, nextTry } from "#app/campaign/due-mail/delivery-fault.ts";

const queuedAt = new Date("2026-11-10T12:00:00.000Z");

test("the pauses grow from a minute to an hour, and end three days after the letter was queued", () => {
  const pauses: number[] = [];
  let now = queuedAt;
  for (let attempts = 1; ; attempts += 1) {
    const next = nextTry(attempts, queuedAt, now);
    if (next === null) break;
    pauses.push((next.getTime() - now.getTime()) / 60_000);
    now = next;
  }
  expect(pauses.slice(0, 7)).toEqual([1, 2, 5, 15, 60, 60, 60]);
  expect(now.getTime() - queuedAt.getTime()).toBeLessThanOrEqual(3 * 24 * 3_600_000);
  expect(now.getTime() - queuedAt.getTime()).toBeGreaterThan(3 * 24 * 3_600_000 - 3_600_000);
});

const answered = (status: number, command: string): Fault => ({
  code: "EENVELOPE",
  command,
  reply: { status, words: `${status} No` },
  isHandedOver: false,
});
const unanswered = (code: string, isHandedOver: boolean): Fault => ({
  code,
  command: "CONN",
  reply: null,
  isHandedOver,
});

test.each([
  [answered(450, "RCPT TO"), "try again"],
  [answered(550, "RCPT TO"), "give up"],
  [{ ...answered(554, "DATA"), isHandedOver: true }, "give up"],
  [{ ...answered(452, "DATA"), isHandedOver: true }, "try again"],
  [answered(550, "MAIL FROM"), "try again"],
  [answered(535, "AUTH PLAIN"), "try again"],
  [answered(554, "CONN"), "try again"],
  [unanswered("EENVELOPE", false), "give up"],
  [unanswered("ETIMEDOUT", false), "try again"],
  [unanswered("ETIMEDOUT", true), "not known"],
  [unanswered("EABORT", false), "try again"],
  [unanswered("EABORT", true), "not known"],
  [unanswered("ECONNECTION", true), "try again"],
  [unanswered("ETLS", false), "try again"],
] as const)("%o: %s", (fault, consequence) => {
  expect(consequenceOf(fault)).toBe(consequence);
  expect(explainFault(fault)).not.toBe("");
});
