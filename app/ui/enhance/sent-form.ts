/** A pressed button says so after 150 ms, the frame after 400; a form on its way is not sent a second time. */
export function showPending(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(() => tellButton(event.submitter), 150);
    setTimeout(() => document.body.classList.add("busy"), 400);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) comeBack();
  });
}

function tellButton(button: HTMLElement | null): void {
  if (!(button instanceof HTMLButtonElement)) return;
  button.dataset.words = button.textContent ?? "";
  button.textContent = button.dataset.pending ?? "Saving…";
  button.setAttribute("aria-disabled", "true");
}

/** A page that Back brings out of the browser's memory is as it was before it was sent, and sends as a new one. */
function comeBack(): void {
  document.body.classList.remove("busy");
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) {
    delete form.dataset.sent;
    const submission = form.elements.namedItem("submission");
    if (submission instanceof HTMLInputElement) submission.value = crypto.randomUUID();
  }
  for (const button of document.querySelectorAll<HTMLElement>("button[data-words]")) {
    button.textContent = button.dataset.words ?? "";
    button.removeAttribute("aria-disabled");
  }
}

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
