import { twoClocks } from "#app/time/format.ts";
import {
  dayOf,
  instantOf,
  isWallTime,
  isZone,
  laterBy,
  timeOf,
  WASHINGTON,
  type WallTime,
  type Zone,
} from "#app/time/wall-time.ts";

/** As the week is drawn: a quarter of an hour is so many pixels high. */
const QUARTER_HEIGHT = 18;
const QUARTER = 15;
const LAST_QUARTER = 24 * 60 - QUARTER;
const MINUTE = 60_000;

/** An event of the week that its reader may move. Bands (whole days, several days) move by days only. */
export type Movable = {
  element: HTMLElement;
  id: string;
  version: string;
  /** On the clock of Washington, as the week shows it. */
  start: WallTime;
  isBand: boolean;
};

/** Every event of the week that can be moved. */
export function movables(): Movable[] {
  return [...document.querySelectorAll<HTMLElement>(".week-grid [data-event]")].flatMap((element) => {
    const found = movableOf(element);
    return found === null ? [] : [found];
  });
}

/** The event in which an element stands, where it can be moved. */
export function movableOf(inside: Element | null): Movable | null {
  const element = inside?.closest<HTMLElement>(".week-grid [data-event]") ?? null;
  const { event: id, version, start } = element?.dataset ?? {};
  if (element === null || id === undefined || version === undefined) return null;
  if (start === undefined || !isWallTime(start)) return null;
  return { element, id, version, start, isBand: !element.classList.contains("calendar-event") };
}

/** The event of this id as the page shows it now. */
export function movableById(id: string): Movable | null {
  return movableOf(document.querySelector(`.week-grid [data-event="${CSS.escape(id)}"]`));
}

/** The wall time `minutes` later; negative is earlier. */
export function later(wall: WallTime, minutes: number): WallTime {
  return laterBy(wall, minutes * MINUTE);
}

/** The column under a pointer; null outside the week. */
export function dayAt(x: number): HTMLElement | null {
  return (
    [...document.querySelectorAll<HTMLElement>(".week-grid [data-day]")].find((day) => {
      const { left, right } = day.getBoundingClientRect();
      return x >= left && x < right;
    }) ?? null
  );
}

/** The wall time at a height of a column, to the quarter of an hour. */
export function wallUnder(day: HTMLElement, y: number): WallTime | null {
  const quarters = Math.round((y - day.getBoundingClientRect().top) / QUARTER_HEIGHT);
  const minutes = Math.min(LAST_QUARTER, Math.max(0, firstMinute() + quarters * QUARTER));
  const midnight: string = `${day.dataset.day}T00:00`;
  return isWallTime(midnight) ? later(midnight, minutes) : null;
}

/** Draws a block, or its shade, at a wall time; answers whether the week has a place for it. */
export function placeAt(element: HTMLElement, wall: WallTime): boolean {
  const day = document.querySelector<HTMLElement>(`.week-grid [data-day="${dayOf(wall)}"]`);
  const minutes = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16)) - firstMinute();
  element.hidden = day === null;
  if (day === null) return false;
  const list = element.localName === "li" ? day.querySelector("ol") : day;
  if (list !== null && element.parentElement !== list) list.append(element);
  element.style.top = `${(minutes / QUARTER) * QUARTER_HEIGHT}px`;
  return true;
}

function firstMinute(): number {
  return Number(document.querySelector<HTMLElement>(".week-grid")?.dataset.firstHour ?? 0) * 60;
}

/** "Thu 12 Nov, 14:00 · 20:00 in Prague"; of a time that the clocks skip, that it does not exist. */
export function clocksAt(wall: WallTime): string {
  const at = instantOf(wall, WASHINGTON, "first");
  if (!at.ok) return `${timeOf(wall)} does not exist on that day`;
  // The head of the week says its year.
  const { washington, home } = twoClocks(at.instant, homeZone(), dayOf(wall));
  return `${washington} · ${home}`;
}

function homeZone(): Zone {
  const clocks = [...document.querySelectorAll<HTMLElement>(".top-bar [data-clock]")];
  const zone = clocks.at(-1)?.dataset.clock ?? WASHINGTON;
  return isZone(zone) ? zone : WASHINGTON;
}
