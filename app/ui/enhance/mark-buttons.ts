import { type MarkToPut, putMark } from "./put-mark.ts";

const BUTTONS = [
  { label: "Bold", key: "b", put: { mark: "**" } },
  { label: "Italic", key: "i", put: { mark: "*" } },
  { label: "Link", key: null, put: { mark: "link" } },
] as const;

/** Buttons over each field whose text has marks (`data-marks`): they put in what could be typed. */
export function offerMarks(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-marks]")) {
    field.before(groupFor(field));
    field.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const button = BUTTONS.find(({ key }) => key === event.key.toLowerCase());
      if (button === undefined) return;
      event.preventDefault();
      put(field, button.put);
    });
  }
}

function groupFor(field: HTMLTextAreaElement): HTMLElement {
  const group = document.createElement("div");
  group.className = "mark-buttons";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Marks");
  for (const { label, key, put: mark } of BUTTONS) {
    const button = buttonFor(label, () => put(field, mark));
    if (key !== null) {
      button.title = `Ctrl ${key.toUpperCase()}`;
      button.setAttribute("aria-keyshortcuts", `Control+${key.toUpperCase()}`);
    }
    group.append(button);
  }
  group.append(...footnoteChooser(field));
  return group;
}

function buttonFor(label: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", press);
  return button;
}

/** The proof points of the page's list, and a button that cites the chosen one where the cursor is. */
function footnoteChooser(field: HTMLTextAreaElement): readonly HTMLElement[] {
  const known = document.querySelectorAll<HTMLOptionElement>("#proof-points option");
  if (known.length === 0) return [];
  const chooser = document.createElement("select");
  chooser.setAttribute("aria-label", "Proof point");
  for (const { value, textContent } of known) chooser.append(new Option(`${value}. ${textContent}`, value));
  const cite = buttonFor("Footnote", () => put(field, { mark: "footnote", code: chooser.value }));
  return [chooser, cite];
}

function put(field: HTMLTextAreaElement, mark: MarkToPut): void {
  const { value: text, selectionStart: start, selectionEnd: end } = field;
  const after = putMark({ text, start, end }, mark);
  field.focus();
  field.select();
  // Typed in, so that the browser's own Undo takes it back.
  if (!document.execCommand("insertText", false, after.text)) {
    field.value = after.text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.setSelectionRange(after.start, after.end);
}
