import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { refusal } from "#app/http/fault.ts";
import { bytesInTurns } from "#db/in-turns.server.ts";
import type { Document } from "./document.ts";
import { FORMATS, type Format, isDocumentFormat, isFormat } from "./formats.ts";
import type { PaperSize } from "./paper-size.ts";
import { writtenFile } from "./write-in-worker.ts";

/** The format that the ending of an address names; 404 where it names none. */
export function formatAsked({ pathname }: URL): Format {
  const ending = /\.([a-z]+)\/*$/i.exec(pathname)?.[1]?.toLowerCase() ?? "";
  if (!isFormat(ending)) throw refusal("There is no such page.", 404);
  return ending;
}

/** The one answer for a file: its bytes, with its type and the name under which it is kept. */
export function fileAnswer(name: string, format: Format, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      "Content-Type": FORMATS[format].type,
      "Content-Disposition": attachmentHeader(name, `.${format}`),
    },
  });
}

/** A long text as a file: others are let in while its pieces are made. */
export function textAnswer(name: string, format: Format, pieces: Iterable<string>): Response {
  return fileAnswer(name, format, createReadableStreamFromReadable(Readable.from(bytesInTurns(pieces))));
}

/** Signs that file systems do not take, and those that would end the header. */
const UNSAFE = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu;
const LONGEST = 100;

/** A document as a file in the format that was asked for, on the paper of the campaign that it leaves. */
export async function documentAnswer(
  { campaign, now }: { campaign: { paperSize: PaperSize }; now: Date },
  document: Document,
  format: Format,
): Promise<Response> {
  if (!isDocumentFormat(format)) throw refusal("There is no such page.", 404);
  const making = { madeAt: now, paper: campaign.paperSize };
  const bytes = await writtenFile({ kind: "document", document, format, making });
  return fileAnswer(document.name, format, bytes);
}

/**
 * The header that gives a file its name: the title as it is, Czech letters included (RFC 6266 with RFC 5987), and for
 * old programs the same name in plain letters. `ending` is the ending with its dot.
 */
function attachmentHeader(title: string, ending: string): string {
  const name = `${fileName(title)}${ending}`;
  const plain = `attachment; filename="${plainLetters(name)}"`;
  return encoded(name) === name ? plain : `${plain}; filename*=UTF-8''${encoded(name)}`;
}

function fileName(title: string): string {
  const safe = title.toWellFormed().replaceAll(UNSAFE, " ").replaceAll(/\s+/g, " ").trim();
  const short = [...safe]
    .slice(0, LONGEST)
    .join("")
    .replace(/[. ]+$/, "");
  return short === "" ? "Talking points" : short;
}

function plainLetters(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\x20-\x7e]/g, "_")
    .replaceAll("%", "_");
}

/** RFC 5987 takes fewer signs than addresses do. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
