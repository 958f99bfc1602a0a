import type { IncomingMessage, ServerResponse } from "node:http";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { tokenOfPath } from "#app/campaign/feeds/feed.ts";
import { type FoundFeed, findFeed } from "#app/campaign/feeds/store.server.ts";
import { notAvailableBecause } from "#app/http/fault.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { answerWithSentence } from "./end-answer.ts";
import { type FeedWanted, type KeptFeeds, keepFeeds } from "./kept-feeds.ts";

type Asked = { request: IncomingMessage; response: ServerResponse; origin: string; clientAddress: string };

/** Answers at /calendar/TOKEN.ics, where a calendar program reads a feed without signing in; true when it was such a request. */
export type AnswerFeed = (asked: Asked) => Promise<boolean>;

/**
 * Feeds are answered before the pages: no session, no cookie and no page has a part in them, and each program asks every hour.
 * A feed that has ended answers 410, one that never was 404; neither says why.
 */
export function answerFeeds({ database, now }: { database: Database; now: () => Date }): AnswerFeed {
  const feeds = keepFeeds(database);
  return async (asked) => {
    const token = tokenOfPath((asked.request.url ?? "").split("?")[0] ?? "");
    if (token === null) return false;
    const { request, response } = asked;
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      answerWithSentence(response, 405, "Calendars at this address are read-only.");
      return true;
    }
    await answerTo(token, asked, { database, feeds, now }).catch((fault: unknown) => notNow(response, fault));
    return true;
  };
}

type Surroundings = { database: Database; feeds: KeptFeeds; now: () => Date };

async function answerTo(token: string, asked: Asked, { database, feeds, now }: Surroundings): Promise<void> {
  const { response, origin } = asked;
  const found = token === "" ? null : await findFeed(database.read, token);
  if (found === null) return answerMiss(database, asked);
  if (found === "ended")
    return answerWithSentence(response, 410, "There is no longer a calendar at this address.");
  const today = dateIn(now(), WASHINGTON);
  const { campaignId, accountId, titles } = found;
  const key = `${campaignId ?? accountId} ${campaignId === null ? "mine" : "campaign"} ${titles} ${origin}`;
  const feed = await feeds.take(key, `${today} ${found.state}`, wantedBy(found, origin, today));
  await send(asked, feeds, feed);
}

async function answerMiss(database: Database, { response, clientAddress }: Asked): Promise<void> {
  if (await countMiss(database, clientAddress))
    return answerWithSentence(response, 404, "There is no calendar at this address.");
  response.setHeader("Retry-After", "900");
  answerWithSentence(response, 429, "Too many wrong addresses. Try again in a quarter of an hour.");
}

/** A feed is called after its campaign, or after whose it is; busy only tells neither. */
function wantedBy(
  { campaignId, accountId, titles, state }: FoundFeed,
  origin: string,
  today: CalendarDate,
): FeedWanted {
  const whose = campaignId === null ? { accountId } : { campaignId };
  const name = titles === "busy only" ? "Busy" : campaignId === null ? "Demarche: my events" : nameIn(state);
  return { whose, name, titles, origin, today };
}

/** The state begins with the id and the name of the campaign. */
function nameIn(state: string): string {
  const campaigns: unknown = JSON.parse(state);
  const [first] = Array.isArray(campaigns) ? campaigns : [];
  return Array.isArray(first) && typeof first[1] === "string" ? first[1] : "Demarche";
}

async function send(
  { request, response }: Asked,
  feeds: KeptFeeds,
  feed: Awaited<ReturnType<KeptFeeds["take"]>>,
) {
  const headers = { ETag: feed.etag, "Cache-Control": "private, no-cache", Vary: "Accept-Encoding" };
  if (isKnown(request.headers["if-none-match"], feed.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const { bytes, encoding } = await feeds.encode(feed, String(request.headers["accept-encoding"] ?? ""));
  response.writeHead(200, {
    ...headers,
    ...(encoding === null ? {} : { "Content-Encoding": encoding }),
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": 'inline; filename="calendar.ics"',
    "Content-Length": bytes.length,
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

/** Compared weakly, as GET does. Source: RFC 9110, section 13.1.2. */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = etag.replace(/^W\//, "");
  return header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === bare);
}

/** The database does not answer: whoever reads a feed is told why, and asks again. Any other fault goes on. */
function notNow(response: ServerResponse, fault: unknown): void {
  const said = notAvailableBecause(fault);
  if (said === null) throw fault;
  if (said.retryAfter !== null) response.setHeader("Retry-After", said.retryAfter);
  answerWithSentence(response, said.status, said.sentence);
}

/** Addresses that are none, in a quarter of an hour from one place: an embassy shares one, and an old link is asked for each hour. */
const MOST_MISSES = 100;
const QUARTER_OF_AN_HOUR = 900;

/** Kept in the memory of the one process that serves a database, as for signing in. */
const limiters = new WeakMap<Database, RateLimiterMemory>();

/** Counts that somebody at this network address asked for a feed that there never was; false when it was too often. */
async function countMiss(database: Database, clientAddress: string): Promise<boolean> {
  const limiter =
    limiters.get(database) ?? new RateLimiterMemory({ points: MOST_MISSES, duration: QUARTER_OF_AN_HOUR });
  limiters.set(database, limiter);
  try {
    await limiter.consume(clientAddress);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
