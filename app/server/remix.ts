import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import {
  type AppLoadContext,
  createRequestHandler,
  type RequestHandler,
  type ServerBuild,
} from "@remix-run/node";
import { compress, compressor, isCompressible } from "./compress.ts";
import { endAnswer } from "./end-answer.ts";

export type PageRequest = { url: URL; context: AppLoadContext };

/** The app as it was built, or where its sources are worked on the way to have it as they are now. */
export type AppBuild = ServerBuild | (() => Promise<ServerBuild>);

/** Why a request is over. Made once: an `abort` without a reason makes an error with its stack for each page. */
const NOBODY_WAITS = new DOMException("Nobody waits for this page any more.", "AbortError");

/** Answers a request that passed the gate by the Remix app. */
export function answerByPages(build: AppBuild) {
  const answerTo = answersOf(build);
  return async (request: IncomingMessage, response: ServerResponse, page: PageRequest): Promise<void> => {
    const gone = new AbortController();
    response.on("close", () => {
      if (!response.writableFinished) gone.abort(NOBODY_WAITS);
    });
    const asked = webRequest(request, page.url, gone.signal);
    try {
      const answered = await answerTo(page.url)(asked, page.context);
      await send(request, response, answered);
    } finally {
      // Remix keeps what the page showed for five seconds, unless it hears that nobody waits any more.
      gone.abort(NOBODY_WAITS);
    }
  };
}

function answersOf(build: AppBuild): (url: URL) => RequestHandler {
  if (typeof build === "function") {
    const all = createRequestHandler(build, "production");
    return () => all;
  }
  const narrow = narrowedAnswers(build);
  return (url) => narrow(url.pathname);
}

/** Carries no body: an action reads its form from the context, once it knows who sends it. */
function webRequest(request: IncomingMessage, url: URL, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  // Remix compares Origin with these; behind a proxy only the app's own origin is the truth.
  headers.delete("x-forwarded-host");
  headers.set("host", url.host);
  const method = request.method ?? "GET";
  return new Request(url, { method, headers, signal });
}

async function send(request: IncomingMessage, response: ServerResponse, answered: Response): Promise<void> {
  response.statusCode = answered.status;
  for (const [name, value] of answered.headers) {
    if (name !== "set-cookie") response.setHeader(name, value);
  }
  const cookies = answered.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  if (!answered.headers.has("cache-control")) response.setHeader("Cache-Control", "no-store");
  if (answered.body === null) endAnswer(response);
  else if (isCompressible(answered.headers.get("content-type") ?? ""))
    await sendCompressed(String(request.headers["accept-encoding"] ?? ""), response, answered.body);
  else await pipeline(chunksOf(answered.body), response);
}

/** In bytes. A longer answer is compressed as it comes: each copy of the whole would hold others up. */
const MOST_WHOLE = 4 * 1_048_576;

async function sendCompressed(
  accepted: string,
  response: ServerResponse,
  body: ReadableStream<Uint8Array>,
): Promise<void> {
  response.setHeader("Vary", "Accept-Encoding");
  const chunks = chunksOf(body);
  const first: Uint8Array[] = [];
  for (let size = 0; size <= MOST_WHOLE; size += first.at(-1)?.length ?? 0) {
    const next = await chunks.next();
    if (next.done) return sendWhole(accepted, response, Buffer.concat(first));
    first.push(next.value);
  }
  const { through, encoding } = compressor(accepted);
  if (encoding !== null) response.setHeader("Content-Encoding", encoding);
  await pipeline(both(first, chunks), through, response);
}

async function sendWhole(accepted: string, response: ServerResponse, whole: Uint8Array): Promise<void> {
  const { bytes, encoding } = await compress(whole, accepted);
  if (encoding !== null) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", bytes.length);
  endAnswer(response, bytes);
}

async function* both<Chunk>(first: readonly Chunk[], rest: AsyncIterable<Chunk>) {
  yield* first;
  yield* rest;
}

async function* chunksOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // Whoever writes the body hears that nobody reads on; of a body that failed, the fault is told already.
    await reader.cancel().catch(() => undefined);
  }
}

type Leaf = { id: string; segments: readonly string[] };

/**
 * The ways in which a build answers, each knowing only the routes that an address could mean. The router sorts and compiles all
 * the routes that it knows several times for each request, which with eighty of them costs more than the page.
 */
function narrowedAnswers(build: ServerBuild): (pathname: string) => RequestHandler {
  const leaves = leavesOf(build);
  const answers = new Map<string, RequestHandler>();
  return (pathname) => {
    const ids = idsFor(leaves, pathname);
    const key = ids.join(" ");
    const known = answers.get(key) ?? createRequestHandler(narrowed(build, ids), "production");
    answers.set(key, known);
    return known;
  };
}

function leavesOf({ routes }: ServerBuild): Leaf[] {
  return Object.values(routes).flatMap((route) =>
    route?.path === undefined && !route?.index
      ? []
      : [{ id: route.id, segments: segmentsOf(routes, route.id) }],
  );
}

function segmentsOf(routes: ServerBuild["routes"], id: string): string[] {
  const route = routes[id];
  if (route === undefined) return [];
  const above = route.parentId === undefined ? [] : segmentsOf(routes, route.parentId);
  return [...above, ...partsOf(route.path ?? "")];
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

/** The routes whose fixed segments are those of the address; none leaves all of them to the router. */
function idsFor(leaves: readonly Leaf[], pathname: string): string[] {
  const parts = partsOf(pathname.toLowerCase());
  return leaves
    .filter(
      ({ segments }) =>
        segments.length === parts.length &&
        segments.every((segment, index) => segment.startsWith(":") || segment.toLowerCase() === parts[index]),
    )
    .map(({ id }) => id);
}

function narrowed(build: ServerBuild, ids: readonly string[]): ServerBuild {
  if (ids.length === 0) return build;
  const kept = new Set(ids.flatMap((id) => lineOf(build, id)));
  const keep = <Value>(routes: Record<string, Value>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  return {
    ...build,
    routes: keep(build.routes),
    assets: { ...build.assets, routes: keep(build.assets.routes) },
  };
}

function lineOf({ routes }: ServerBuild, id: string): string[] {
  const line: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = routes[at]?.parentId) line.push(at);
  return line;
}
