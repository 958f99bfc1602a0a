/** How near a proof point's source came to the primary text when it was last looked at; "" where nobody has said. */
export type Confidence = "high" | "medium" | "low" | "";

/** Whether a proof point may leave the house (DOMAIN.md, proof point). */
export type Disclosure = "free to use" | "internal";

/** Where a fact was read. `address` is null for a paper that has no address on the web. */
export type LibrarySource = {
  code: string;
  title: string;
  publisher: string;
  publishedOn: string | null;
  address: string | null;
  kind: string;
};

/** One number of a proof point, with the edition that printed it: editions of one figure differ. */
export type Figure = { what: string; value: string; edition: string };

/** A fact with its evidence. Days are `2026-11-24`; `asOf` may be a month or a year; `reviewBy` null: none needed. */
export type LibraryProofPoint = {
  code: string;
  claim: string;
  figures: readonly Figure[];
  sources: readonly string[];
  asOf: string;
  edition: string | null;
  checkedOn: string | null;
  reviewBy: string | null;
  caveat: string;
  confidence: Confidence;
  disclosure: Disclosure;
};

/**
 * What Washington says against a message, and our reply in two parts, each "" while there is none: only the words to
 * say are ever told or leave; the note to the speaker stays with our own side. Source: DOMAIN.md, objection.
 */
export type LibraryObjection = {
  code: string;
  name: string;
  says: string;
  who: string;
  sources: readonly string[];
  proofPoints: readonly string[];
  isDifficultQuestion: boolean;
  wordsToSay: string;
  noteToSpeaker: string;
};

/** A numbered claim of the campaign with the codes of its proof points and objections, in the order of their weight. */
export type LibraryMessage = {
  number: number;
  title: string;
  statement: string;
  talkingPoint: string;
  avoid: string;
  note: string;
  effectiveFrom: string | null;
  effectiveUntil: string | null;
  proofPoints: readonly string[];
  objections: readonly string[];
};

/** How a message is said to one audience, which goes by its name in the campaign. */
export type LibraryFraming = { message: number; audience: string; text: string };

/** What the folder `messages/` says about one campaign. A framing stands in the file of its message. */
export type Library = {
  messages: readonly LibraryMessage[];
  framings: readonly LibraryFraming[];
  objections: readonly LibraryObjection[];
  proofPoints: readonly LibraryProofPoint[];
  sources: readonly LibrarySource[];
};

/** The name that the file of a message has in the library's folder. */
export function messageFileName(number: number): string {
  return `message-${number}.md`;
}

/** What the heading of a framing begins with in the file of its message; the name of its audience follows. */
export const FRAMING_HEADING = "Framing for ";

/** What a framing goes by among the records of a library: the number of its message and its audience. */
export function framingCode({ message, audience }: Pick<LibraryFraming, "message" | "audience">): string {
  return `${message} ${audience}`;
}

/**
 * Orders codes as people count: P2 before P10, words by letters.
 * Messages are ordered by number, everything else in a library by this.
 */
export function compareCodes(a: string, b: string): number {
  const [, wordA = "", numberA = ""] = /^(.*?)(\d{0,9})$/s.exec(a) ?? [];
  const [, wordB = "", numberB = ""] = /^(.*?)(\d{0,9})$/s.exec(b) ?? [];
  if (wordA !== wordB) return wordA < wordB ? -1 : 1;
  return Number(numberA || -1) - Number(numberB || -1);
}
