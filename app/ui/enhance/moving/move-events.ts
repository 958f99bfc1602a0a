import type { WallTime } from "#app/time/wall-time.ts";
import { followDrags, offerDragging } from "./drag.ts";
import { focusPanel, listenForMoves } from "./keys.ts";
import { moveTo } from "./move-optimistically.ts";
import type { Movable } from "./week-grid.ts";

/** Lets the events of the week be moved by the mouse and by the keyboard; the panel does the same without it. */
export function moveEvents(): void {
  const move = async (movable: Movable, wall: WallTime) => {
    await moveTo(movable, wall);
    offerDragging();
  };
  offerDragging();
  followDrags((movable, wall) => void move(movable, wall));
  listenForMoves(move);
  if (location.hash === "#move") focusPanel();
}
