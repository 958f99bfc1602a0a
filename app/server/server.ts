import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Logger } from "pino";
import sirv from "sirv";
import type { Post } from "#app/campaign/due-mail/post.server.ts";
import type { Refits } from "#app/campaign/effectiveness/fits/refits.server.ts";
import { isFeedPath } from "#app/campaign/feeds/feed.ts";
import type { Settings } from "#app/http/environment.ts";
import { faultForTheLog, notAvailableBecause } from "#app/http/fault.ts";
import { fileReader } from "#app/http/files/file-reader.ts";
import type { FormKind } from "#app/http/load-context.ts";
import type { DatabaseCondition } from "#db/condition.server.ts";
import type { Database } from "#db/database.server.ts";
import { answerFeeds } from "./calendar-feed.ts";
import { answerWithSentence, endAnswer } from "./end-answer.ts";
import { placeWithoutSlash, type Refusal, refusalAtTheGate } from "./gate.ts";
import { feedHeaders, securityHeaders } from "./headers.ts";
import { logAnswer } from "./log.ts";
import { addressOf, clientAddressOf, originOf } from "./origin.ts";
import { receiveForm } from "./receive-form.ts";
import { type AppBuild, answerByPages } from "./remix.ts";

/** Everything the server needs, made by its start. */
export type ServerParts = {
  settings: Settings;
  database: Database;
  build: AppBuild;
  browserFiles: string;
  log: Logger;
  now: () => Date;
  /** Estimates what the figures are worked out with. */
  refits: Refits;
  /** Sends what a form has put in the queue; null where mail is off. */
  post: () => Post | null;
};

/** In milliseconds, but for the size of all headers together in bytes. */
export const CONNECTION_LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};

/** Puts the server together, in the order in which a request passes through it; it does not listen yet. */
export function makeServer(parts: ServerParts, limits = CONNECTION_LIMITS): Server {
  const { settings, log } = parts;
  const isHttps = settings.origin?.startsWith("https:") ?? false;
  const protect = securityHeaders(isHttps);
  const protectFeed = feedHeaders(isHttps);
  const pass = passTheGate(parts);
  return createServer(limits, (request, response) => {
    logAnswer(log, request, response);
    const goOn = () => {
      pass(request, response).catch((fault: unknown) => fail(response, log, fault));
    };
    if (!isFeedPath(request.url ?? "")) return protect(request, response, goOn);
    protectFeed(response);
    goOn();
  });
}

function passTheGate(parts: ServerParts) {
  const serveFile = staticFiles(parts.browserFiles);
  const servePage = takePage(parts);
  const answerFeed = answerFeeds(parts);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (await answerHealth(request, response, () => conditionOf(parts.database))) return;
    const origin = originOf(request, parts.settings);
    const url = origin === null ? null : addressOf(request.url ?? "/", origin);
    const refusal = refusalAtTheGate(request, { origin, url });
    if (refusal !== null || origin === null || url === null) {
      const { status, sentence } = refusal ?? NOT_UNDERSTOOD;
      return answerWithSentence(response, status, sentence);
    }
    const place = placeWithoutSlash(request, url);
    if (place !== null) {
      response.writeHead(308, { Location: place, "Cache-Control": "no-store" });
      return endAnswer(response);
    }
    const clientAddress = clientAddressOf(request, parts.settings);
    if (await answerFeed({ request, response, origin, clientAddress })) return;
    const asked = { origin, url, clientAddress };
    if (request.method === "POST") await servePage(request, response, asked);
    else serveFile(request, response, () => servePage(request, response, asked));
  };
}

const NOT_UNDERSTOOD: Refusal = { status: 400, sentence: "This request was not understood." };

/** What was asked for at which of our origins, and by whom. */
type Asked = { origin: string; url: URL; clientAddress: string };

function takePage(parts: ServerParts) {
  const { settings, database, now, log, refits, post } = parts;
  const answer = answerByPages(parts.build);
  const files = fileReader();
  return async (request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> => {
    const { url, ...from } = asked;
    try {
      const context = {
        database,
        settings,
        now,
        log,
        files,
        refits,
        ...from,
        receiveForm: (kind: FormKind) => receiveForm(request, url.pathname, kind),
        // The ten digits at the end are random throughout, and drawn many at a time.
        reference: randomUUID().slice(-10),
      };
      await answer(request, response, { url, context });
      if (request.method === "POST") post()?.nudge();
    } catch (fault) {
      fail(response, log, fault);
    }
  };
}

const FAILED = { status: 500, sentence: "Something went wrong here. Nothing was saved. Try again." };

function fail(response: ServerResponse, log: Logger, fault: unknown): void {
  if (response.destroyed) return;
  log.error(faultForTheLog(fault));
  if (response.headersSent) response.destroy();
  else {
    const { status, sentence } = notAvailableBecause(fault) ?? FAILED;
    answerWithSentence(response, status, sentence);
  }
}

/** The database answers and takes writes, or what it cannot do. */
async function conditionOf(database: Database): Promise<DatabaseCondition> {
  try {
    await database.read.selectFrom("installation").select("id").execute();
  } catch {
    const condition = await database.lookAgain();
    return condition === "ready" ? "cannot read" : condition;
  }
  return database.lookAgain();
}

const YEAR = 31_536_000;

/** Serves what the build made for the browser; files under /assets carry a hash of their content in the name. */
function staticFiles(folder: string) {
  return sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      const isHashed = path.startsWith("/assets/");
      response.setHeader(
        "Cache-Control",
        isHashed ? `public, max-age=${YEAR}, immutable` : "public, max-age=3600",
      );
    },
  });
}

/** Answers the two questions that a supervisor asks without signing in; true when it was one of them. */
async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  conditionOf: () => Promise<DatabaseCondition>,
): Promise<boolean> {
  const path = (request.url ?? "").split("?")[0];
  if (path === "/healthz") {
    say(response, 200, "alive");
    return true;
  }
  if (path === "/readyz") {
    const condition = await conditionOf();
    say(response, condition === "ready" ? 200 : 503, condition);
    return true;
  }
  return false;
}

function say(response: ServerResponse, status: number, word: string): void {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify({ status: word }));
}
