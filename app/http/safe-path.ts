/**
 * A path of this product that came from outside (a form, a query), or "/" for anything else: another host in any
 * spelling (`//`, `/\\`, a scheme), control characters, too long.
 */
export function safePath(path: string | null | undefined): string {
  if (!path || path.length > 2_000 || !/^\/(?![/\\])/.test(path)) return "/";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\u0000-\u001f\u007f\\]/.test(path)) return "/";
  return path;
}
