const PREFIX = "draft:";
const KEPT_MS = 48 * 3_600_000;
const TEXT = "textarea, input[type=text]";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Draft = { at: number; submission: string; version: string; values: Record<string, string> };

/**
 * Keeps what is typed and chosen in a form on this device until it is saved or its author signs out.
 * A draft comes back when the same account opens the same form again; the page says so and can drop it.
 */
export function keepDrafts(): void {
  const account = document.querySelector<HTMLElement>("[data-account]")?.dataset.account ?? null;
  if (account === null) return;
  const mine = `${PREFIX}${account}:`;
  dropDrafts((key, draft) => isOver(draft) || !key.startsWith(mine));
  for (const form of document.querySelectorAll<HTMLFormElement>("form[method=post]")) {
    if (form.matches("[action='/sign-out']")) form.addEventListener("submit", () => dropDrafts(() => true));
    else if (form.querySelector(TEXT) !== null) keepDraft(form, `${mine}${placeOf(form)}`);
  }
}

/** The form has been saved as it stands: nothing of it needs to be kept here. */
export function forgetDraft(form: HTMLFormElement): void {
  dropDrafts((key) => key.endsWith(`:${placeOf(form)}`));
}

function keepDraft(form: HTMLFormElement, key: string): void {
  const draft = read(key);
  // A page that answers a refusal already holds what was typed.
  if (draft !== null && document.querySelector(".error-summary, .conflict, [data-answer]") === null)
    putBack(form, key, draft);
  form.addEventListener("input", () => write(key, form));
  form.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-cancel]") !== null) localStorage.removeItem(key);
  });
  form.addEventListener("submit", () => {
    if (read(key) !== null) write(key, form);
    sessionStorage.setItem("sent-submission", hidden(form, "submission"));
  });
}

function putBack(form: HTMLFormElement, key: string, draft: Draft): void {
  const changed = fields(form).filter((field) => keptIn(draft, field) !== stateOf(field)[1]);
  if (changed.length === 0) return;
  for (const field of changed) {
    const kept = keptIn(draft, field);
    if (isMark(field)) field.checked = kept === "true";
    else field.value = kept;
    field.closest("details")?.setAttribute("open", "");
  }
  // Typed over an older text: saving it must show both, not put the newer one aside unseen.
  const version = form.elements.namedItem("version");
  if (version instanceof HTMLInputElement) version.value = draft.version;
  form.prepend(draftNotice(key));
}

function draftNotice(key: string): HTMLElement {
  const notice = Object.assign(document.createElement("p"), { className: "note" });
  const drop = document.createElement("button");
  const onclick = () => {
    localStorage.removeItem(key);
    location.reload();
  };
  Object.assign(drop, { type: "button", className: "linklike", textContent: "Discard", onclick });
  notice.append("What you typed here earlier has been restored. It was kept on this device. ", drop);
  return notice;
}

/** It is too old, or the server answered the sent form with its done notice: that draft has been saved. */
function isOver({ at, submission }: Draft): boolean {
  const isSaved = sessionStorage.getItem("sent-submission") === submission;
  return Date.now() - at > KEPT_MS || (isSaved && document.querySelector("[data-done]") !== null);
}

function dropDrafts(isUnwanted: (key: string, draft: Draft) => boolean): void {
  for (const key of Object.keys(localStorage)) {
    const draft = key.startsWith(PREFIX) ? read(key) : null;
    if (draft !== null && isUnwanted(key, draft)) localStorage.removeItem(key);
  }
}

function write(key: string, form: HTMLFormElement): void {
  const draft: Draft = {
    at: Date.now(),
    submission: hidden(form, "submission"),
    version: hidden(form, "version"),
    values: Object.fromEntries(fields(form).map(stateOf)),
  };
  localStorage.setItem(key, JSON.stringify(draft));
}

function read(key: string): Draft | null {
  const kept = localStorage.getItem(key);
  return kept === null ? null : JSON.parse(kept);
}

/** What is typed or chosen: never a password, never a hidden field. */
function fields(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>(`${TEXT}, select[name], input:is([type=radio], [type=checkbox])`)];
}

function isMark(field: Field): field is HTMLInputElement {
  return field.type === "radio" || field.type === "checkbox";
}

function stateOf(field: Field): [name: string, value: string] {
  return isMark(field) ? [`${field.name}=${field.value}`, String(field.checked)] : [field.name, field.value];
}

/** What was kept of a field; as it stands where nothing was, or where what was chosen is not offered any more. */
function keptIn({ values }: Draft, field: Field): string {
  const [name, value] = stateOf(field);
  const kept = values[name] ?? value;
  const isLost = field instanceof HTMLSelectElement && ![...field.options].some((one) => one.value === kept);
  return isLost ? value : kept;
}

/** Not `form.action`, which is a field where the form has one of that name. */
function placeOf(form: HTMLFormElement): string {
  return `${new URL(form.getAttribute("action") ?? location.pathname, location.href).pathname}#${form.id}`;
}

function hidden(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name) ?? "");
}
