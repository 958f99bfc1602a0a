import { ImageRun } from "docx";
import type { Drawing } from "./drawing.ts";
import { svgPng } from "./drawing-png.ts";
import { drawingSvg } from "./drawing-svg.ts";

/** Puts pictures into one Word file; `alt` is what somebody is told who does not see it. */
export type WordPictures = (drawing: Drawing, alt: string) => Promise<ImageRun>;

/** Word counts pixels, 96 to the inch. */
const PIXELS = 96 / 72;

/** The pictures of one file, numbered from 1 as they come; each is SVG, with a PNG for programs that show none. */
export function wordPictures(): WordPictures {
  let number = 0;
  return async (drawing, alt) => {
    number += 1;
    const id = String(number);
    const transformation = { width: drawing.width * PIXELS, height: drawing.height * PIXELS };
    const svg = drawingSvg(drawing);
    const fallback = { type: "png", data: await svgPng(svg), transformation } as const;
    return new ImageRun({
      type: "svg",
      data: Buffer.from(svg),
      fallback,
      transformation,
      altText: { id, name: `Picture ${id}`, description: alt },
    });
  };
}
