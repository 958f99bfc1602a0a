const HERE = "http://here.invalid";

/**
 * A path of this product that came from outside (a form, a query), as a browser reads it: dots resolved. "/" for anything
 * else: another host in any spelling (`//`, `/\\`, `/..//`, a scheme), control characters, too long.
 */
export function safePath(path: string | null | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (!path?.startsWith("/") || path.length > 2_000 || /[\u0000-\u001f\u007f\\]/.test(path)) return "/";
  const url = URL.parse(path, HERE);
  if (url?.origin !== HERE || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}
