import { Footer, Header, PageNumber, Paragraph, TextRun } from "docx";
import { everyPage } from "./page-marks.ts";
import type { PageMarks } from "./paper-document.ts";

/** The head of every page: how the paper may travel, how it leaves, which text it is, what is stale. */
export function wordHeader(marks: PageMarks): Header {
  return new Header({ children: [...everyPage(marks).map(pageLine), rule("EndOfHead")] });
}

/** The foot of every page: the same again, who took the copy, and the page of all pages. */
export function wordFooter(marks: PageMarks): Footer {
  const pages = [" · Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  const last = new Paragraph({
    style: "PageMarks",
    children: [new TextRun({ children: [marks.taken, ...pages] })],
  });
  return new Footer({ children: [rule("StartOfFoot"), ...everyPage(marks).map(pageLine), last] });
}

function pageLine({ text, isLoud }: { text: string; isLoud: boolean }): Paragraph {
  return new Paragraph({ style: "PageMarks", children: [new TextRun({ text, bold: isLoud })] });
}

/** An empty line with a rule, which keeps the page's text away from its marks. */
function rule(style: "EndOfHead" | "StartOfFoot"): Paragraph {
  return new Paragraph({ style });
}
