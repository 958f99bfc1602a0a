/**
 * Shows what a save has changed on the page around the form: parts with `data-renewed` that speak of the whole record,
 * and those of the form's own piece of it. The other pieces stay as they were opened.
 */
export function renewParts(form: HTMLFormElement, page: Document): void {
  const own = form.closest("[data-piece]");
  for (const part of document.querySelectorAll<HTMLElement>("[data-renewed]")) {
    const piece = part.closest("[data-piece]");
    if (piece !== null && piece !== own) continue;
    const fresh = page.querySelector(`[data-renewed="${CSS.escape(part.dataset.renewed ?? "")}"]`);
    if (fresh !== null) part.replaceWith(document.adoptNode(fresh));
  }
}

/** Shows the parts of a form as another reading of its page has them; the part in which the reader is stays. */
export function renewOutside(form: HTMLFormElement, page: Document): void {
  for (const part of form.querySelectorAll<HTMLElement>("[data-renewed]")) {
    if (part.contains(document.activeElement)) continue;
    const fresh = page.querySelector(`[data-renewed="${CSS.escape(part.dataset.renewed ?? "")}"]`);
    if (fresh !== null && fresh.outerHTML !== part.outerHTML) part.replaceWith(document.adoptNode(fresh));
  }
}
