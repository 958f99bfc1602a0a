/** The hidden fields, typed text and choices of the forms of a page, as a browser sends them. */
export function fieldsIn(text: string): [string, string][] {
  const form = text.slice(text.indexOf("<main"));
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([input]) => ({
    name: /name="([^"]*)"/.exec(input)?.[1] ?? "",
    value: /value="([^"]*)"/.exec(input)?.[1] ?? "",
    isLeftOut: input.includes('type="checkbox"') && !input.includes("checked"),
  }));
  const areas = [...form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g)].map(
    ([, name = "", value = ""]) => ({
      name,
      value: value.replace(/^\n/, ""),
      isLeftOut: false,
    }),
  );
  const lists = [...form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = "", options = ""]) => {
      const all = options.match(/<option[^>]*>/g) ?? [];
      const chosen = all.find((option) => option.includes("selected")) ?? all[0] ?? "";
      return { name, value: /value="([^"]*)"/.exec(chosen)?.[1] ?? "", isLeftOut: false };
    },
  );
  const fields = [...inputs, ...areas, ...lists].filter(({ name, isLeftOut }) => name !== "" && !isLeftOut);
  return fields.map(({ name, value }) => [name, value]);
}

/** The same fields with another value of one of them. */
export function withField(
  fields: readonly [string, string][],
  name: string,
  value: string,
): [string, string][] {
  return [...fields.filter(([other]) => other !== name), [name, value]];
}
