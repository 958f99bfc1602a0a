/** A form of a page as a browser would send it: where to, and each field with its value. */
export type FormOfPage = { action: string; fields: readonly FormField[]; controls: readonly Control[] };
export type FormField = { name: string; value: string; isTyped: boolean };
/** One thing that can be sent: every option, box and button is one, chosen (`isOn`) or not; a plain button has no name. */
export type Control = { name: string; kind: string; value: string; isOn: boolean };

/** The forms of a page that are posted. What is typed into an empty field of one line is "Text". */
export function formsOf(html: string, path: string): FormOfPage[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = "", body = ""]) => {
    if (attribute(head, "method") !== "post") return [];
    const action = attribute(head, "action") ?? "";
    return [
      {
        action: new URL(action, `http://x${path}`).href.slice("http://x".length),
        fields: fieldsOf(body),
        controls: controlsOf(body),
      },
    ];
  });
}

function fieldsOf(body: string): FormField[] {
  const inputs = [...body.matchAll(/<input\b([^>]*)>/g)].flatMap(([, head = ""]) => {
    const name = attribute(head, "name");
    const type = attribute(head, "type") ?? "text";
    const isChosen = !["checkbox", "radio"].includes(type) || /\bchecked\b/.test(head);
    if (name === null || !isChosen || type === "file") return [];
    return [{ name, value: attribute(head, "value") ?? "", isTyped: type === "text" }];
  });
  const areas = [...body.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)].flatMap(
    ([, head = "", text = ""]) => {
      const name = attribute(head, "name");
      return name === null ? [] : [{ name, value: decoded(text) || "Text", isTyped: false }];
    },
  );
  const selects = [...body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].flatMap(
    ([, head = "", inner = ""]) => {
      const name = attribute(head, "name");
      const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, option = ""]) => option);
      const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options.at(-1);
      const value = chosen === undefined ? null : attribute(chosen, "value");
      return name === null || value === null ? [] : [{ name, value, isTyped: false }];
    },
  );
  const buttons = [...body.matchAll(/<button\b([^>]*)>/g)].flatMap(([, head = ""]) => {
    const [name, value] = [attribute(head, "name"), attribute(head, "value")];
    return name === null || value === null ? [] : [{ name, value, isTyped: false }];
  });
  return [...inputs, ...areas, ...selects, ...buttons.slice(0, 1)];
}

function controlsOf(body: string): Control[] {
  const tags = /<(input)\b([^>]*?)\/?>|<(textarea|select|button)\b([^>]*)>(.*?)<\/\3>/gs;
  return [...body.matchAll(tags)].flatMap(([, input, inputHead, tag, tagHead, inner = ""]) => {
    const head = inputHead ?? tagHead ?? "";
    const name = attribute(head, "name") ?? (tag === "button" ? "" : null);
    if (name === null || /\bdisabled=""|type="button"/.test(head)) return [];
    const value = attribute(head, "value") ?? "";
    if (tag === "textarea")
      return [{ name, kind: "area", value: decoded(inner).replace(/^\n/, ""), isOn: true }];
    if (tag === "button") return [{ name, kind: "button", value, isOn: false }];
    if (input !== undefined) {
      const kind = attribute(head, "type") ?? "text";
      const isOn = !["checkbox", "radio"].includes(kind) || /\bchecked\b/.test(head);
      return kind === "file" ? [] : [{ name, kind, value, isOn }];
    }
    const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, option = ""]) => option);
    const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options[0];
    return options.map((option) => ({
      ...{ name, kind: "option" },
      ...{ value: attribute(option, "value") ?? "", isOn: option === chosen },
    }));
  });
}

function attribute(head: string, name: string): string | null {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1];
  return value === undefined ? null : decoded(value);
}

function decoded(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
