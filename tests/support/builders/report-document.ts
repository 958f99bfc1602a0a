import {
  type CourseChart,
  type Document,
  type DocumentBlock,
  plainCell,
  plainList,
  plainRun,
  plainWords,
  reportColumns,
  reportOf,
  type TableCell,
} from "#app/documents/document.ts";
import { dayNumber } from "#app/time/calendar-date.ts";

const FIRST = dayNumber("2026-02-02");
const CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy";

/** A report with every kind of block, ten audiences by three messages; `over` replaces parts of it. */
export function reportDocument(over: Partial<Document> = {}): Document {
  return reportOf(
    {
      handling: "TLP:AMBER",
      campaign: "European strategic autonomy in Washington",
      asOf: "Effectiveness, as of Thu 26 Nov 2026",
      taken: "Copy taken by Jana Malá, Thu 26 Nov 2026, 10:40 in Washington, 16:40 in Prague",
    },
    {
      title: "How each message is received, and by whom",
      opening: [`Messages 1 and 3 are well received overall. ${CZECH}.`, "Between the two we cannot tell."],
      facts: [{ name: "Ratings", text: "96 by 3 raters" }],
      sections: [
        { title: "Over time", blocks: [courses()] },
        { title: "By audience", blocks: [matrix()] },
        { title: "What audiences object to", blocks: [bars()] },
        { title: "Framings of message 2", blocks: [ranges()] },
        {
          title: "How to read this",
          blocks: [
            plainWords("Who rates. Officers who were in the room."),
            {
              kind: "paragraph",
              lines: [[{ ...plainRun("In prose: "), isStrong: true }, plainRun("as it is sent.")]],
            },
            plainList([`A change that was found. ${CZECH}.`, "Another change that was found."]),
          ],
        },
      ],
      ...over,
    },
  );
}

function courses(): DocumentBlock {
  const chart = (number: number): CourseChart => ({
    title: `${number} A bigger European share: well received`,
    subtitle: "Now +0.7, likely range +0.2 to +1.2. 28 ratings by 3, raw +0.8.",
    description: `Message ${number}: +0.6 at the start and +0.7 now, likely range +0.2 to +1.2, from 28 ratings.`,
    points: Array.from({ length: 41 }, (_, week) => {
      const mean = 0.6 + 0.3 * Math.sin(week / 8 + number);
      return { day: FIRST + 7 * week, mean, lower: mean - 0.5, upper: mean + 0.5 };
    }),
    marks: Array.from({ length: 28 }, (_, at) => ({
      day: FIRST + at * 10,
      score: ((at * 7) % 5) - 2,
      count: 1,
    })),
  });
  return { kind: "courses", charts: [chart(1), chart(2), chart(3)], note: "Circles: single ratings." };
}

function matrix(): DocumentBlock {
  const tints = ["n2", "n1", "0", "p1", "p2", "nu", "pu"] as const;
  const cell = (at: number): TableCell => ({
    strong: "−0.8",
    text: "Not enough evidence",
    detail: "−0.5 to +2.0 · n 4 · raw +0.8",
    tint: tints[at % tints.length] ?? null,
  });
  return {
    kind: "table",
    caption:
      "Reception by audience and message. Each cell: level from −2 to +2, word, likely range, ratings.",
    columns: reportColumns(["Audience", "1 A bigger share", "2 Autonomy and NATO", "3 The bill moves"]),
    rows: Array.from({ length: 10 }, (_, row) => [
      plainCell(row === 0 ? "Štáb výboru, menšina" : `Senate Armed Services, minority staff ${row}`),
      ...[0, 1, 2].map((column) => cell(row * 3 + column)),
    ]),
  };
}

function bars(): DocumentBlock {
  return {
    kind: "bars",
    caption: "Times heard, and of these not pressed again after our reply.",
    heads: { name: "Objection", picture: "Times heard, dark: not pressed again", text: "In words" },
    rows: [
      { name: "Duplication (on 2)", part: 4, whole: 11, text: "11, 4 not pressed again" },
      { name: "Decoupling (on 2)", part: 0, whole: 0, text: "0" },
    ],
  };
}

function ranges(): DocumentBlock {
  return {
    kind: "ranges",
    caption: "Bar: likely range (90 %). Ratings in brackets.",
    heads: { name: "Framing", picture: "Likely range", text: "Level (ratings)" },
    rows: [
      { name: "European pillar", mean: 0.2, lower: -0.8, upper: 1.2, text: "+0.2 (2)" },
      { name: "As written", mean: -1.4, lower: -2, upper: -0.1, text: "−1.4 (12)" },
    ],
  };
}
