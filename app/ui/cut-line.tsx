import { type CutWords, cutInWords } from "#app/text/cut.ts";

/** What stands under a list that shows the first of many: which they are, and where the others are. */
export function CutLine({ cutAt, ...words }: CutWords & { cutAt: number | null }) {
  return cutAt === null ? null : <p className="note">{cutInWords(cutAt, words)}</p>;
}
