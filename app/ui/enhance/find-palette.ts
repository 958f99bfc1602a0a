/** A little after the last key: what is typed at speed is asked once. */
const PAUSE = 60;

type Palette = {
  dialog: HTMLDialogElement;
  field: HTMLInputElement;
  results: HTMLElement;
  /** How many there are, said to whoever listens and written at the foot. */
  count: HTMLElement;
  chosen: number;
  /** Whether the results are those of the words as they stand. */
  isAnswered: boolean;
  asked: AbortController;
  timer: ReturnType<typeof setTimeout> | undefined;
};

let palette: Palette | null = null;

/** Opens the palette over the page, or closes it where it is open; false where the page has none to open. */
export function togglePalette(): boolean {
  palette ??= found();
  if (palette === null) return false;
  if (palette.dialog.open) {
    palette.dialog.close();
    return true;
  }
  palette.field.value = "";
  palette.dialog.showModal();
  ask(palette);
  return true;
}

/** The box of the frame opens the palette when it is pressed; without this script it leads to the find page. */
export function offerPalette(): void {
  for (const box of document.querySelectorAll<HTMLInputElement>("[data-find]"))
    box.addEventListener("click", () => togglePalette());
}

function found(): Palette | null {
  const dialog = document.querySelector<HTMLDialogElement>("[data-palette]");
  const field = dialog?.querySelector("input");
  const results = dialog?.querySelector<HTMLElement>("[role=listbox]");
  const count = dialog?.querySelector<HTMLElement>("[role=status]");
  if (!dialog || !field || !results || !count) return null;
  const state = { chosen: 0, isAnswered: false, asked: new AbortController(), timer: undefined };
  const open = { dialog, field, results, count, ...state };
  listen(open);
  return open;
}

function listen(open: Palette): void {
  const { dialog, field } = open;
  field.addEventListener("input", () => {
    clearTimeout(open.timer);
    open.isAnswered = false;
    open.timer = setTimeout(() => ask(open), PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") choose(open, open.chosen + 1);
    else if (event.key === "ArrowUp") choose(open, open.chosen - 1);
    else if (event.key === "Enter") follow(open);
    else return;
    event.preventDefault();
  });
  // A press beside the palette is a press on its dialog, and on nothing in it.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

/** Shows what the server has for the words as they are; an answer to older words is none. */
async function ask(open: Palette): Promise<void> {
  clearTimeout(open.timer);
  open.isAnswered = false;
  open.asked.abort();
  open.asked = new AbortController();
  const { signal } = open.asked;
  const address = `/find/palette?${new URLSearchParams({ q: open.field.value, campaign: campaign() })}`;
  const response = await fetch(address, { signal, redirect: "error" }).catch(() => null);
  const text = response?.ok ? await response.text().catch(() => null) : null;
  if (signal.aborted) return;
  open.isAnswered = true;
  if (text === null)
    return say(open, "The results could not be loaded. Press Enter to open the Find page.", "");
  const page = new DOMParser().parseFromString(text, "text/html");
  open.results.replaceChildren(...page.body.childNodes);
  for (const [at, option] of options(open).entries()) option.id = `palette-option-${at}`;
  const { length } = options(open);
  open.count.textContent = length === 1 ? "1 result" : `${length} results`;
  choose(open, 0);
}

function say(open: Palette, words: string, count: string): void {
  open.results.textContent = words;
  open.count.textContent = count;
}

function options({ results }: Palette): HTMLAnchorElement[] {
  return [...results.querySelectorAll<HTMLAnchorElement>("[role=option]")];
}

/** The option of this place is the one that Enter opens; past either end it goes on at the other. */
function choose(open: Palette, place: number): void {
  const all = options(open);
  open.chosen = all.length === 0 ? 0 : (place + all.length) % all.length;
  for (const [at, option] of all.entries()) option.setAttribute("aria-selected", String(at === open.chosen));
  const chosen = all[open.chosen];
  open.field.setAttribute("aria-activedescendant", chosen?.id ?? "");
  chosen?.scrollIntoView({ block: "nearest" });
}

/** Enter opens what is chosen among the results of the words as they stand, once these are there; without any it finds as the page does. */
async function follow(open: Palette): Promise<void> {
  if (!open.isAnswered) await ask(open);
  if (!open.isAnswered || !open.dialog.open) return;
  const chosen = options(open)[open.chosen];
  const finder = campaign() === "" ? "/find" : `/c/${campaign()}/find`;
  location.assign(chosen?.href ?? `${finder}?${new URLSearchParams({ q: open.field.value })}`);
}

/** The campaign that is open; "" outside all of them. */
function campaign(): string {
  return document.querySelector<HTMLElement>("[data-campaign]")?.dataset.campaign ?? "";
}
