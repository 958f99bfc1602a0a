import type { ReceptionTint } from "#app/method/reception-tint.ts";

export type Point = { x: number; y: number };

/** A picture in points from its upper left corner, drawn into a PDF or written as SVG; colours are "#1B2430". */
export type Drawing = { width: number; height: number; shapes: readonly Shape[] };

export type Shape =
  | { kind: "line"; points: readonly Point[]; stroke: string; width: number }
  | { kind: "area"; points: readonly Point[]; fill: string }
  | { kind: "circle"; x: number; y: number; radius: number; fill: string | null; stroke: string | null }
  | { kind: "text"; x: number; y: number; text: string; size: number; anchor: "start" | "middle" | "end" };

/** The colours of charts on paper. Source: DESIGN.md, section 4 (tokens of the light theme). */
export const CHART_COLOURS = {
  line: "#1F4E79",
  band: "#C9D9E6",
  grid: "#E4E0D6",
  zero: "#4A5563",
  text: "#4A5563",
} as const;

/** The ground of each step of the reception scale on paper, and the ink on it. Source: DESIGN.md, section 4. */
export const RECEPTION_COLOURS: Readonly<Record<ReceptionTint, { ground: string; ink: string }>> = {
  n2: { ground: "#9C4A1A", ink: "#FFFFFF" },
  n1: { ground: "#E3A878", ink: "#1B2430" },
  "0": { ground: "#ECE9E2", ink: "#1B2430" },
  p1: { ground: "#8FB8D2", ink: "#1B2430" },
  p2: { ground: "#1F5F8B", ink: "#FFFFFF" },
  nu: { ground: "#F3DDCB", ink: "#1B2430" },
  mx: { ground: "#E4DCEB", ink: "#1B2430" },
  pu: { ground: "#D3E2EC", ink: "#1B2430" },
};

/** A bar or a field: the four corners of a rectangle. */
export function rectangle(x: number, y: number, width: number, height: number, fill: string): Shape {
  const points = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return { kind: "area", points, fill };
}
