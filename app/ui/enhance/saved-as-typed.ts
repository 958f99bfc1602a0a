import { forgetDraft } from "./drafts.ts";
import { renewParts } from "./renew-parts.ts";
import { type SaveNotice, saveNotice } from "./save-notice.ts";
import { openedIn, openPage, sameForm, sendForm, typedIn } from "./send-form.ts";

/** A little after the last key. */
const PAUSE = 1_500;
const TRY_AGAIN = 15_000;

type Typed = Readonly<Record<string, string>>;

/** Saves forms with `data-saved-as-typed` in the background while their words are typed, by their own action and version. */
export function saveAsTyped(): void {
  const forms = document.querySelectorAll<HTMLFormElement>("form[data-saved-as-typed]");
  saveBeforeLeaving([...forms].map(saveInBackground));
}

/** A form that is being saved as it is typed. */
type Saving = {
  form: HTMLFormElement;
  notice: SaveNotice;
  timer: ReturnType<typeof setTimeout> | undefined;
  onItsWay: Promise<void> | null;
  /** What the server may hold of ours, the latest last: a lost answer is no conflict with somebody else. */
  ours: Typed[];
  isStopped: boolean;
};

/**
 * Another form of the page is sent with the words as they stand: they are saved first. What cannot be saved keeps the
 * reader here once; pressed again, the form goes, and the words stay on this device.
 */
function saveBeforeLeaving(all: readonly Saving[]): void {
  const told = new WeakSet<HTMLFormElement>();
  const leave = (event: SubmitEvent) => {
    const { target: form, submitter } = event;
    const unsaved = all.filter((saving) => saving.form !== form && isUnsaved(saving));
    if (!(form instanceof HTMLFormElement) || unsaved.length === 0 || told.has(form)) return;
    event.preventDefault();
    event.stopPropagation();
    Promise.all(unsaved.map(saveNow)).then(() => {
      told.add(form);
      if (!unsaved.some(isUnsaved)) form.requestSubmit(submitter);
    });
  };
  document.addEventListener("submit", leave, { capture: true });
}

function isUnsaved({ form, ours, isStopped }: Saving): boolean {
  return !isStopped && (ours.length > 1 || !isSame(typedIn(form), ours[0]));
}

async function saveNow(saving: Saving): Promise<void> {
  clearTimeout(saving.timer);
  await saving.onItsWay;
  if (isUnsaved(saving)) await save(saving);
  clearTimeout(saving.timer);
}

function saveInBackground(form: HTMLFormElement): Saving {
  const nothing = { timer: undefined, onItsWay: null, isStopped: false };
  const saving: Saving = { form, notice: saveNotice(form), ours: [openedIn(form)], ...nothing };
  form.addEventListener("input", () => {
    if (!saving.isStopped) saveLater(saving, PAUSE);
  });
  addEventListener("online", () => {
    if (saving.timer !== undefined && !saving.isStopped) saveLater(saving, 0);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(saving.timer);
    if (saving.onItsWay === null) return;
    event.preventDefault();
    saving.onItsWay.then(() => form.requestSubmit());
  });
  return saving;
}

function saveLater(saving: Saving, pause: number): void {
  clearTimeout(saving.timer);
  saving.timer = setTimeout(() => {
    saving.onItsWay ??= save(saving).finally(() => {
      saving.onItsWay = null;
    });
  }, pause);
}

async function save(saving: Saving): Promise<void> {
  const { form, notice, ours } = saving;
  const typed = typedIn(form);
  if (ours.length === 1 && isSame(typed, ours[0])) return;
  ours.push(typed);
  setHidden(form, "submission", crypto.randomUUID());
  notice.say("Saving…");
  const sent = await sendForm(form, valuesOf(form));
  switch (sent.outcome) {
    case "saved":
      return settle(saving, typed, sent.page);
    case "conflict":
      return meet(saving, sent.page);
    case "refused":
      return notice.say(`Not saved: ${reasonOf(form, sent.page)}`);
    case "signed out":
      return notice.say("Not saved: you are signed out. Press Save to sign in.");
    case "no connection":
      notice.say("No connection. What you typed is kept on this device.");
      return saveLater(saving, TRY_AGAIN);
  }
}

function settle(saving: Saving, saved: Typed, page: Document): void {
  const { form } = saving;
  saving.ours = [saved];
  takeVersion(form, page);
  shareVersion(form);
  renewParts(form, page);
  saving.notice.saved();
  if (isSame(typedIn(form), saved)) forgetDraft(form);
  else saveLater(saving, PAUSE);
}

/** Somebody saved first; or it was we, and the answer was lost. */
async function meet(saving: Saving, refusal: Document): Promise<void> {
  const { form, notice, ours } = saving;
  const now = await openPage(form);
  const theirs = now === null ? null : sameForm(form, now);
  if (now !== null && theirs !== null && ours.some((one) => isSame(one, typedIn(theirs)))) {
    return settle(saving, typedIn(theirs), now);
  }
  saving.isStopped = true;
  takeVersion(form, refusal);
  notice.conflict(refusal.querySelector(".conflict"));
}

function isSame(one: Typed, other: Typed | undefined): boolean {
  return other !== undefined && Object.entries(one).every(([name, value]) => other[name] === value);
}

function valuesOf(form: HTMLFormElement): URLSearchParams {
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") values.append(name, value);
  return values;
}

function takeVersion(form: HTMLFormElement, page: Document): void {
  const version = sameForm(form, page)?.elements.namedItem("version");
  if (version instanceof HTMLInputElement) setHidden(form, "version", version.value);
}

/** The buttons of the same piece, like Remove, speak of what this reader has just written. */
function shareVersion(form: HTMLFormElement): void {
  const own = form.elements.namedItem("version");
  const fields =
    form.closest("[data-piece]")?.querySelectorAll<HTMLInputElement>("input[name=version]") ?? [];
  if (own instanceof HTMLInputElement) for (const field of fields) field.value = own.value;
}

function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

/** What the page that refused it says: at the field, or above the page. */
function reasonOf(form: HTMLFormElement, page: Document): string {
  const said =
    sameForm(form, page)?.querySelector(".error-message") ??
    page.querySelector(".error-summary li, .error-summary p");
  return (said?.textContent ?? "look at the form again").replace(/^Error: /, "");
}
