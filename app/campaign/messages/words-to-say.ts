import { textHash } from "#app/text/text-hash.ts";

/**
 * The hash that a clearance of an objection's reply is bound to: the objection's name and the words to say, to the
 * code point. The note to the speaker is no part of it. What was cleared before a reply had words to say was
 * guidance, and counts for no words, not even the same ones (DOMAIN.md, objection).
 */
export function wordsToSayHash({ name, wordsToSay }: { name: string; wordsToSay: string }): string {
  return textHash(["objection, words to say", name, wordsToSay]);
}
