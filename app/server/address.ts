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
