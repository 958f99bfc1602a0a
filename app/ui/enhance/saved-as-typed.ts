import { forgetDraft } from "#app/ui/enhance/drafts.ts";
import { renewParts } from "#app/ui/enhance/renew-parts.ts";
import { saveNotice } from "#app/ui/enhance/save-notice.ts";
import { openPage, sameForm, sendForm, typedIn } from "#app/ui/enhance/send-form.ts";

/** A little after the last key. */
const PAUSE = 1_500;
const TRY_AGAIN = 15_000;

type Typed = Readonly<Record<string, string>>;

/** Saves forms with `data-saved-as-typed` in the background while their words are typed, by their own action and version. */
export function saveAsTyped(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-saved-as-typed]"))
    saveInBackground(form);
}

function saveInBackground(form: HTMLFormElement): void {
  const notice = saveNotice(form);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onItsWay: Promise<void> | null = null;
  /** What the server may hold of ours: a lost answer is no conflict with somebody else. */
  let ours = [typedIn(form)];
  let isStopped = false;

  const later = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      onItsWay ??= save().finally(() => {
        onItsWay = null;
      });
    }, pause);
  };

  const save = async (): Promise<void> => {
    const typed = typedIn(form);
    if (isSame(typed, ours.at(-1)) && ours.length === 1) return;
    ours.push(typed);
    setHidden(form, "submission", crypto.randomUUID());
    notice.say("Saving…");
    const sent = await sendForm(form, valuesOf(form));
    switch (sent.outcome) {
      case "saved":
        return settle(typed, sent.page);
      case "conflict":
        return meet(sent.page);
      case "refused":
        return notice.say(`Not saved: ${reasonOf(form, sent.page)}`);
      case "signed out":
        return notice.say("Not saved: you are signed out. Press Save to sign in.");
      case "no connection":
        notice.say("No connection. What you typed is kept on this device.");
        return later(TRY_AGAIN);
    }
  };

  const settle = (saved: Typed, page: Document) => {
    ours = [saved];
    takeVersion(form, page);
    renewParts(form, page);
    notice.saved();
    if (isSame(typedIn(form), saved)) forgetDraft(form);
    else later(PAUSE);
  };

  /** Somebody saved first; or it was we, and the answer was lost. */
  const meet = async (refusal: Document): Promise<void> => {
    const now = await openPage(form);
    const theirs = now === null ? null : sameForm(form, now);
    if (now !== null && theirs !== null && ours.some((one) => isSame(one, typedIn(theirs)))) {
      takeVersion(form, now);
      ours = [typedIn(theirs)];
      if (isSame(typedIn(form), ours[0])) settle(typedIn(form), now);
      else later(0);
      return;
    }
    isStopped = true;
    takeVersion(form, refusal);
    notice.conflict(refusal.querySelector(".conflict"));
  };

  form.addEventListener("input", () => {
    if (!isStopped) later(PAUSE);
  });
  addEventListener("online", () => {
    if (timer !== undefined && !isStopped) later(0);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (onItsWay === null) return;
    event.preventDefault();
    onItsWay.then(() => form.requestSubmit());
  });
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

function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

/** What the page that refused it says: at the field, or above the page. */
function reasonOf(form: HTMLFormElement, page: Document): string {
  const said = sameForm(form, page)?.querySelector(".emsg") ?? page.querySelector(".err li, .err p");
  return (said?.textContent ?? "look at the form again").replace(/^Error: /, "");
}
