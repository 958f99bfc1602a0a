/** Every format of a file that leaves the product, by the ending of its address: what a link to it says, and its type. */
export const FORMATS = {
  csv: { says: "Data (CSV)", type: "text/csv; charset=utf-8" },
  docx: {
    says: "Word",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  ics: { says: "Calendar file", type: "text/calendar; charset=utf-8" },
  json: { says: "Case file", type: "application/json; charset=utf-8" },
  md: { says: "Markdown", type: "text/markdown; charset=utf-8" },
  pdf: { says: "PDF", type: "application/pdf" },
  txt: { says: "Plain text", type: "text/plain; charset=utf-8" },
  zip: { says: "Zip file", type: "application/zip" },
} as const;

export type Format = keyof typeof FORMATS;

/** Those in which a document of words and figures can be written. */
const DOCUMENT_FORMATS = ["docx", "pdf", "md", "txt"] as const satisfies readonly Format[];

export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** The formats in which every report and review leaves as a document. */
export const REPORT_FORMATS = ["docx", "pdf"] as const satisfies readonly DocumentFormat[];

/** Those of a paper; each is a manner in which a copy is put on record. */
export const PAPER_FORMATS = ["docx", "pdf", "md"] as const satisfies readonly DocumentFormat[];

/** Whether a word is the ending of a format. */
export function isFormat(ending: string): ending is Format {
  return Object.hasOwn(FORMATS, ending);
}

export function isDocumentFormat(format: Format): format is DocumentFormat {
  return DOCUMENT_FORMATS.some((one) => one === format);
}
