import type { WallTime } from "#app/time/wall-time.ts";
import { hush } from "./say.ts";
import { type MoveAnswer, sendMove } from "./send-move.ts";
import { type Movable, placeAt } from "./week-grid.ts";

/** Moves a block at once and sends the move; where it is not done the block goes back to where it was. */
export async function moveTo(movable: Movable, wall: WallTime): Promise<MoveAnswer> {
  const putBack = moveBlock(movable, wall);
  hush();
  movable.element.setAttribute("aria-busy", "true");
  const answer = await sendMove(movable, wall);
  movable.element.removeAttribute("aria-busy");
  if (answer === "not moved") putBack();
  return answer;
}

/** Draws a block somewhere else, and answers how to put it back. A band is drawn anew by the page that answers. */
export function moveBlock({ element, isBand }: Movable, wall: WallTime): () => void {
  const { parentElement, nextSibling } = element;
  const top = element.style.top;
  const hadFocus = element.contains(document.activeElement);
  if (!isBand) placeAt(element, wall);
  if (hadFocus) element.querySelector<HTMLElement>("a")?.focus();
  return () => {
    element.hidden = false;
    element.style.top = top;
    parentElement?.insertBefore(element, nextSibling);
    if (hadFocus) element.querySelector<HTMLElement>("a")?.focus();
  };
}
