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
