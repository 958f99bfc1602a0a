import type { Page } from "playwright-core";

/** A form of a page as a browser without script sends it: where to, what, and in which fields somebody types. */
export type PageForm = { action: string; entries: [name: string, value: string][]; typed: string[] };

/** The forms of a page that change something. Hidden fields, choices and what stands in the fields are as they are. */
export function formsOf(browser: Page, html: string, path: string): Promise<PageForm[]> {
  return browser.evaluate(
    ({ html, path }) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      const forms = [...page.querySelectorAll("form")].filter(({ method }) => method === "post");
      return forms.map((form) => {
        const entries: [string, string][] = [];
        const typed: string[] = [];
        for (const control of form.elements) {
          const name = control.getAttribute("name") ?? "";
          if (name === "" || control.matches("fieldset, :disabled")) continue;
          if (control instanceof HTMLSelectElement) {
            for (const option of control.selectedOptions) entries.push([name, option.value]);
          } else if (control instanceof HTMLTextAreaElement) {
            entries.push([name, control.value]);
            typed.push(name);
          } else if (control instanceof HTMLInputElement) {
            if (/^(checkbox|radio)$/.test(control.type) && !control.checked) continue;
            if (/^(file|submit|button|image|reset)$/.test(control.type)) continue;
            entries.push([name, control.value]);
            if (!/^(hidden|checkbox|radio)$/.test(control.type)) typed.push(name);
          }
        }
        return { action: form.getAttribute("action") ?? path, entries, typed: [...new Set(typed)] };
      });
    },
    { html, path },
  );
}

/** What a refused page says at a field; null where it says nothing there. */
export function errorAt(browser: Page, html: string, name: string): Promise<string | null> {
  return browser.evaluate(
    ({ html, name }) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      const wrong = [...page.querySelectorAll("[aria-invalid=true]")].filter(
        (control) => control.getAttribute("name") === name,
      );
      const ids = wrong.flatMap((control) => (control.getAttribute("aria-describedby") ?? "").split(" "));
      const texts = ids
        .filter((id) => id.endsWith("-error"))
        .map((id) => page.getElementById(id)?.textContent);
      return texts.find((text) => text !== undefined && text !== null)?.replace(/^Error: /, "") ?? null;
    },
    { html, name },
  );
}
