import { CHART_COLOURS, type Drawing, type Point, type Shape } from "./drawing.ts";
import { measured } from "./pdf-fonts.ts";
import type { Words } from "./pdf-lines.ts";
import { drawWords, type Sheet } from "./pdf-sheet.ts";

type Structure = PDFKit.PDFStructureElement;

/** A picture with what somebody is told who does not see it; `x` is its left edge, and the sheet's line its top. */
export function setFigure(sheet: Sheet, parent: Structure, drawing: Drawing, x: number, alt: string): void {
  const bbox = [x, sheet.y, x + drawing.width, sheet.y + drawing.height];
  const options: PDFKit.Mixins.StructureElementOptions & { bbox: number[] } = { alt, bbox };
  const figure = sheet.pdf.struct("Figure", options);
  parent.add(figure);
  figure.add(() => drawShapes(sheet, drawing, { x, y: sheet.y }));
  figure.end();
}

/** A picture that says no more than the words beside it: readers of the page's content skip it. */
export function drawBeside(sheet: Sheet, drawing: Drawing, at: Point): void {
  sheet.pdf.markContent("Artifact", { type: "Layout" });
  drawShapes(sheet, drawing, at);
  sheet.pdf.endMarkedContent();
}

function drawShapes(sheet: Sheet, { shapes }: Drawing, at: Point): void {
  for (const shape of shapes) drawShape(sheet, shape, at);
}

function drawShape(sheet: Sheet, shape: Shape, at: Point): void {
  const { pdf } = sheet;
  switch (shape.kind) {
    case "line":
      path(pdf, shape.points, at);
      pdf.lineWidth(shape.width).lineJoin("round").strokeColor(shape.stroke).stroke();
      return;
    case "area":
      path(pdf, shape.points, at);
      pdf.closePath().fillColor(shape.fill).fill();
      return;
    case "circle":
      pdf.circle(at.x + shape.x, at.y + shape.y, shape.radius);
      if (shape.fill !== null) pdf.fillColor(shape.fill).fill();
      else
        pdf
          .lineWidth(0.5)
          .strokeColor(shape.stroke ?? CHART_COLOURS.line)
          .stroke();
      return;
    case "text":
      drawText(sheet, shape, at);
  }
}

/** Nothing to draw is a point in the corner, which shows nowhere. */
function path(pdf: PDFKit.PDFDocument, [first, ...others]: readonly Point[], { x, y }: Point): void {
  pdf.moveTo(x + (first?.x ?? 0), y + (first?.y ?? 0));
  for (const point of others) pdf.lineTo(x + point.x, y + point.y);
}

const BEFORE = { start: 0, middle: 0.5, end: 1 } as const;

function drawText(sheet: Sheet, shape: Shape & { kind: "text" }, { x, y }: Point): void {
  const { text, size, anchor } = shape;
  const words: Words = { text, face: "sans", size, note: null, address: null };
  const left = x + shape.x - measured(text, "sans", size) * BEFORE[anchor];
  // A line of type begins above its baseline by the face's height above it.
  drawWords(sheet, words, left, y + shape.y - size * ASCENT, CHART_COLOURS.text);
}

/** Source Sans 3, in parts of its size. */
const ASCENT = 1.024;
