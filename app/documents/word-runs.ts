import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { PrintedRun } from "./printed-runs.ts";

/** Which footnotes have stood in the text: Word takes each one once, and a later mention refers to the first. */
export type MentionedNotes = Set<number>;

/** One line of a paper as the runs of a Word paragraph. `mentioned` grows by the footnotes of the line. */
export function wordRuns(line: readonly PrintedRun[], mentioned: MentionedNotes): ParagraphChild[] {
  return line.map((run) => {
    if (run.kind === "note") return noteReference(run.number, mentioned);
    const words = new TextRun({ text: run.text, bold: run.isStrong, italics: run.isEmphasis });
    return run.address === null ? words : linked(run.text, run);
  });
}

function linked(
  text: string,
  { address, isStrong: bold, isEmphasis: italics }: PrintedRun & { kind: "words" },
) {
  const words = new TextRun({ text, bold, italics, style: "Hyperlink" });
  return new ExternalHyperlink({ link: address ?? "", children: [words] });
}

function noteReference(number: number, mentioned: MentionedNotes): ParagraphChild {
  const id = `source${number}`;
  if (mentioned.has(number)) {
    const again = new TextRun({ text: String(number), superScript: true });
    return new InternalHyperlink({ anchor: id, children: [again] });
  }
  mentioned.add(number);
  return new Bookmark({ id, children: [new FootnoteReferenceRun(number)] });
}
