export const PAPER_SIZES = ["A4", "US Letter"] as const;

/** The paper that the PDF and Word files of a campaign are set for; a browser prints on what its printer holds. */
export type PaperSize = (typeof PAPER_SIZES)[number];

/** A sheet of it upright, in points (ISO 216; ANSI/ASME Y14.1). */
export const SHEETS: Readonly<Record<PaperSize, { width: number; height: number }>> = {
  A4: { width: 595.28, height: 841.89 },
  "US Letter": { width: 612, height: 792 },
};

/** When a file is made, and for which paper. */
export type Making = { madeAt: Date; paper: PaperSize };
