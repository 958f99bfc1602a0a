import { CHART_COLOURS, type Drawing, type Point, type Shape } from "./drawing.ts";

/** The picture as SVG, at its size in points; nothing in it comes from anywhere else. */
export function drawingSvg({ width, height, shapes }: Drawing): string {
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
