/**
 * Whether the text is an address that a page may link to: http or https, with a host, without a name or password
 * in it and without blanks. `javascript:` and every other scheme is not.
 */
export function isWebAddress(text: string): boolean {
  if (/[\s\p{Cc}]/u.test(text) || !/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === "" && password === "" && hostname !== "";
}
