import type { WallTime } from "#app/time/wall-time.ts";
import { followDrags, offerDragging } from "./drag.ts";
import { moveBlock, moveTo } from "./send-move.ts";
import { clocksAt, later, type Movable, movableById, movableOf } from "./week-grid.ts";

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

const DAY = 24 * 60;
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -15,
  ArrowDown: 15,
  ArrowLeft: -DAY,
  ArrowRight: DAY,
};
/** So long after the last key the move is sent: several keys are one move. */
const QUIET = 700;

type Going = { movable: Movable; wall: WallTime; putBack: () => void; timer: number };

/** Shift and an arrow move the focused event, M opens the panel that moves it and Escape leaves it. Not Alt: that is Back in browsers. */
export function listenForMoves(move: (movable: Movable, wall: WallTime) => Promise<void>): void {
  let going: Going | null = null;
  let isSending = false;
  const send = async () => {
    if (going === null || isSending) return;
    const { movable, wall, putBack, timer } = going;
    clearTimeout(timer);
    going = null;
    putBack();
    if (wall === movable.start) return;
    isSending = true;
    await move(movable, wall);
    isSending = false;
  };
  const step = (movable: Movable, minutes: number) => {
    const wall = later(going?.wall ?? movable.start, minutes);
    if (going !== null) clearTimeout(going.timer);
    const putBack = going?.putBack ?? moveBlock(movable, movable.start);
    going = { movable, wall, putBack, timer: window.setTimeout(send, QUIET) };
    moveBlock(movable, wall);
    const time = movable.element.querySelector(".event-time");
    if (time !== null && !movable.isBand) time.textContent = clocksAt(wall);
  };
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && leavePanel()) return event.preventDefault();
      const movable = movableOf(document.activeElement);
      if (movable === null || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey)
        return;
      const minutes = event.shiftKey ? STEPS[event.key] : undefined;
      if (minutes !== undefined && !isSending && (!movable.isBand || Math.abs(minutes) === DAY))
        step(movable, minutes);
      else if (minutes === undefined && !(event.key === "m" && !event.shiftKey && openPanel(movable))) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  addEventListener("pagehide", () => void send());
  document.addEventListener("focusout", ({ relatedTarget }) => {
    if (
      going !== null &&
      relatedTarget instanceof Element &&
      movableOf(relatedTarget)?.id !== going.movable.id
    )
      void send();
  });
}

/** The panel of the focused event: of this page where it is open, else of the page to which its link leads. */
function openPanel({ element, id }: Movable): boolean {
  if (document.querySelector("[data-shortcuts=off]") !== null) return false;
  const link = element.querySelector("a");
  if (link === null) return false;
  const isOpen = movableById(id)?.element.classList.contains("is-selected") === true;
  if (isOpen && focusPanel()) return true;
  const address = new URL(link.href);
  address.hash = "move";
  location.assign(address);
  return true;
}

/** Puts the reader back from the panel to the event that it moves; answers whether that was so. */
function leavePanel(): boolean {
  const isInPanel = document.activeElement?.closest("#move") != null;
  const link = document.querySelector<HTMLElement>(".week-grid .is-selected a");
  if (isInPanel) link?.focus();
  return isInPanel && link !== null;
}

/** Puts the reader into the panel that moves the selected event; answers whether the page has one. */
export function focusPanel(): boolean {
  const panel = document.querySelector<HTMLElement>("#move");
  panel?.focus();
  return panel !== null;
}
