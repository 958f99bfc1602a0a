export type BoundValue = string | number | null | Uint8Array;

/**
 * Refuses what the driver would store as something else: NaN and undefined become NULL, a Date a float,
 * true 1, and a NUL byte hides the rest of a text. A refusal is a bug of the caller, so it throws.
 */
export function guardBoundValues(values: readonly unknown[]): BoundValue[] {
  return values.map(guardBoundValue);
}

function guardBoundValue(value: unknown, position: number): BoundValue {
  if (value === null || value instanceof Uint8Array) return value;
  if (typeof value === "string" && !value.includes("\0")) return value;
  if (typeof value === "number" && isExact(value)) return value;
  throw new TypeError(`Value ${position + 1} of the statement cannot be stored: ${nameOf(value)}`);
}

function isExact(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
}

function nameOf(value: unknown): string {
  if (typeof value === "string") return "a text with a NUL character";
  if (typeof value === "number") return `the number ${value}`;
  if (value instanceof Date) return "a Date; give its ISO text";
  return typeof value;
}
