/** Buttons that print the page; without this script they stay hidden, since only the browser's own menu could. */
export function offerPrinting(): void {
  for (const button of document.querySelectorAll<HTMLElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  const records = document.querySelector<HTMLFormElement>("form[data-records-printing]");
  if (records !== null) addEventListener("beforeprint", () => recordPrinting(records));
  if (document.querySelector("[data-print-now]") !== null) addEventListener("load", () => print());
}

/** A page that is printed from the browser's menu is on record like one that is printed by its button. */
function recordPrinting(form: HTMLFormElement): void {
  const sending = { method: "POST", body: new FormData(form), redirect: "manual", keepalive: true } as const;
  // A record that does not get through must not stop the printing.
  fetch(form.action, sending).catch(() => undefined);
}

/** Buttons that copy what stands in a field; without this script they stay hidden, and the field is selected by hand. */
export function offerCopying(): void {
  for (const button of document.querySelectorAll<HTMLElement>("button[data-copy]")) {
    const field = document.getElementById(button.dataset.copy ?? "");
    if (!(field instanceof HTMLTextAreaElement)) continue;
    button.hidden = false;
    button.addEventListener("click", () => copy(field, button));
  }
}

/** On http, where the clipboard is not to be had, the text is selected, so that Ctrl C copies it. */
async function copy(field: HTMLTextAreaElement, button: HTMLElement): Promise<void> {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Selected: press Ctrl C";
  }
}
