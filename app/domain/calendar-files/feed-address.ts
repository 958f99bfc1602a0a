/**
 * What stands for a feed in its address: 256 random bits, so that nobody guesses it. Only its digest is stored, and an address is
 * looked up by the digest: how long that takes says nothing of the address.
 */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The address at which calendar programs read a feed. */
export function feedAddress(origin: string, token: string): string {
  return `${origin}/calendar/${token}.ics`;
}

/** The same address for a program that subscribes by a click. */
export function subscribingAddress(origin: string, token: string): string {
  return feedAddress(origin, token).replace(/^https?:/, "webcal:");
}

/** What the path of a request names: a feed's token; "" for anything else under that path; null where it is no feed's path. */
export function tokenOfPath(path: string): string | null {
  if (!path.startsWith("/calendar/")) return null;
  const token = /^\/calendar\/([^/]+)\.ics$/.exec(path)?.[1] ?? "";
  return TOKEN.test(token) ? token : "";
}
