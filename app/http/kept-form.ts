/** What a form held when it was sent, by field name: kept so that nothing that was typed is lost. */
export type FormValues = Readonly<Record<string, readonly string[]>>;
