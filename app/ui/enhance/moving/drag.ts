import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { WallTime } from "#app/time/wall-time.ts";
import nothing from "./nothing.gif?url";
import {
  clocksAt,
  dayAt,
  later,
  type Movable,
  movableOf,
  movables,
  placeAt,
  wallUnder,
} from "./week-grid.ts";

type Pointer = { clientX: number; clientY: number };

/** What is being dragged: where it was taken hold of, and the shade that shows where it would fall. */
type Drag = { movable: Movable; offset: number; grabbedDay: string | null; shade: HTMLElement };

/** The browser's own picture of what is dragged would hide the shade. From our own address: a picture within the script is refused. */
const transparent = new Image();
transparent.src = nothing;

const offered = new WeakSet<HTMLElement>();

/** Lets every block of the week be dragged; called again for a page that is drawn anew. */
export function offerDragging(): void {
  for (const { element } of movables()) {
    if (offered.has(element)) continue;
    offered.add(element);
    // A link would be dragged by itself, as an address.
    element.querySelector("a")?.setAttribute("draggable", "false");
    draggable({
      element,
      onGenerateDragPreview: ({ nativeSetDragImage }) => nativeSetDragImage?.(transparent, 0, 0),
    });
  }
  const week = document.querySelector<HTMLElement>(".week-grid");
  if (week === null || offered.has(week)) return;
  offered.add(week);
  dropTargetForElements({ element: week });
}

/** Follows every drag, shows its target on both clocks, and moves what is dropped. */
export function followDrags(move: (movable: Movable, wall: WallTime) => void): void {
  let drag: Drag | null = null;
  monitorForElements({
    onDragStart: ({ source, location }) => {
      drag = startOf(source.element, location.initial.input);
    },
    onDrag: ({ location }) => {
      if (drag !== null) showTarget(drag, location.current.input);
    },
    onDrop: ({ location }) => {
      if (drag === null) return;
      const { movable, shade } = drag;
      const isInside = location.current.dropTargets.length > 0;
      const wall = isInside ? targetOf(drag, location.current.input) : null;
      shade.remove();
      movable.element.classList.remove("dragged");
      drag = null;
      if (wall !== null && wall !== movable.start) move(movable, wall);
    },
  });
}

function startOf(element: HTMLElement, { clientX, clientY }: Pointer): Drag | null {
  const movable = movableOf(element);
  if (movable === null) return null;
  const { top, height } = element.getBoundingClientRect();
  const shade = document.createElement("div");
  shade.className = "shade";
  shade.setAttribute("aria-hidden", "true");
  shade.style.height = `${movable.isBand ? 36 : height}px`;
  element.classList.add("dragged");
  return { movable, offset: clientY - top, grabbedDay: dayAt(clientX)?.dataset.day ?? null, shade };
}

/** Where it would fall: blocks by the quarter of an hour, bands by days from the day at which they were taken. */
function targetOf({ movable, offset, grabbedDay }: Drag, { clientX, clientY }: Pointer): WallTime | null {
  const day = dayAt(clientX);
  if (day === null) return null;
  if (!movable.isBand) return wallUnder(day, clientY - offset);
  const days = (Date.parse(day.dataset.day ?? "") - Date.parse(grabbedDay ?? "")) / 86_400_000;
  return Number.isNaN(days) ? null : later(movable.start, days * 1440);
}

function showTarget(drag: Drag, pointer: Pointer): void {
  const wall = targetOf(drag, pointer);
  if (wall === null) drag.shade.remove();
  else if (!drag.movable.isBand) placeAt(drag.shade, wall);
  else dayAt(pointer.clientX)?.append(drag.shade);
  if (wall !== null) drag.shade.textContent = clocksAt(wall);
}
