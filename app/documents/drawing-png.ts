import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { PDF_FACES } from "./pdf-fonts.ts";

/** Dots a point: sharp on paper, small in a file. */
const DOTS = 3;

const require = createRequire(import.meta.url);
let ready: Promise<Uint8Array> | null = null;

/** The drawing program and the face, read once, when the first picture is asked for. */
function prepared(): Promise<Uint8Array> {
  ready ??= prepare();
  return ready;
}

async function prepare(): Promise<Uint8Array> {
  const [program, face] = await Promise.all([
    readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")),
    readFile(PDF_FACES.sans),
  ]);
  await initWasm(program);
  return new Uint8Array(face);
}

/** SVG as PNG, for what shows no SVG (Word before 2016); the same picture gives the same bytes on every machine. */
export async function svgPng(svg: string): Promise<Uint8Array> {
  const face = await prepared();
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
