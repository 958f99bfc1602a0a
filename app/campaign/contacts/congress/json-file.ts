import type { z } from "zod";
import { firstLineNotInUtf8, inUtf8 } from "#app/text/text-limits.ts";
import { placeInJson } from "./json-place.ts";

/** A file as it was found: its name for messages, its bytes as they lie on the disk. */
export type SourceFile = { name: string; bytes: Uint8Array };

/** What a file holds, or why it is refused: one sentence that reads `FILE:LINE: reason`. */
export type FileReading<T> =
  | { ok: true; value: T; text: string }
  | { ok: false; reason: "file-refused"; fault: string };

/**
 * Reads a JSON file whole against a schema. Refuses what is not UTF-8, not JSON or not of the schema's
 * shape, and names the line (from 1) of the first fault: `legislators-current.json:120: …`.
 */
export function readJsonFile<T>(file: SourceFile, schema: z.ZodType<T>): FileReading<T> {
  const decoded = decodeUtf8(file.bytes);
  if (!decoded.ok) return refusedFile(file.name, decoded.line, decoded.fault);
  const parsed = parseJson(decoded.text);
  if (!parsed.ok) return refusedFile(file.name, parsed.line, parsed.fault);
  const checked = schema.safeParse(parsed.value);
  if (checked.success) return { ok: true, value: checked.data, text: decoded.text };
  const issue = checked.error.issues[0];
  const path = issue?.path ?? [];
  const { line: at } = placeInJson(decoded.text, path);
  return refusedFile(file.name, at, `${pathInWords(path)} ${issue?.message ?? "is not as expected"}`);
}

/** The refusal of a whole file, in the one form in which every import reports a fault: `FILE:LINE: reason`. */
export function refusedFile(name: string, at: number, fault: string): FileReading<never> {
  return { ok: false, reason: "file-refused", fault: `${name}:${at}: ${fault}` };
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; line: number; fault: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const place = placeInJson(text, []);
    return { ok: false, line: place.line, fault: `not JSON: ${place.fault ?? "it cannot be read"}` };
  }
}

type Decoded = { ok: true; text: string } | { ok: false; line: number; fault: string };

function decodeUtf8(bytes: Uint8Array): Decoded {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { ok: false, line: 1, fault: "the file is in UTF-16; it must be in UTF-8" };
  const text = inUtf8(bytes);
  if (text !== null) return { ok: true, text };
  return { ok: false, line: firstLineNotInUtf8(bytes), fault: "the file is not in UTF-8" };
}

function pathInWords(path: readonly PropertyKey[]): string {
  const words = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return words === "" ? "the file" : words.replace(/^\./, "");
}
