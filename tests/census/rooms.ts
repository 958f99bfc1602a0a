import { importsBetween, rings } from "./import-cycles.ts";
import type { SourceFile } from "./source-files.ts";

/** How the rooms stand to each other: what stays at home, what runs in a ring, what is small or has one reader only. */
export type Rooms = {
  /** The share of all imports whose two files stand in one room. */
  stays: number;
  /** Rooms of the campaign that reach each other in a ring, types included. */
  knots: string[][];
  /** Files that only one other file imports. */
  singleImporter: string[];
  /** Files of fewer than 25 lines. */
  small: string[];
};

const SMALL = 25;

/** A noun under `app/campaign`, a door under `app`, the engine, or the file itself. */
export function roomOf(path: string): string {
  const [top = "", second = "", third = ""] = path.split("/");
  if (top !== "app") return top;
  if (second === "campaign") return `${top}/${second}/${third}`;
  return path.split("/").length > 2 ? `${top}/${second}` : path;
}

export function roomsOf(source: readonly SourceFile[]): Rooms {
  const paths = new Set(source.map(({ path }) => path));
  const arrows = source.flatMap((file) =>
    importsBetween(file)
      .filter((to) => paths.has(to))
      .map((to) => ({ from: file.path, to })),
  );
  const home = arrows.filter(({ from, to }) => roomOf(from) === roomOf(to)).length;
  const between = new Map<string, string[]>();
  for (const { from, to } of arrows) {
    const [room, other] = [roomOf(from), roomOf(to)];
    if (room !== other) between.set(room, [...(between.get(room) ?? []), other]);
    else between.set(room, between.get(room) ?? []);
  }
  const importers = Map.groupBy(arrows, ({ to }) => to);
  const counted = source.filter(({ path }) => !path.includes("sample"));
  return {
    stays: home / arrows.length,
    knots: rings(between).filter((ring) => ring.length > 1),
    singleImporter: counted
      .map(({ path }) => path)
      .filter((path) => new Set(importers.get(path)?.map(({ from }) => from)).size === 1),
    small: counted.filter(({ lines }) => lines < SMALL).map(({ path }) => path),
  };
}
