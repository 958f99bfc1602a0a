import type { Found, Reader, Word } from "./words.ts";

/**
 * Where it takes place: the words after "at" to the end of the segment, or to the next thing that is no place;
 * `isOther` says whether one begins at a word.
 */
export function placeFrom(
  words: readonly Word[],
  at: number,
  isOther: (at: number) => boolean,
): Found | null {
  if (words[at]?.folded !== "at" || words[at].endsSegment) return null;
  let length = 1;
  while (words[at + length] !== undefined && !isOther(at + length)) {
    length += 1;
    if (words[at + length - 1]?.endsSegment) break;
  }
  if (length === 1) return null;
  const place = words
    .slice(at + 1, at + length)
    .map(({ text }) => text.replace(/^["“„]|["”“]$/g, ""))
    .join(" ");
  if (/^\d{1,2}$/.test(place))
    return { length, says: { about: "nothing", why: `Write the hour like ${place}:00` } };
  return { length, says: { about: "place", place } };
}

/** Where it meets online: an address that begins with https. */
export const linkReader: Reader = (words, at) => {
  const text = words[at]?.text ?? "";
  if (/^https:\/\/[^\s/]+/i.test(text)) return { length: 1, says: { about: "link", link: text } };
  if (!/^http:\/\//i.test(text)) return null;
  return { length: 1, says: { about: "nothing", why: "A link begins with https://" } };
};
