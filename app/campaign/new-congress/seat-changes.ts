import { shortName } from "#app/campaign/audiences/audience-of-organisation.ts";
import type { Side } from "#app/campaign/organisations/public-list.ts";

export type SeatState = { title: string; side: Side | null };

/** A seat as it was before the readings that are looked at, and as it is; null where it was or is not held. */
export type ComparedSeat = {
  contact: { id: string; name: string };
  organisation: { id: string; name: string; kind: string };
  before: SeatState | null;
  after: SeatState | null;
};

export type SeatChangeKind =
  | "left the chamber"
  | "came to the chamber"
  | "other seat in the chamber"
  | "left the committee"
  | "joined the committee"
  | "lost the gavel"
  | "took the gavel"
  | "changed sides";

/** One thing that a new reading of the list says of a seat; `gavel` is the one that was lost or taken. */
export type SeatChange = { kind: SeatChangeKind; seat: ComparedSeat; gavel: Gavel | null; words: string };

/**
 * What became of a seat. Nothing is read into the list: a seat that it no longer has is no longer held, and why is not
 * said. Rank alone is no change. Source: DOMAIN.md, rule 5.
 */
export function changesOfSeat(seat: ComparedSeat): SeatChange[] {
  return seat.organisation.kind === "chamber" ? inChamber(seat) : inCommittee(seat);
}

function inChamber(seat: ComparedSeat): SeatChange[] {
  const { before, after } = seat;
  const of = (kind: SeatChangeKind, words: string) => [{ kind, seat, gavel: null, words }];
  if (before !== null && after === null) return of("left the chamber", `No longer ${before.title}`);
  if (before === null && after !== null) return of("came to the chamber", `Now ${after.title}`);
  if (before === null || after === null || before.title === after.title) return [];
  return of("other seat in the chamber", `Formerly ${before.title}, now ${after.title}`);
}

function inCommittee(seat: ComparedSeat): SeatChange[] {
  const { before, after } = seat;
  const name = shortName(seat.organisation.name);
  const changes: SeatChange[] = [];
  const add = (kind: SeatChangeKind, gavel: Gavel | null, words: string) =>
    changes.push({ kind, seat, gavel, words });
  const had = before === null ? null : gavelOf(before.title);
  const has = after === null ? null : gavelOf(after.title);
  if (had !== null && had !== has) add("lost the gavel", had, `No longer ${before?.title} of ${name}`);
  if (has !== null && had !== has) add("took the gavel", has, `Now ${after?.title} of ${name}`);
  if (before !== null && after === null) add("left the committee", null, `No longer on ${name}`);
  if (before === null && after !== null) add("joined the committee", null, `Now on ${name}${sideOf(after)}`);
  if (before?.side && after?.side && before.side !== after.side) {
    add("changed sides", null, `From the ${before.side} to the ${after.side} on ${name}`);
  }
  return changes;
}

function sideOf({ side }: SeatState): string {
  return side === null ? "" : `, ${side}`;
}

/**
 * Who the list names in the same seat now: for a seat in a chamber the one new holder of the same office ("Representative
 * for Ohio, 9th district"), for a gavel the one who took the same gavel of the same committee. Null where the list
 * names nobody or several (both senators of a state are new), and for a plain seat in a committee, which nobody inherits.
 */
export function successorIn(
  change: SeatChange,
  all: readonly ComparedSeat[],
): { id: string; name: string } | null {
  const { seat, gavel, kind } = change;
  const others = all.filter(
    (one) => one.organisation.id === seat.organisation.id && one.contact.id !== seat.contact.id,
  );
  if (kind === "lost the gavel") return onlyOne(others.filter((one) => tookGavel(one, gavel)));
  if (kind !== "left the chamber" && kind !== "other seat in the chamber") return null;
  const office = seat.before?.title ?? "";
  const isAlsoFree = others.some(({ before, after }) => before?.title === office && after?.title !== office);
  if (isAlsoFree) return null;
  return onlyOne(others.filter(({ before, after }) => after?.title === office && before?.title !== office));
}

function tookGavel({ before, after }: ComparedSeat, gavel: Gavel | null): boolean {
  const had = before === null ? null : gavelOf(before.title);
  return after !== null && gavelOf(after.title) === gavel && had !== gavel;
}

function onlyOne(seats: readonly ComparedSeat[]): { id: string; name: string } | null {
  const [seat, second] = seats;
  return seat === undefined || second !== undefined ? null : seat.contact;
}

const IN_ORDER: readonly SeatChangeKind[] = [
  "left the chamber",
  "came to the chamber",
  "other seat in the chamber",
  "lost the gavel",
  "took the gavel",
  "changed sides",
  "left the committee",
  "joined the committee",
];

/** The changes of one member in words, the weightiest first; plain seats in committees of one kind share a line. */
export function changesInWords(changes: readonly SeatChange[]): string[] {
  return IN_ORDER.flatMap((kind) => {
    const words = changes.filter((change) => change.kind === kind).map((change) => change.words);
    const isPlain = kind === "left the committee" || kind === "joined the committee";
    if (!isPlain || words.length < 2) return words;
    return [
      words.map((said, index) => (index === 0 ? said : said.replace(/^(No longer|Now) on /, ""))).join("; "),
    ];
  });
}

/** An office in a committee that one person has at a time. */
type Gavel = "chair" | "ranking member" | "vice chair";

/**
 * The gavel that a title in the public list means: "Chairman", "Chairwoman" and "Chair" are one, so that another word for
 * the same office is no change; "Ex Officio" and "Cochairman" (of whom there may be several) are none.
 */
export function gavelOf(title: string): Gavel | null {
  const word = title.trim().toLowerCase();
  if (/^chair(man|woman|person)?$/.test(word)) return "chair";
  if (/^vice chair(man|woman|person)?$/.test(word)) return "vice chair";
  return word === "ranking member" ? "ranking member" : null;
}
