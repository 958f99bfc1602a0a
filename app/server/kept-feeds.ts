import { createHash } from "node:crypto";
import { type EventsOf, readCalendarContent } from "#app/campaign/calendar-files/files.server.ts";
import { calendarFile } from "#app/campaign/calendar-files/writing/calendar-file.ts";
import { feedWindow, type Titles } from "#app/campaign/feeds/feed.ts";
import { type CalendarDate, startOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { bytesInTurns, oneAtATime } from "#db/in-turns.server.ts";
import { compress } from "./compress.ts";

/** All kept feeds together, as they are and compressed, in bytes. The one used last is kept whatever its size. */
const MOST_BYTES = 48 * 1_048_576;

type Sent = Awaited<ReturnType<typeof compress>>;
type KeptFeed = BuiltFeed & { state: string; encoded: Map<string, Promise<Sent>>; size: number };

export type KeptFeeds = {
  /** The feed in that state: kept from before, or built now. `key` says which one; `state` all that its content depends on. */
  take(key: string, state: string, wanted: FeedWanted): KeptFeed | Promise<KeptFeed>;
  /** The bytes in the encoding that is accepted; each is compressed once. */
  encode(feed: KeptFeed, accepted: string): Promise<Sent>;
};

/** Keeps feeds once they are built, those used last; builds one at a time, and one that several ask for once. */
export function keepFeeds(database: Database): KeptFeeds {
  const kept = new Map<string, KeptFeed>();
  const underWay = new Map<string, Promise<KeptFeed>>();
  const inTurn = oneAtATime();

  function build(key: string, state: string, wanted: FeedWanted): Promise<KeptFeed> {
    return inTurn(() => buildFeed(database, wanted)).then((built) => {
      const feed = { ...built, state, encoded: new Map(), size: built.bytes.length };
      kept.delete(key);
      kept.set(key, feed);
      dropOldest(kept);
      return feed;
    });
  }

  return {
    take(key, state, wanted) {
      const known = kept.get(key);
      if (known?.state === state) {
        // The one used last comes last.
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const asked = `${key} ${state}`;
      const building = underWay.get(asked) ?? build(key, state, wanted).finally(() => underWay.delete(asked));
      underWay.set(asked, building);
      return building;
    },
    async encode(feed, accepted) {
      const known = feed.encoded.get(accepted);
      if (known !== undefined) return known;
      const encoding = compress(feed.bytes, accepted);
      const sent = await encoding;
      if (sent.encoding !== null && feed.encoded.size < 2) {
        feed.encoded.set(accepted, encoding);
        feed.size += sent.bytes.length;
        dropOldest(kept);
      }
      return sent;
    },
  };
}

function dropOldest(kept: Map<string, KeptFeed>): void {
  let total = [...kept.values()].reduce((sum, { size }) => sum + size, 0);
  for (const [key, { size }] of kept) {
    if (total <= MOST_BYTES || kept.size === 1) return;
    kept.delete(key);
    total -= size;
  }
}

/** What a feed is built from. */
export type FeedWanted = {
  whose: EventsOf;
  name: string;
  titles: Titles;
  origin: string;
  today: CalendarDate;
};

type BuiltFeed = { bytes: Buffer<ArrayBuffer>; etag: string };

/** The days that a feed covers are Washington's. */
export async function buildFeed(database: Database, wanted: FeedWanted): Promise<BuiltFeed> {
  const { whose, name, titles, origin, today } = wanted;
  const { first, last } = feedWindow(today);
  const period = { from: startOfDay(first, WASHINGTON), to: startOfDay(last, WASHINGTON) };
  const content = await readCalendarContent(database.read, whose, period);
  const detail = { titles, origin };
  const digest = createHash("sha256");
  const written: Buffer[] = [];
  for await (const bytes of bytesInTurns(
    calendarFile({ ...content, name, isFeed: true, detail, only: null }),
  )) {
    digest.update(bytes);
    written.push(bytes);
  }
  // Weak: the same feed is sent as it is, or compressed.
  return { bytes: Buffer.concat(written), etag: `W/"${digest.digest("base64url")}"` };
}
