/** After a form was sent, the reader is put where the answer is: the error summary, the conflict or the done notice. */
export function focusWhatMatters(): void {
  const answer = document.querySelector<HTMLElement>("[data-focus]");
  if (answer === null) return;
  answer.focus();
  // A live region speaks when its text changes, not when a page opens with it.
  const text = answer.matches("[role=status]") ? answer.querySelector("span") : null;
  if (text !== null) speakAgain(text);
}

function speakAgain(text: HTMLElement): void {
  const words = text.textContent;
  text.textContent = "";
  requestAnimationFrame(() => {
    text.textContent = words;
  });
}
