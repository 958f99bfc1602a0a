const FEEDS = "/calendar/";

/**
 * What stands for a feed in its address: 256 random bits, so that nobody guesses it. Only its digest is stored, and an address is
 * looked up by the digest: how long that takes says nothing of the address.
 */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The address at which calendar programs read a feed. */
export function feedAddress(origin: string, token: string): string {
  return `${origin}${FEEDS}${token}.ics`;
}

/** The same address for a program that subscribes by a click. */
export function subscribingAddress(origin: string, token: string): string {
  return feedAddress(origin, token).replace(/^https?:/, "webcal:");
}

/** Whether an address of this server, without its origin, is one under which feeds are. */
export function isFeedPath(path: string): boolean {
  return path.startsWith(FEEDS);
}

/** What the path of a request names: a feed's token; "" for anything else under that path; null where it is no feed's path. */
export function tokenOfPath(path: string): string | null {
  if (!isFeedPath(path)) return null;
  const token = path.endsWith(".ics") ? path.slice(FEEDS.length, -4) : "";
  return TOKEN.test(token) ? token : "";
}
