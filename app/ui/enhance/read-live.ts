import { renewOutside } from "./renew-parts.ts";

/** A little after the last key. */
const PAUSE = 200;

/** More of a text than any field takes, and no more of them than an address can carry: the page keeps them whole. */
const MOST_SENT = 1000;

/** A form whose page is read anew while it is typed: by the address of its own button, so that it says what that says. */
type Live = {
  form: HTMLFormElement;
  line: HTMLInputElement;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was typed: an answer to something older is no answer. */
  typed: number;
  onItsWay: Promise<void>;
};

/** Reads forms with `data-read-live` while they are typed: their parts show what the line was understood to say. */
export function readLive(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-read-live]")) readLiveIn(form);
}

/** The same for one form, which came later. */
export function readLiveIn(form: HTMLFormElement): void {
  const line = form.elements.namedItem("line");
  if (line instanceof HTMLInputElement)
    listen({ form, line, timer: undefined, typed: 0, onItsWay: Promise.resolve() });
}

function listen(live: Live): void {
  const { form, line } = live;
  for (const button of form.querySelectorAll<HTMLElement>(".plan-line [data-read-line]"))
    button.hidden = true;
  form.addEventListener("input", () => {
    live.typed += 1;
    clearTimeout(live.timer);
    live.timer = setTimeout(() => readNow(live), PAUSE);
  });
  form.addEventListener("click", (event) => answer(live, event));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !isOneLine(event.target)) return;
    event.preventDefault();
    if (event.target === line) saveIfClear(live);
    else if (isSearch(event.target)) readNow(live);
    else save(form);
  });
}

/** A choice of a question goes into the line, and the line is read again; Find looks without leaving. */
function answer(live: Live, event: MouseEvent): void {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (button === null || button.formMethod !== "get" || !button.hasAttribute("formmethod")) return;
  event.preventDefault();
  if (button.name === "clear") {
    live.line.value = button.value;
    live.line.focus();
  }
  readNow(live);
}

async function saveIfClear(live: Live): Promise<void> {
  await readNow(live);
  const reading = live.form.querySelector<HTMLElement>("[data-in-doubt]");
  if (reading?.dataset.inDoubt !== "yes") return save(live.form);
  say(live.form, `Not planned yet. ${reading.dataset.words ?? ""}`, true);
}

function save(form: HTMLFormElement): void {
  form.requestSubmit(form.querySelector<HTMLElement>("[data-save]"));
}

function readNow(live: Live): Promise<void> {
  clearTimeout(live.timer);
  live.onItsWay = read(live, live.typed);
  return live.onItsWay;
}

async function read(live: Live, typed: number): Promise<void> {
  const { form } = live;
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && name !== "submission") values.append(name, value.slice(0, MOST_SENT));
  }
  const response = await fetch(`${addressOf(form)}?${values}`).catch(() => null);
  if (!response?.ok || live.typed !== typed) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (live.typed !== typed) return;
  renewOutside(form, page);
  say(form, form.querySelector<HTMLElement>("[data-in-doubt]")?.dataset.words ?? "");
}

/** One sentence for whoever listens, and only when it is another; shown where Enter did not do what it promises. */
function say(form: HTMLFormElement, words: string, isShown = false): void {
  const said = form.querySelector("[data-said]");
  said?.classList.toggle("visually-hidden", !isShown);
  if (said !== null && said.textContent !== words) said.textContent = words;
}

function isOneLine(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && ["text", "search"].includes(target.type);
}

function isSearch(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.name === "who";
}

/** Not `form.action`, which is a field where the form has one of that name. */
function addressOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute("action") ?? "", location.href).pathname;
}
