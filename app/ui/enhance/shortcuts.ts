import { PLACES } from "../keys.ts";
import { togglePalette } from "./find-palette.ts";
import { planOver } from "./plan-over.ts";

let goUntil = 0;

/** Keys of the product. Single letters do nothing in fields, and nothing when `data-shortcuts="off"` stands on the page. */
export function listenForShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (press(event)) event.preventDefault();
  });
}

/** Does what the key stands for; answers whether it stood for anything. */
function press(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && key === "k") return find();
  if (isInField(event.target) || event.altKey) return false;
  if (isCommand) return key === "z" && !event.shiftKey && undo();
  if (document.querySelector("[data-shortcuts=off]") !== null) return false;
  return letter(key);
}

function letter(key: string): boolean {
  if (Date.now() < goUntil) {
    goUntil = 0;
    return go(key);
  }
  if (key === "g") {
    goUntil = Date.now() + 1500;
    return true;
  }
  if (key === "/") return find();
  if (key === "?") return open("/help");
  return follow(key);
}

/** Presses what the page offers under this letter: `data-key="l"` on a link or a button. */
function follow(key: string): boolean {
  if (!/^[a-z]$/.test(key)) return false;
  const target = [...document.querySelectorAll<HTMLElement>(`[data-key="${key}"]`)].find((each) =>
    each.checkVisibility(),
  );
  if (target !== undefined) target.click();
  else if (key === "e" && campaign() !== null) {
    planOver(`/c/${campaign()}/events/new`);
    return true;
  }
  return target !== undefined;
}

function go(key: string): boolean {
  const place = PLACES.find((each) => each.key === key);
  return place !== undefined && campaign() !== null && open(`/c/${campaign()}${place.path}`);
}

function undo(): boolean {
  const button = document.querySelector<HTMLElement>("[data-done] button");
  button?.click();
  return button !== null;
}

function find(): boolean {
  return togglePalette() || open("/find");
}

function open(path: string): boolean {
  location.assign(path);
  return true;
}

function campaign(): string | null {
  return document.querySelector<HTMLElement>("[data-campaign]")?.dataset.campaign ?? null;
}

/** A field of a dialog that has just closed holds the focus until the next frame, and is none that anybody types in. */
function isInField(target: EventTarget | null): boolean {
  const FIELDS = "input, textarea, select, [contenteditable]";
  return target instanceof HTMLElement && target.matches(FIELDS) && target.checkVisibility();
}
