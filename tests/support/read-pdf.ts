import { getDocumentProxy } from "unpdf";

/**
 * One page of a PDF: the words that a reader is read, and those of its head and foot, which are artifacts; and what is
 * set under seven points, with its size.
 */
export type PdfPage = { body: string; edges: string; tags: string[]; tooSmall: string[] };

export type ReadPdf = { language: string | null; title: string; isTagged: boolean; pages: PdfPage[] };

/** Reads a PDF with a program that is not ours. A footnote's number reads "[^3]"; labels of lists are left out. */
export async function readPdf(file: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const { info } = await pdf.getMetadata();
  const marks = await pdf.getMarkInfo();
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++)
    pages.push(await readPage(await pdf.getPage(number)));
  const facts = info as { Title?: string; Language?: string };
  return {
    language: facts.Language ?? null,
    title: facts.Title ?? "",
    isTagged: marks?.Marked === true,
    pages,
  };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;

async function readPage(page: Page): Promise<PdfPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const open: string[] = [];
  const tags: string[] = [];
  let body = "";
  let edges = "";
  const tooSmall: string[] = [];
  for (const item of items) {
    if ("type" in item) {
      if (item.type === "endMarkedContent") open.pop();
      else {
        const tag = "tag" in item ? String(item.tag) : "";
        open.push(tag);
        tags.push(tag);
      }
      continue;
    }
    // A hundredth is lost where a browser counts in whole 64ths of a pixel.
    if (item.str.trim() !== "" && item.height < 6.99) tooSmall.push(`${item.height.toFixed(2)} ${item.str}`);
    if (open.includes("Artifact")) edges += `${item.str}${item.hasEOL ? "\n" : ""}`;
    else if (!open.includes("Lbl")) body += isRaised(item) ? `[^${item.str}]` : item.str;
  }
  return { body, edges, tags, tooSmall };
}

/** Numbers of footnotes are set smaller than anything else. */
function isRaised({ height, str }: { height: number; str: string }): boolean {
  return height > 0 && height < 8 && /^\d+(–\d+)?▲?$/.test(str);
}
