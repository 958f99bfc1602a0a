import type { Block, Footnote } from "#app/campaign/paper-text/paper.ts";
import type { Figure } from "#app/text/figures.ts";
import { block, footnote, messageBlock, noteBlock } from "./builders/paper.ts";
import { seededRandom } from "./seeded-random.ts";

/** Somebody of an office: its organisation, of a committee the side, in the Senate the room. */
export type CasePerson = { key: string; organisation: string; side?: "majority" | "minority"; room?: string };

/** What was told: by which campaign, how many days before the planned event, to whom, in which points. */
export type CaseStatement = {
  campaign: "esa" | "treaty";
  daysBefore: number;
  result: "held" | "not held";
  people: readonly CasePerson[];
  absent: readonly CasePerson[];
  blocks: readonly Block[];
  score: number | null;
};

export type ToldCase = {
  name: string;
  isDifference: boolean;
  told: readonly CaseStatement[];
  planned: { people: readonly CasePerson[]; blocks: readonly Block[] };
};

const APRIL = "NATO annual report, April 2025";
const AUGUST = "NATO, August 2025";

const claire = { key: "claire", organisation: "sfrc", side: "majority" } as const;
const robin = { key: "robin", organisation: "sfrc", side: "majority" } as const;
const marcus = { key: "marcus", organisation: "sfrc", side: "minority" } as const;
const ellen = { key: "ellen", organisation: "state" } as const;
const nadia = { key: "nadia", organisation: "state" } as const;
const ivy = { key: "ivy", organisation: "senate", room: "317 Russell Senate Office Building" };
const peter = { key: "peter", organisation: "senate", room: "317  Russell Senate Office building" };
const other = { key: "hollis", organisation: "senate", room: "425 Hart Senate Office Building" };

type Random = () => number;
type Made = Omit<ToldCase, "name">;

function between(low: number, high: number, random: Random): number {
  return low + Math.floor(random() * (high - low + 1));
}

function share(random: Random, edition: string): Figure {
  return { what: "United States, share of GDP, 2024", value: `3.${between(10, 99, random)} %`, edition };
}

function point(figures: readonly Figure[], given: Partial<Footnote> = {}, code = "P2"): Block {
  return block("The United States spends more of its income than most.", {
    footnotes: [footnote(code, { figures, ...given })],
  });
}

/** A point that says its figure. */
function inWords(figure: Figure): Block {
  return block(`The United States spends ${figure.value} of its income.`, {
    footnotes: [footnote("P2", { figures: [figure] })],
  });
}

function statement(
  people: readonly CasePerson[],
  blocks: readonly Block[],
  given: Partial<CaseStatement> = {},
): CaseStatement {
  return { campaign: "esa", daysBefore: 30, result: "held", people, absent: [], blocks, score: 1, ...given };
}

function made(
  isDifference: boolean,
  told: CaseStatement | readonly CaseStatement[],
  people: readonly CasePerson[],
  ...blocks: Block[]
): Made {
  return { isDifference, told: "people" in told ? [told] : told, planned: { people, blocks } };
}

/** A figure in two values that are certainly two. */
function twoShares(random: Random): [Figure, Figure] {
  const told = share(random, APRIL);
  return [told, { ...told, value: `2.${between(10, 99, random)} %`, edition: AUGUST }];
}

/** Each makes a case in which an office would be told two things. */
export const DIFFERENCES: Readonly<Record<string, (random: Random) => Made>> = {
  "another edition of a figure, to the same person": (random) => {
    const [told, now] = twoShares(random);
    return made(true, statement([claire], [point([told])]), [claire], point([now]));
  },
  "the same value from another edition": (random) => {
    const told = share(random, APRIL);
    return made(true, statement([ellen], [point([told])]), [nadia], point([{ ...told, edition: AUGUST }]));
  },
  "another value in the same edition": (random) => {
    const [told, now] = twoShares(random);
    return made(true, statement([claire], [point([told])]), [robin], point([{ ...now, edition: APRIL }]));
  },
  "another edition in another campaign, to a colleague of the office": (random) => {
    const [told, now] = twoShares(random);
    const elsewhere = statement([robin], [point([told], {}, "P1")], { campaign: "treaty" });
    return made(true, elsewhere, [claire], point([now]));
  },
  "another edition in another campaign, to the staff of one senator": (random) => {
    const [told, now] = twoShares(random);
    return made(
      true,
      statement([ivy], [point([told], {}, "P1")], { campaign: "treaty" }),
      [peter],
      point([now]),
    );
  },
  "the figure written otherwise": (random) => {
    const [told, now] = twoShares(random);
    const what = "US – Share of GDP (2024)";
    return made(true, statement([nadia], [point([{ ...told, what }])]), [ellen], point([now]));
  },
  "the reply to an objection": (random) => {
    const [told, now] = twoShares(random);
    const reply = { ...point([now]), section: "if raised" } as const;
    return made(true, statement([claire], [point([told])]), [claire], reply);
  },
  "today's figure told since, without a word on the first": (random) => {
    const [told, now] = twoShares(random);
    const later = statement([robin], [point([now], {}, "P1")], { campaign: "treaty", daysBefore: 9 });
    return made(true, [statement([claire], [point([told])]), later], [claire], point([now]));
  },
  "a figure in the words, today carried by a footnote alone": (random) => {
    const [told, now] = twoShares(random);
    return made(true, statement([claire], [inWords(told)]), [robin], point([now]));
  },
  "a figure carried by a footnote alone, today in the words": (random) => {
    const [told, now] = twoShares(random);
    return made(true, statement([claire], [point([told], {}, "P1")]), [claire], inWords(now));
  },
  "a proof point whose claim has changed": () =>
    made(true, statement([claire], [point([], { claim: "Two declarations." })]), [robin], point([])),
  "a proof point whose edition has changed": () =>
    made(
      true,
      statement([claire], [point([], { edition: APRIL })]),
      [claire],
      point([], { edition: AUGUST }),
    ),
  "a message in an earlier wording": () =>
    made(
      true,
      statement([marcus], [messageBlock("Two sides of one security.")]),
      [marcus],
      messageBlock("Built to plug in."),
    ),
};

