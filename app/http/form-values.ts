/** What a form held when it was sent, by field name: kept so that nothing that was typed is lost. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** What is wrong, in words, by field name; under "" what concerns the whole form. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Somebody saved the record first: who, when, and what stands there now by field name. */
export type StaleRecord = {
  by: string;
  at: string;
  version: number;
  theirs: FormValues;
};

/** The answer of an action that changed nothing. */
export type RefusedForm = { values: FormValues; errors: FieldErrors; stale: StaleRecord | null };

/** The value of a field: what was typed, or else the given one. */
export function typedValue(values: FormValues | null | undefined, name: string, otherwise: string): string {
  return values?.[name]?.[0] ?? otherwise;
}

/** The values of a field that may be there several times (check boxes): what was ticked, or else the given ones. */
export function typedValues(
  values: FormValues | null | undefined,
  name: string,
  otherwise: readonly string[],
): readonly string[] {
  return values ? (values[name] ?? []) : otherwise;
}

/** Whether what was chosen is among what is offered; nothing chosen is. */
export function isOffered(options: readonly { value: string }[], chosen: string | null): boolean {
  return chosen === null || options.some(({ value }) => value === chosen);
}

/** One of a list to choose from. */
export type Option = { value: string; label: string; hint?: string };

/** A record of the campaign as it stands in a list to choose from. */
export function namedOption({ id, name }: { id: string; name: string }): Option {
  return { value: id, label: name };
}

/** The list, and of what a record has already that which the list offers no more. */
export function withPresent(offered: readonly Option[], present: readonly Option[]): Option[] {
  return [...offered, ...present.filter(({ value }) => !isOffered(offered, value))];
}
