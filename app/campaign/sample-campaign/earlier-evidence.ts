import type { Library, LibraryProofPoint } from "#app/campaign/messages/library/library.ts";

/** How long before today the edition of August took the place of the annual report under P3. */
export const RENEWED_DAYS_AGO = 50;

/** What P3 said on the annual report alone: both staffs were told 486 billion on it. */
const EARLIER: readonly Pick<
  LibraryProofPoint,
  "code" | "claim" | "figures" | "sources" | "asOf" | "edition" | "caveat"
>[] = [
  {
    code: "P3",
    claim:
      "By the annual report of April 2025 European allies and Canada spent 486 billion dollars in 2024, 19.4 % more than in 2023.",
    figures: [
      {
        what: "European allies and Canada, 2024",
        value: "486 billion dollars",
        edition: "NATO annual report, April 2025",
      },
      {
        what: "European allies and Canada, growth, 2024",
        value: "19.4 %",
        edition: "NATO annual report, April 2025",
      },
    ],
    sources: ["ar2024"],
    asOf: "2025-04-24",
    edition: "NATO annual report, April 2025",
    caveat: "NATO restates past years: name the edition.",
  },
];

/** The library with the evidence as it stood before the later editions were taken in. */
export function withEarlierEvidence(library: Library): Library {
  return {
    ...library,
    proofPoints: library.proofPoints.map((proofPoint) => ({
      ...proofPoint,
      ...EARLIER.find(({ code }) => code === proofPoint.code),
    })),
  };
}
