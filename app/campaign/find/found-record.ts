import { addressOf } from "#app/http/addresses.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
/** The kinds of record that can be found, by the words of the index. */
export type FoundKind =
  | "audience"
  | "contact"
  | "organisation"
  | "outreach event"
  | "key message"
  | "framing"
  | "objection"
  | "proof point"
  | "source"
  | "objective"
  | "talking points"
  | "outcome"
  | "follow-up"
  | "correspondence";

export type FoundRecord = {
  kind: FoundKind;
  id: string;
  /** The campaign through which the reader sees it. */
  campaignId: string;
  title: string;
  body: string;
  /** The day of an event, an outcome or a promise; null for what has none. */
  day: CalendarDate | null;
  /** What stands for it in an address: a message's number, a code, else its id; of a promise, that of its event. */
  address: string | null;
  /** The review date of a proof point, which is stale after it; null for what has none. */
  reviewBy: CalendarDate | null;
};

/** The groups in which results stand, in their order. */
export const FIND_GROUPS = [
  { name: "Audiences and people", kinds: ["audience", "contact", "organisation"] },
  { name: "Events", kinds: ["outreach event"] },
  {
    name: "Messages and their evidence",
    kinds: ["key message", "framing", "objection", "proof point", "source"],
  },
  { name: "Talking points", kinds: ["talking points"] },
  { name: "Outcomes and follow-ups", kinds: ["outcome", "follow-up"] },
  { name: "Cables, memoranda and notes", kinds: ["correspondence"] },
  { name: "Objectives", kinds: ["objective"] },
] as const satisfies readonly { name: string; kinds: readonly FoundKind[] }[];

/** The page on which a record that was found is read. */
export function pathOfFound({ kind, campaignId, address }: FoundRecord): string {
  const campaign = addressOf.overview(campaignId);
  switch (kind) {
    case "audience":
      return `${campaign}/audiences/${address}`;
    case "contact":
      return `${campaign}/contacts/${address}`;
    case "organisation":
      return `${campaign}/organisations/${address}`;
    case "outreach event":
      return `${campaign}/events/${address}`;
    case "key message":
    case "framing":
      return `${campaign}/messages/${address}`;
    case "objection":
      return `${campaign}/objections/${address}`;
    case "proof point":
      return `${campaign}/proof-points/${address}`;
    case "source":
      return `${campaign}/proof-points`;
    case "objective":
      return `${campaign}/objectives/${address}`;
    case "talking points":
      return `${campaign}/talking-points/${address}`;
    case "correspondence":
      return `${campaign}/correspondence/${address}`;
    case "outcome":
      return `${campaign}/outcomes/${address}`;
    case "follow-up":
      return address === null ? `${campaign}/follow-ups` : `${campaign}/events/${address}/follow-ups`;
  }
}

/** The part of a long text around the first of these words, 140 characters at most, cut between words. */
export function partAround(text: string, words: readonly string[]): string {
  const longest = 140;
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= longest) return plain;
  const folded = fold(plain);
  const places = words.map((word) => folded.indexOf(fold(word))).filter((place) => place >= 0);
  const first = Math.max(0, Math.min(...places, plain.length) - 50);
  const start = first === 0 || places.length === 0 ? 0 : plain.indexOf(" ", first) + 1;
  const end = plain.lastIndexOf(" ", start + longest);
  const cut = plain.slice(start, end <= start ? start + longest : end);
  return `${start === 0 ? "" : "… "}${cut}${start + cut.length < plain.length ? " …" : ""}`;
}

/** Without marks and case, and of the same length for the letters of European languages. */
function fold(text: string): string {
  return [...text.normalize("NFC")].map((letter) => letter.normalize("NFD").charAt(0).toLowerCase()).join("");
}
