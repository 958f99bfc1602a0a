/** What came of a form that was sent in the background, with the page that answered it. */
export type Sent =
  | { outcome: "saved"; page: Document }
  | { outcome: "conflict"; page: Document }
  | { outcome: "refused"; page: Document }
  | { outcome: "signed out" }
  | { outcome: "no connection" };

/** Sends a form as the browser would, and reads the page to which the answer leads. */
export async function sendForm(form: HTMLFormElement, values: URLSearchParams): Promise<Sent> {
  const response = await fetch(addressOf(form), { method: "POST", body: values }).catch(() => null);
  if (response === null || response.status >= 500) return { outcome: "no connection" };
  if (response.status === 401) return { outcome: "signed out" };
  const page = await readPage(response);
  if (response.ok) return { outcome: "saved", page };
  return { outcome: page.querySelector(".conflict") === null ? "refused" : "conflict", page };
}

/** The page as it is now, for a form whose record somebody has changed. */
export async function openPage(form: HTMLFormElement): Promise<Document | null> {
  const response = await fetch(addressOf(form)).catch(() => null);
  return response?.ok ? readPage(response) : null;
}

/** The typed fields of a form, of this page or of one that was read. */
export function typedIn(form: HTMLFormElement): Readonly<Record<string, string>> {
  return Object.fromEntries([...fieldsOf(form)].map((field) => [field.name, field.value]));
}

/** What stood in the fields of a form when the page was opened. */
export function openedIn(form: HTMLFormElement): Readonly<Record<string, string>> {
  return Object.fromEntries([...fieldsOf(form)].map((field) => [field.name, openedValue(field)]));
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldsOf(form: HTMLFormElement): NodeListOf<Field> {
  return form.querySelectorAll<Field>("textarea, input[type=text], select[name]");
}

function openedValue(field: Field): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  return [...field.options].find((option) => option.defaultSelected)?.value ?? field.value;
}

/** The form of the same id on another page. */
export function sameForm(form: HTMLFormElement, page: Document): HTMLFormElement | null {
  const found = page.getElementById(form.id);
  return found instanceof HTMLFormElement ? found : null;
}

function addressOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute("action") ?? "", location.href).pathname;
}

async function readPage(response: Response): Promise<Document> {
  return new DOMParser().parseFromString(await response.text(), "text/html");
}
