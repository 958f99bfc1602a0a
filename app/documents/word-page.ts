import { Footer, Header, PageNumber, Paragraph, TextRun } from "docx";
import type { EdgeLine, PageEdges } from "./page-marks.ts";

/** The head of every page: how the text may travel, how it leaves, which it is, what is stale. */
export function wordHeader({ head }: PageEdges): Header {
  return new Header({ children: [...head.map(pageLine), rule("EndOfHead")] });
}

/** The foot of every page: the same again, who took the copy, and the page of all pages. */
export function wordFooter({ foot, last }: PageEdges): Footer {
  const pages = [" · Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  const numbered = new Paragraph({
    style: "PageMarks",
    children: [new TextRun({ children: [last, ...pages] })],
  });
  return new Footer({ children: [rule("StartOfFoot"), ...foot.map(pageLine), numbered] });
}

function pageLine({ text, isLoud }: EdgeLine): Paragraph {
  return new Paragraph({ style: "PageMarks", children: [new TextRun({ text, bold: isLoud })] });
}

/** An empty line with a rule, which keeps the page's text away from its marks. */
function rule(style: "EndOfHead" | "StartOfFoot"): Paragraph {
  return new Paragraph({ style });
}
