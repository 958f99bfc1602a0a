let region: HTMLElement | null = null;

/** Says one sentence politely, and shows it where the page does not show it itself. */
export function say(sentence: string, isShown: boolean): void {
  region ??= document.body.appendChild(makeRegion());
  region.className = isShown ? "move-said" : "vh";
  region.textContent = "";
  const spoken = region;
  requestAnimationFrame(() => {
    spoken.textContent = sentence;
  });
}

/** Takes a sentence that is shown away again. */
export function hush(): void {
  if (region !== null) region.className = "vh";
}

function makeRegion(): HTMLElement {
  const made = document.createElement("p");
  made.setAttribute("role", "status");
  made.className = "vh";
  return made;
}
