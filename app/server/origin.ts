import type { IncomingMessage } from "node:http";
import type { Settings } from "#app/http/environment.ts";

/**
 * The origin that this request was made to, or null where its Host is not one of ours.
 * Without APP_ORIGIN the server is on a loopback address and answers to its three usual names.
 */
export function originOf(request: IncomingMessage, settings: Settings): string | null {
  const host = request.headers.host?.toLowerCase();
  if (host === undefined) return null;
  if (settings.origin !== null) return host === hostOf(settings.origin) ? settings.origin : null;
  const port = request.socket.localPort;
  const known = [settings.host, "localhost", "127.0.0.1", "[::1]"].flatMap((name) =>
    port === 80 ? [name, `${name}:80`] : [`${name}:${port}`],
  );
  return known.includes(host) ? `http://${host}` : null;
}

function hostOf(origin: string): string {
  return origin.slice(origin.indexOf("//") + 2);
}

/**
 * The address of the client: the other end of the socket, or where that is the trusted proxy the last address that it names
 * and that is not its own. Whatever stands before that was said by the client itself.
 */
export function clientAddressOf(request: IncomingMessage, { trustedProxy }: Settings): string {
  const peer = bare(request.socket.remoteAddress ?? "unknown");
  if (peer !== trustedProxy) return peer;
  const forwarded = (request.headersDistinct["x-forwarded-for"] ?? []).join(",").split(",").map(bare);
  return forwarded.findLast((one) => one !== "" && one !== trustedProxy) ?? peer;
}

function bare(address: string): string {
  return address.trim().replace(/^::ffff:/, "");
}

/**
 * The address that a request's target names here, as the pages will read it: dots resolved, and a target like
 * `//other.example/` or `http://other.example/` made a path of ours. Null for one that is broken: escapes that
 * stand for no text, or a NUL, which nothing here can hold. `_data`, an older way of asking one route for its
 * data, is broken under single fetch: without it, it is a page like any other.
 */
export function addressOf(target: string, origin: string): URL | null {
  const url = URL.parse(target.startsWith("/") ? origin + target : origin);
  if (url === null || url.href.includes("%00") || !isDecodable(url.pathname)) return null;
  if (url.pathname.startsWith("//")) url.pathname = url.pathname.replace(/^\/+/, "/");
  if (url.searchParams.has("_data")) url.searchParams.delete("_data");
  return url;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
