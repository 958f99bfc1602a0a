import { strFromU8, unzipSync } from "fflate";

/** The parts of a Word file as XML, by their path. */
export function wordParts(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** The words of one part, a line for each paragraph; a footnote's mark reads "[^3]". */
export function wordText(part: string): string {
  return part
    .split(/<\/w:p>/)
    .map((paragraph) => paragraph.replaceAll(/<w:pPr>.*?<\/w:pPr>/gs, ""))
    .map((paragraph) => [...paragraph.matchAll(RUNS)].map(runText).join(""))
    .filter((line) => line !== "")
    .join("\n");
}

const RUNS =
  /(?<raised><w:vertAlign w:val="superscript"\/><\/w:rPr>)?<w:t(?: [^>]*)?>(?<words>[^<]*)<\/w:t>/g;

function runText({ groups }: RegExpMatchArray): string {
  const words = unescaped(groups?.words ?? "");
  return groups?.raised === undefined ? words : `[^${words}]`;
}

function unescaped(xml: string): string {
  const signs: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return xml.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] ?? "");
}
