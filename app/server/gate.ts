import type { IncomingMessage } from "node:http";
import { limitOf } from "./receive-form.ts";

/** Longest path with query that is taken, in characters. */
const LONGEST_URL = 4_096;

const FORM_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"];

export type Refusal = { status: number; sentence: string };

/** The app's own origin, null where the Host is not ours, and the address that was asked for, null where it is none. */
type Arrived = { origin: string | null; url: URL | null };

/**
 * Decides before Remix whether a request is taken at all. Browsers send Origin with every form; where a plain
 * same-origin one is left out, Sec-Fetch-Site says so, and a page of another origin can forge neither.
 */
export function refusalAtTheGate(request: IncomingMessage, { origin, url }: Arrived): Refusal | null {
  if (origin === null) return { status: 421, sentence: "This server does not answer to that host name." };
  if ((request.url ?? "/").length > LONGEST_URL) {
    return { status: 414, sentence: `An address here may be at most ${LONGEST_URL} characters long.` };
  }
  if (url === null) return { status: 400, sentence: "There is a mistake in this address. Check the link." };
  switch (request.method) {
    case "GET":
    case "HEAD":
      return refusalOfMachinery(request, origin, url);
    case "POST":
      return (
        refusalOfOrigin(request, origin) ??
        refusalOfMachinery(request, origin, url) ??
        refusalOfContentType(request) ??
        refusalOfLength(request, url)
      );
    default:
      return { status: 405, sentence: "Only GET, HEAD and POST are answered here." };
  }
}

/**
 * Where a page stands that was asked for with slashes at the end of its path: without them, since it knows by its path
 * where in the menu it is. Null for any other request.
 */
export function placeWithoutSlash(request: IncomingMessage, { pathname, search }: URL): string | null {
  const path = pathname.replace(/\/+$/, "");
  return request.method === "POST" || path === "" || path === pathname ? null : `${path}${search}`;
}

const FROM_ELSEWHERE: Refusal = {
  status: 403,
  sentence: "This does not appear to come from a page of this site, so it was refused.",
};

function refusalOfOrigin(request: IncomingMessage, origin: string): Refusal | null {
  const from = request.headers.origin;
  const isOurs = from === undefined ? request.headers["sec-fetch-site"] === "same-origin" : from === origin;
  return isOurs ? null : FROM_ELSEWHERE;
}

/** Remix answers these two for its own script in the browser, which no page here has. */
function refusalOfMachinery(request: IncomingMessage, origin: string, { pathname }: URL): Refusal | null {
  if (!pathname.endsWith(".data") && pathname !== "/__manifest") return null;
  const from = request.headers.origin;
  return from === undefined || from === origin
    ? { status: 404, sentence: "There is no such page." }
    : FROM_ELSEWHERE;
}

function refusalOfContentType(request: IncomingMessage): Refusal | null {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (FORM_TYPES.includes(type) && request.headers["content-encoding"] === undefined) return null;
  if (type === "" && request.headers["content-length"] === "0") return null;
  return { status: 415, sentence: `A POST here must be an uncompressed form: ${FORM_TYPES.join(" or ")}.` };
}

function refusalOfLength(request: IncomingMessage, url: URL): Refusal | null {
  const limit = limitOf(url.pathname);
  return Number(request.headers["content-length"] ?? 0) > limit.bytes ? limit.refusal : null;
}
