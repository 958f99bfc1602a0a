import type { IncomingMessage } from "node:http";
import Busboy, { type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import type { FormKind, FormRead, FormRefusal } from "#app/http/load-context.ts";

const MEGABYTE = 1_048_576;

type FormLimit = { bytes: number; refusal: FormRefusal };

/** What a form may weigh. */
const FORM_LIMIT: FormLimit = {
  bytes: MEGABYTE,
  refusal: {
    status: 413,
    sentence:
      "A form may be at most 1 MB, and this one is larger. Nothing was saved. Go back and shorten it, or choose a smaller file; what you typed is still there.",
  },
};

/** A form that brings a calendar file of up to 10 MB, with what is around it. */
const CALENDAR_LIMIT: FormLimit = {
  bytes: 11 * MEGABYTE,
  refusal: {
    status: 413,
    sentence:
      "A calendar file may be at most 10 MB, and this one is larger. Nothing was imported. Send a file for a shorter period.",
  },
};

/** A form that brings the three files of Congress, or what was shown of them. */
const CONGRESS_LIMIT: FormLimit = {
  bytes: 11 * MEGABYTE,
  refusal: {
    status: 413,
    sentence:
      "Together, the three Congress files may be at most 10 MB, and these are larger. Nothing was imported.",
  },
};

/** What the form that is sent to this path may weigh. */
export function limitOf(path: string): FormLimit {
  if (/^\/c\/[^/]+\/contacts\/congress$/.test(path)) return CONGRESS_LIMIT;
  return /^\/c\/[^/]+\/calendar\/import$/.test(path) ? CALENDAR_LIMIT : FORM_LIMIT;
}

/** Fields and files together; a library of a thousand messages comes as that many files. */
const MOST_FIELDS = 2_000;
const LONGEST_NAME = 200;

const UNREADABLE: FormRefusal = {
  status: 400,
  sentence: "The form could not be read. Go back and send it again.",
};
const TOO_MANY: FormRefusal = {
  status: 400,
  sentence: `A form may have at most ${MOST_FIELDS} fields. Nothing was saved.`,
};

/** In bytes of text. The text of a whole paper is one field of a form; a file that waits to be confirmed is one, too. */
const LONGEST_FIELD = MEGABYTE / 2;
const TOO_LONG: FormRefusal = {
  status: 413,
  sentence:
    "One field of this form is too long. Nothing was saved. Go back and shorten it; what you typed is still there.",
};

type Bounds = { limit: FormLimit; longestField: number; keepsFiles: boolean };

function boundsOf(kind: FormKind, path: string): Bounds {
  switch (kind) {
    case "form":
      return { limit: FORM_LIMIT, longestField: LONGEST_FIELD, keepsFiles: true };
    case "form with files":
      return { limit: limitOf(path), longestField: limitOf(path).bytes, keepsFiles: true };
    case "form of nobody":
      return { limit: FORM_LIMIT, longestField: FORM_LIMIT.bytes, keepsFiles: false };
  }
}

/**
 * Reads the form that a request brings, counting its bytes, its fields and the length of each while it streams in, and stops
 * at the first that is too much. Where a form is of nobody, its files are passed over.
 */
export async function receiveForm(request: IncomingMessage, path: string, kind: FormKind): Promise<FormRead> {
  const bounds = boundsOf(kind, path);
  if (Number(request.headers["content-length"] ?? 0) > bounds.limit.bytes)
    return { ok: false, refusal: bounds.limit.refusal };
  const parser = parserFor(request, bounds);
  if (parser === null) return { ok: false, refusal: UNREADABLE };
  const refusalOrForm = takeFields(parser, bounds);
  const refusalOfBytes = countBytes(request, bounds.limit);
  request.pipe(parser);
  const read = await Promise.race([refusalOrForm, refusalOfBytes]);
  request.unpipe(parser);
  return read;
}

function parserFor(request: IncomingMessage, { longestField }: Bounds): BusboyInstance | null {
  const type = request.headers["content-type"] ?? "";
  // One more of each than is taken: the parser drops what is over its limit, and this counts what it hands on.
  const limits = {
    fieldNameSize: LONGEST_NAME + 1,
    fieldSize: longestField + 1,
    fields: MOST_FIELDS + 1,
    parts: MOST_FIELDS + 1,
    headerSize: 8_192,
  };
  try {
    return new Busboy({ headers: { ...request.headers, "content-type": type }, limits });
  } catch {
    return null;
  }
}

function takeFields(parser: BusboyInstance, { longestField, keepsFiles }: Bounds): Promise<FormRead> {
  const form = new FormData();
  let fields = 0;
  return new Promise((resolve) => {
    const refuse = (refusal: FormRefusal) => resolve({ ok: false, refusal });
    const isCounted = (name: string | undefined) => {
      fields += 1;
      if (name === undefined || name.length > LONGEST_NAME) refuse(UNREADABLE);
      else if (fields > MOST_FIELDS) refuse(TOO_MANY);
      else return true;
      return false;
    };
    parser.on("field", (name, value) => {
      if (Buffer.byteLength(value) > longestField) refuse(TOO_LONG);
      else if (isCounted(name)) form.append(name, value);
    });
    parser.on("file", (name, stream, fileName, _encoding, type) => {
      stream.on("error", () => refuse(UNREADABLE));
      if (!isCounted(name) || !keepsFiles) stream.resume();
      else keepFile(stream, (chunks) => form.append(name, new File(chunks, fileName ?? "", { type })));
    });
    parser.on("error", () => refuse(UNREADABLE));
    parser.on("finish", () => resolve({ ok: true, form }));
  });
}

function keepFile(stream: BusboyFileStream, keep: (chunks: Buffer<ArrayBuffer>[]) => void): void {
  const chunks: Buffer<ArrayBuffer>[] = [];
  stream.on("data", (chunk: Buffer<ArrayBuffer>) => chunks.push(chunk));
  stream.on("end", () => keep(chunks));
}

/** Answers only where there are too many, or where the connection ends before the form does. */
function countBytes(request: IncomingMessage, limit: FormLimit): Promise<FormRead> {
  let bytes = 0;
  return new Promise((resolve) => {
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limit.bytes) resolve({ ok: false, refusal: limit.refusal });
    });
    request.on("error", () => resolve({ ok: false, refusal: UNREADABLE }));
    request.on("close", () => {
      if (!request.complete) resolve({ ok: false, refusal: UNREADABLE });
    });
  });
}