/** Each makes a case in which nobody is told two things. */
export const NO_DIFFERENCES: Readonly<Record<string, (random: Random) => Made>> = {
  "the very same figure": (random) => {
    const told = share(random, APRIL);
    return made(false, statement([claire], [point([told])]), [claire], point([told]));
  },
  "the same value and edition, written otherwise": (random) => {
    const told = share(random, APRIL);
    const now = {
      what: told.what,
      value: told.value.replace(" %", "\u00a0per cent"),
      edition: "NATO annual report of Apr. 2025",
    };
    return made(false, statement([ellen], [point([told])], { campaign: "treaty" }), [nadia], point([now]));
  },
  "the figure of another year": (random) => {
    const [told, now] = twoShares(random);
    const what = told.what.replace("2024", "2023");
    return made(false, statement([claire], [point([{ ...told, what }], {}, "P1")]), [claire], point([now]));
  },
  "a note to the speaker": (random) => {
    const [told, now] = twoShares(random);
    const { footnotes } = point([told], {}, "P1");
    const note = noteBlock(`Mention ${told.value}.`, "o1", { section: "points to make", footnotes });
    return made(false, statement([claire], [note]), [claire], point([now]));
  },
  "another office": (random) => {
    const [told, now] = twoShares(random);
    return made(false, statement([ellen], [point([told], {}, "P1")]), [claire], point([now]));
  },
  "the other side of the committee": (random) => {
    const [told, now] = twoShares(random);
    return made(false, statement([marcus], [point([told], {}, "P1")]), [claire], point([now]));
  },
  "another senator's office": (random) => {
    const [told, now] = twoShares(random);
    return made(
      false,
      statement([other], [point([told], {}, "P1")], { campaign: "treaty" }),
      [ivy],
      point([now]),
    );
  },
  "somebody who stayed away": (random) => {
    const [told, now] = twoShares(random);
    const missed = statement([ellen], [point([told], {}, "P1")], { absent: [claire] });
    return made(false, missed, [claire], point([now]));
  },
  "a message that was not raised": (random) => {
    const [told, now] = twoShares(random);
    const asPlanned = messageBlock("Built to plug in.", { footnotes: point([told], {}, "P1").footnotes });
    return made(false, statement([claire], [asPlanned], { score: null }), [claire], point([now]));
  },
  "a line to avoid and a background": (random) => {
    const [told, now] = twoShares(random);
    const unsaid = (["avoid", "background"] as const).map((section) => ({
      ...point([told], {}, "P1"),
      section,
    }));
    return made(false, statement([claire], unsaid), [claire], point([now]));
  },
  "an event that was not held, and one that comes later": (random) => {
    const [told, now] = twoShares(random);
    const blocks = [point([told], {}, "P1")];
    const never = [
      statement([claire], blocks, { result: "not held" }),
      statement([claire], blocks, { daysBefore: -5 }),
    ];
    return made(false, never, [claire], point([now]));
  },
  "both editions side by side": (random) => {
    const [told, now] = twoShares(random);
    return made(false, statement([claire], [point([told, now])]), [robin], point([now], {}, "P1"));
  },
  "a difference that was said openly since": (random) => {
    const [told, now] = twoShares(random);
    const openly = block(
      `You were given ${told.value} (${APRIL}). Today we say ${now.value}, another edition.`,
    );
    const later = statement([robin], [openly], { daysBefore: 9 });
    return made(false, [statement([claire], [point([told], {}, "P1")]), later], [claire], point([now]));
  },
  "the same wording with other marks and blanks": () =>
    made(
      false,
      statement([marcus], [messageBlock("Built  to plug in.")]),
      [marcus],
      messageBlock("Built to **plug in**."),
    ),
  "an earlier wording that a later one has replaced": () => {
    const first = statement([marcus], [messageBlock("Two sides of one security.")], { daysBefore: 90 });
    const second = statement([marcus], [messageBlock("Built to plug in.")]);
    return made(false, [first, second], [marcus], messageBlock("Built to plug in."));
  },
  "a proof point of which only review, date and caveat have changed": () => {
    const then = point([], { reviewBy: "2025-12-31", asOf: "2022", caveat: "Estimate." });
    return made(false, statement([claire], [then]), [claire], point([], { reviewBy: "2027-12-31" }));
  },
  "nothing told at all": (random) => made(false, [], [claire], point([share(random, APRIL)])),
};

/** As many cases as asked, with so many true differences spread among them: always the same for the same seed. */
export function toldCases(count: number, differences: number, seed: number): ToldCase[] {
  const random = seededRandom(seed);
  const step = count / differences;
  return Array.from({ length: count }, (_, index) => {
    const makers = Object.entries(index % step === 0 ? DIFFERENCES : NO_DIFFERENCES);
    const [name, make] = makers[Math.floor(random() * makers.length)]!;
    return { name: `${index}: ${name}`, ...make(random) };
  });
}
