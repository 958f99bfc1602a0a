import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Bytes as a field of a form that waits to be confirmed. */
export function packedField(bytes: Uint8Array): string {
  return deflateRawSync(bytes).toString("base64url");
}

/** The bytes of such a field; null where it is not one of ours, or inflates to more than `most` bytes. */
export function fromPackedField(field: string, most: number): Uint8Array | null {
  return inflated(Buffer.from(field, "base64url"), most);
}

/** Inflates at most `most` bytes, counted as they come out; null for more, and for what is damaged. */
export function inflated(bytes: Uint8Array, most: number): Uint8Array | null {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch {
    return null;
  }
}
