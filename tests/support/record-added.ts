import { sql } from "kysely";
import type { Field } from "#app/http/record.ts";
import { type Demo, demoCookie } from "./demo.ts";
import { contentOf, type Entry, formWith, othersOf, type Place, type Try } from "./field-by-field.ts";
import { openPage, sendForm } from "./signed-in.ts";

/** Where a record is added that is never edited: its pages, or "" for the one that the browser is sent to. */
export type PlaceOfAdding = Pick<Place, "form" | "pages" | "person" | "always"> & {
  /** What a field is given that cannot have any value. */
  given?: Readonly<Record<string, string>>;
  /** Fields that say what is meant, and are kept nowhere. */
  unkept?: Readonly<Record<string, string>>;
};

const MOST_TURNS = 12;

/** Adds the record with a value of its own in each field, and says which of them are kept or read nowhere. */
export async function tryAdding(
  demo: Demo,
  fields: readonly Field[],
  place: PlaceOfAdding,
): Promise<string[]> {
  const cookie = await demoCookie(demo, place.person ?? "clearer");
  const form = await formWith((path) => openPage(demo.address, path, cookie), place.form, fields);
  const triesFor = (field: Field): readonly Try[] => {
    const given = place.given?.[field.name];
    if (given !== undefined) return [{ entries: [[field.name, given]], mark: null }];
    const others = othersOf(field, form);
    const present = form.entries.filter(([name]) => name === field.name);
    return others.length > 0 ? others : [{ entries: present, mark: null }];
  };
  const tries = new Map(fields.map((field) => [field.name, triesFor(field)]));
  const turns = new Map<string, number>();
  const tryOf = (name: string): Try | undefined => tries.get(name)?.[turns.get(name) ?? 0];
  const names = [...tries.keys(), ...(place.always ?? []).map(([name]) => name)];
  const rest = form.entries.filter(([name]) => !names.includes(name));
  let said = "";
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const entries: Entry[] = [
      ...rest,
      ...(place.always ?? []),
      ...fields.flatMap(({ name }) => tryOf(name)?.entries ?? []),
    ];
    const { status, headers, text } = await sendForm(demo.address, form.action, cookie, entries);
    if (status === 303) {
      const pages = place.pages.map((path) => (path === "" ? String(headers.location) : path));
      const read = await Promise.all(
        pages.map(async (path) => contentOf((await openPage(demo.address, path, cookie)).text)),
      );
      const kept = await newestRows(demo);
      return fields.flatMap(({ name, column }) => {
        const mark = tryOf(name)?.mark ?? null;
        const isRead = mark === null || read.some((page) => page.includes(mark));
        const isKept =
          place.unkept?.[name] !== undefined || kept.some((row) => (row[column] ?? null) !== null);
        return [...(isRead ? [] : [`${name}: page`]), ...(isKept ? [] : [`${name}: kept nowhere`])];
      });
    }
    said = contentOf(/There is a problem.*?<\/ul>/s.exec(text)?.[0] ?? String(status));
    const wrong = [...text.matchAll(/<(?:input|textarea|select)\b[^>]*aria-invalid="true"[^>]*>/g)].map(
      ([control]) => /\bname="([^"]*)"/.exec(control)?.[1] ?? "",
    );
    for (const name of wrong) turns.set(name, (turns.get(name) ?? 0) + 1);
    if (wrong.length === 0) break;
  }
  return [`was not added: ${said}`];
}

/** What the newest change wrote. */
async function newestRows({ database }: Demo): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ after: string | null }>`
    SELECT after_json AS after FROM change_row
    WHERE change_id = (SELECT id FROM change ORDER BY rowid DESC LIMIT 1)`.execute(database.read);
  return rows.map(({ after }) => JSON.parse(after ?? "{}"));
}
