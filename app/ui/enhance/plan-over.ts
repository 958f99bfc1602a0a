import { forgetDraft } from "./drafts.ts";
import { readLiveIn } from "./read-live.ts";

const FORM = "form[data-read-live]";

/** A link that plans opens its form over the page: so it is pressed with the mouse, or by its letter. */
export function offerToPlanOver(): void {
  document.addEventListener("click", (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-key=e]") : null;
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link === null || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    planOver(link.href);
  });
}

let isOpening = false;

/** Opens the form at this address over the page; where that cannot be had, or the page is itself that form, it is opened. */
export async function planOver(address: string): Promise<void> {
  if (isOpening || document.querySelector("dialog[open]") !== null) return;
  isOpening = true;
  const early = keepEarlyKeys();
  // A dialog that has just closed holds its form a moment longer, which is not the page's.
  const page = document.querySelector(`main ${FORM}`) === null ? await readPage(address) : null;
  const form = page?.querySelector<HTMLFormElement>(FORM) ?? null;
  if (page !== null && form !== null) await takeStyles(page);
  isOpening = false;
  const { typed, isLeft } = early.stop();
  if (isLeft) return;
  if (page === null || form === null) return location.assign(withLine(address, typed));
  const dialog = document.createElement("dialog");
  dialog.className = "plan-over";
  dialog.setAttribute("aria-label", "Plan an event");
  document.body.append(dialog);
  show(dialog, page);
  dialog.showModal();
  typeInto(dialog.querySelector("input[name=line]"), typed);
  dialog.addEventListener("close", () => {
    const left = dialog.querySelector<HTMLFormElement>(FORM);
    if (left !== null) forgetDraft(left);
    dialog.remove();
  });
  dialog.addEventListener("click", (event) => {
    const leave = event.target instanceof Element ? event.target.closest("[data-cancel]") : null;
    if (leave === null) return;
    event.preventDefault();
    dialog.close();
  });
}

/** What is typed before the form is there belongs in its line, and presses nothing on the page; Escape leaves it. */
function keepEarlyKeys(): { stop(): { typed: string; isLeft: boolean } } {
  let typed = "";
  let isLeft = false;
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key.length === 1) typed += event.key;
    else if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if (event.key === "Escape") isLeft = true;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("keydown", keep, { capture: true });
  return {
    stop() {
      document.removeEventListener("keydown", keep, { capture: true });
      return { typed, isLeft };
    },
  };
}

function typeInto(line: HTMLInputElement | null, typed: string): void {
  if (line === null) return;
  line.focus();
  if (typed === "") return;
  line.value += typed;
  line.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function withLine(address: string, typed: string): string {
  const url = new URL(address, location.href);
  if (typed !== "") url.searchParams.set("line", typed);
  return url.href;
}

/** What the page has to say about the form, and the form; it is sent from here, and leads back to where one was. */
function show(dialog: HTMLDialogElement, page: Document): void {
  const form = page.querySelector<HTMLFormElement>(FORM);
  if (form === null) return;
  const head = document.createElement("h2");
  head.textContent = "Plan an event";
  const problem = page.querySelector(".error-summary");
  dialog.replaceChildren(head, ...(problem === null ? [] : [problem]), document.adoptNode(form));
  const back = document.createElement("input");
  back.type = "hidden";
  back.name = "back";
  back.value = location.pathname + location.search;
  form.append(back);
  readLiveIn(form);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    send(dialog, form);
  });
}

async function send(dialog: HTMLDialogElement, form: HTMLFormElement): Promise<void> {
  if (form.dataset.sent !== undefined) return;
  form.dataset.sent = "yes";
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") values.append(name, value);
  const address = form.getAttribute("action") ?? "";
  const response = await fetch(address, { method: "POST", body: values }).catch(() => null);
  delete form.dataset.sent;
  if (response === null)
    return say(dialog, "No connection. Not saved, but nothing you typed is lost: try again.");
  if (response.redirected) return location.assign(response.url);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (page.querySelector(FORM) === null) return say(dialog, `Not saved: ${whyNot(response.status)}`);
  show(dialog, page);
  dialog.querySelector<HTMLElement>("[data-focus]")?.focus();
}

function whyNot(status: number): string {
  if (status === 401) return "you are signed out. Sign in in another window, then press the button again.";
  return status === 403 ? "your role does not allow it." : "the server could not answer. Try again.";
}

function say(dialog: HTMLDialogElement, words: string): void {
  const note = dialog.querySelector("[role=alert].note") ?? document.createElement("p");
  note.className = "note";
  note.setAttribute("role", "alert");
  note.textContent = words;
  dialog.querySelector(".save")?.after(note);
}

async function readPage(address: string): Promise<Document | null> {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok || response.redirected) return null;
  const text = await response.text().catch(() => null);
  return text === null ? null : new DOMParser().parseFromString(text, "text/html");
}

/** The styles of the form that this page has not; shown once they are there. */
function takeStyles(page: Document): Promise<unknown> {
  const missing = [...page.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].filter(
    (link) => document.querySelector(`link[rel=stylesheet][href="${link.getAttribute("href")}"]`) === null,
  );
  return Promise.all(
    missing.map((link) => {
      const style = document.adoptNode(link);
      return new Promise((resolve) => {
        style.addEventListener("load", resolve);
        style.addEventListener("error", resolve);
        document.head.append(style);
      });
    }),
  );
}
