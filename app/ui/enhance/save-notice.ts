/** Says at the foot of a form what became of its words. */
export type SaveNotice = {
  say(words: string): void;
  saved(): void;
  /** Lays both texts over the form; pressing Save keeps mine. */
  conflict(both: Element | null): void;
};

export function saveNotice(form: HTMLFormElement): SaveNotice {
  const line = document.createElement("p");
  line.className = "note save-notice";
  const words = document.createElement("span");
  words.setAttribute("role", "status");
  line.append(words);
  form.append(line);
  const back = putBackButton(form);
  return {
    say(text) {
      words.textContent = text;
    },
    saved() {
      words.textContent = `Saved ${clockNow()}. `;
      if (back.parentNode === null) line.append(back);
    },
    conflict(both) {
      words.textContent = "Not saved: someone else changed this. Press Save to keep yours.";
      if (both !== null) form.before(document.adoptNode(both));
    },
  };
}

/** Puts back what stood in the form when the page was opened; that is saved like anything typed. */
function putBackButton(form: HTMLFormElement): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "linklike";
  button.textContent = "Restore the earlier text";
  const fields = [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input[type=text]"),
  ];
  const before = fields.map((field) => field.defaultValue);
  button.addEventListener("click", () => {
    for (const [index, field] of fields.entries()) field.value = before[index] ?? field.value;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return button;
}

/** The time on the first clock of the frame: Washington's. */
function clockNow(): string {
  const zone = document.querySelector<HTMLElement>("[data-clock]")?.dataset.clock;
  const at = { hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-GB", zone === undefined ? at : { ...at, timeZone: zone }).format(
    new Date(),
  );
}
