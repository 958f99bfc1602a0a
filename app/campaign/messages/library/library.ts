import type { CalendarDate } from "#app/time/wall-time.ts";
import type { ObjectionValues } from "../objections/record.ts";
import type { ProofPointValues } from "../proof-points/record.ts";
import type { SourceValues } from "../proof-points/sources.ts";
import type { MessageValues } from "../record.ts";

/** Where a fact was read. `address` is null for a paper that has no address on the web. */
export type LibrarySource = {
  code: string;
  title: string;
  publisher: string;
  publishedOn: string | null;
  address: string | null;
  kind: string;
};

/** A fact with its evidence: what its form says, and when it was checked. Its sources go by their codes. */
export type LibraryProofPoint = Omit<ProofPointValues, keyof SourceValues | "owner"> & {
  code: string;
  sources: readonly string[];
  checkedOn: CalendarDate | null;
};

/** An objection with the codes of what its reply leans on; either part of the reply is "" while there is none. */
export type LibraryObjection = Omit<ObjectionValues, keyof SourceValues | "difficult" | "proofPoints"> & {
  code: string;
  sources: readonly string[];
  proofPoints: readonly string[];
  isDifficultQuestion: boolean;
};

/** A message with the codes of its proof points and objections, in the order of their weight. */
export type LibraryMessage = Omit<MessageValues, "reason" | "proofPoints" | "objections"> & {
  number: number;
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
 * Records by their codes as people count: P2 before P10, words by letters.
 * Messages are ordered by number, everything else in a library by this.
 */
export function inOrderOfCodes<Coded extends { code: string }>(records: readonly Coded[]): Coded[] {
  return records
    .map((record) => {
      const [, word = "", number = ""] = /^(.*?)(\d{0,9})$/s.exec(record.code) ?? [];
      return { record, word, number: Number(number || -1) };
    })
    .sort((one, other) => {
      if (one.word !== other.word) return one.word < other.word ? -1 : 1;
      return one.number - other.number;
    })
    .map(({ record }) => record);
}
