import { dayOf, timeOf, type WallTime } from "#app/time/wall-time.ts";
import { type Movable, movableById, placeAt } from "./week-grid.ts";

/** What came of a move: it stands and the page shows it, the page asks something, or it was not done. */
type MoveAnswer = "moved" | "asked" | "not moved";

/**
 * Sends a move as the form of the panel would, and shows the page that answers: the week with the sentence and Undo, or the
 * question (which of two hours, mine or theirs). A refusal is said; the block is put back by whoever moved it.
 */
async function sendMove({ id, version }: Movable, wall: WallTime): Promise<MoveAnswer> {
  const address = location.pathname.replace(/\/calendar.*$/, `/events/${encodeURIComponent(id)}/move`);
  const response = await fetch(address, {
    method: "POST",
    body: bodyOf(version, wall),
    keepalive: true,
  }).catch(() => null);
  if (response === null || response.status >= 500) return notMoved("The server could not answer. Try again");
  if (response.status === 401) return notMoved("You are signed out. Open the page again to sign in");
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (response.ok) return moved(id, page, response.url);
  if (page.querySelector(".conflict, [name=occurrence]") === null) return notMoved(reasonIn(page));
  showPage(page, address);
  document.querySelector<HTMLElement>("[data-focus]")?.focus();
  return "asked";
}

function bodyOf(version: string, wall: WallTime): URLSearchParams {
  const shown = new URLSearchParams(location.search);
  shown.delete("done");
  return new URLSearchParams({
    submission: crypto.randomUUID(),
    version,
    date: dayOf(wall),
    start: timeOf(wall),
    clock: "washington",
    from: "calendar",
    shown: shown.toString(),
  });
}

function moved(id: string, page: Document, address: string): MoveAnswer {
  showPage(page, address);
  const notice = document.querySelector<HTMLElement>("[data-done]");
  // Said once, by the region that stood on the page before.
  notice?.removeAttribute("role");
  say(notice?.querySelector("span")?.textContent ?? "Moved.", false);
  const link = movableById(id)?.element.querySelector<HTMLElement>("a");
  (link ?? notice)?.focus();
  return "moved";
}

function notMoved(why: string): MoveAnswer {
  say(`It was not moved. ${why}${why.endsWith(".") ? "" : "."}`, true);
  return "not moved";
}

function reasonIn(page: Document): string {
  return page.querySelector(".error-summary li")?.textContent ?? "Open the event to see why";
}

/** Shows what stands on another page in the place of this one, with its styles and under its address. */
function showPage(page: Document, address: string): void {
  for (const style of page.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
    const href = style.getAttribute("href") ?? "";
    if (document.querySelector(`link[href="${CSS.escape(href)}"]`) === null)
      document.head.append(style.cloneNode());
  }
  const [here, there] = [document.querySelector("#main"), page.querySelector("#main")];
  if (here === null || there === null) {
    location.assign(address);
    return;
  }
  here.replaceChildren(...[...there.childNodes].map((node) => document.adoptNode(node)));
  document.title = page.title;
  history.replaceState(history.state, "", address);
}

let region: HTMLElement | null = null;

/** Says one sentence politely, and shows it where the page does not show it itself. */
function say(sentence: string, isShown: boolean): void {
  region ??= document.body.appendChild(makeRegion());
  region.className = isShown ? "move-said" : "visually-hidden";
  region.textContent = "";
  const spoken = region;
  requestAnimationFrame(() => {
    spoken.textContent = sentence;
  });
}

/** Takes a sentence that is shown away again. */
function hush(): void {
  if (region !== null) region.className = "visually-hidden";
}

function makeRegion(): HTMLElement {
  const made = document.createElement("p");
  made.setAttribute("role", "status");
  made.className = "visually-hidden";
  return made;
}

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
