import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { ImageRun } from "docx";
import { CHART_COLOURS, type Drawing, type Point, type Shape } from "./drawing.ts";
import { PDF_FACES } from "./pdf-fonts.ts";

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

/** The picture as SVG, at its size in points; nothing in it comes from anywhere else. */
function drawingSvg({ width, height, shapes }: Drawing): string {
  const size = `width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${shapes.map(shapeSvg).join("")}</svg>`;
}

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case "line":
      return `<polyline points="${pointsOf(shape.points)}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.width}" stroke-linejoin="round"/>`;
    case "area":
      return `<polygon points="${pointsOf(shape.points)}" fill="${shape.fill}"/>`;
    case "circle":
      return `<circle cx="${digits(shape.x)}" cy="${digits(shape.y)}" r="${digits(shape.radius)}" fill="${shape.fill ?? "none"}"${edge(shape.stroke)}/>`;
    case "text":
      return `<text x="${digits(shape.x)}" y="${digits(shape.y)}" font-family="Source Sans 3, Calibri, Arial, sans-serif" font-size="${shape.size}" text-anchor="${shape.anchor}" fill="${CHART_COLOURS.text}">${escaped(shape.text)}</text>`;
  }
}

function edge(stroke: string | null): string {
  return stroke === null ? "" : ` stroke="${stroke}" stroke-width="0.5"`;
}

function pointsOf(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${digits(x)},${digits(y)}`).join(" ");
}

function digits(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Dots a point: sharp on paper, small in a file. */
const DOTS = 3;

const require = createRequire(import.meta.url);

/** The drawing program and the face, read once, when the first picture is asked for. */
let ready: Promise<Uint8Array> | null = null;

async function prepare(): Promise<Uint8Array> {
  const [program, face] = await Promise.all([
    readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")),
    readFile(PDF_FACES.sans),
  ]);
  await initWasm(program);
  return new Uint8Array(face);
}

/** SVG as PNG, for what shows no SVG (Word before 2016); the same picture gives the same bytes on every machine. */
async function svgPng(svg: string): Promise<Uint8Array> {
  ready ??= prepare();
  const face = await ready;
  const drawn = new Resvg(svg, {
    fitTo: { mode: "zoom", value: DOTS * POINT_IN_PIXELS },
    font: { fontBuffers: [face], defaultFontFamily: "Source Sans 3" },
  });
  const image = drawn.render();
  const bytes = new Uint8Array(image.asPng());
  image.free();
  drawn.free();
  return bytes;
}

/** The size in an SVG is taken at 96 pixels an inch. */
const POINT_IN_PIXELS = 72 / 96;
