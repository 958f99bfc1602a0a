/** Buttons that print the page; without this script they stay hidden, since only the browser's own menu could. */
export function offerPrinting(): void {
  for (const button of document.querySelectorAll<HTMLElement>("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}
