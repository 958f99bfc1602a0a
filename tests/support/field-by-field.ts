import type { Field } from "#app/http/record.ts";
import { formatDate } from "#app/time/format.ts";
import { conflictOf } from "./conflict-of.ts";
import { type Demo, demoCookie, type Person } from "./demo.ts";
import { type Control, type FormOfPage, formsOf } from "./forms-of.ts";
import type { RawAnswer } from "./raw-http.ts";
import { openPage, sendForm } from "./signed-in.ts";
import { wordsOfAnswer } from "./words-of-answer.ts";

export type Entry = readonly [name: string, value: string];
type ByField<Said> = Readonly<Record<string, Said>>;

/** Where the form of a record stands, and everything in which each of its fields has to be found. */
export type Place = {
  form: string;
  /** Where its facts are read: without the history, and without forms but where the page is the form. */
  pages: readonly string[];
  /** The page with its history; null where its changes are told nowhere. */
  history: string | null;
  person?: Person;
  /** What leaves the house of it: addresses by the names that a field's `leaves` has. */
  documents?: ByField<string>;
  /** The form of another time of its series, which follows unless a field is `ofOneTime`. */
  series?: string;
  /** What is sent along with every field: how far an edit reaches. */
  always?: readonly Entry[];
  /** What a field cannot be saved without. */
  with?: ByField<readonly Entry[]>;
  /** The field that keeps what is typed here: a conflict tells that one. */
  keptIn?: ByField<string>;
  /** What the history calls a field where it is not its label. */
  called?: ByField<string>;
  /** What cannot be, by field, and why. */
  not?: ByField<{ page?: string; history?: string; conflict?: string; form?: string }>;
};

/** A value to try; `mark` is looked for, where it is a text of our own. */
export type Try = { entries: readonly Entry[]; mark: string | null };

/** Changes each field of a form by itself, each by its form, and says where it is not found again. */
export async function tryEachField(demo: Demo, fields: readonly Field[], place: Place): Promise<string[]> {
  const cookie = await demoCookie(demo, place.person ?? "clearer");
  const open = (path: string) => openPage(demo.address, path, cookie);
  const send = (action: string, entries: readonly Entry[]) => sendForm(demo.address, action, cookie, entries);
  const faults: string[] = [];
  let before = await seenOf(place, open);
  for (const field of fields.filter(({ name }) => place.not?.[name]?.form === undefined)) {
    const form = await formWith(open, place.form, fields);
    const other = async () =>
      place.series === undefined
        ? ""
        : String(valuesIn(await formWith(open, place.series, fields), field.name));
    const wasInSeries = await other();
    const taken = await sendAnother(send, form, field, place);
    if (typeof taken === "string") {
      faults.push(`${field.name} was not saved: ${taken}`);
      continue;
    }
    const after = await seenOf(place, open);
    const late = await send(form.action, lateEntries(form, field, place));
    const found = missed(field, place, { before, after, mark: taken.mark });
    if (!isInConflict(field, fields, place, late)) found.push("conflict");
    if (place.series !== undefined && ((await other()) === wasInSeries) !== (field.ofOneTime ?? false))
      found.push(field.ofOneTime ? "carried on in its series" : "series");
    faults.push(...found.map((where) => `${field.name}: ${where}`));
    before = after;
  }
  return faults;
}

type Seen = { pages: string[]; newest: string; documents: Map<string, string> };
type Open = (path: string) => Promise<RawAnswer>;

async function seenOf(place: Place, open: Open): Promise<Seen> {
  const opened = new Map<string, RawAnswer>();
  for (const path of new Set([...place.pages, ...(place.history === null ? [] : [place.history])]))
    opened.set(path, await open(path));
  const documents = new Map<string, string>();
  for (const [name, path] of Object.entries(place.documents ?? {}))
    documents.set(name, contentOf(await wordsOfAnswer(await open(path))));
  return {
    pages: place.pages.map((path) => factsOf(opened.get(path)?.text ?? "", path, place)),
    newest: newestChange(opened.get(place.history ?? "")?.text ?? ""),
    documents,
  };
}

/** In what a changed field is not told, or is told though nobody outside shall read it. */
function missed(
  field: Field,
  place: Place,
  { before, after, mark }: { before: Seen; after: Seen; mark: string | null },
): string[] {
  const tells = (was: string | undefined, is: string) => is !== was && (mark === null || is.includes(mark));
  const not = place.not?.[field.name];
  const found: string[] = [];
  if (not?.page === undefined && !after.pages.some((text, at) => tells(before.pages[at], text)))
    found.push("page");
  const called = place.called?.[field.name] ?? field.label;
  if (place.history !== null && not?.history === undefined) {
    const isTold = after.newest.includes(called) && (mark === null || after.newest.includes(mark));
    if (!isTold || after.newest === before.newest) found.push(`history as “${called}”: ${after.newest}`);
  }
  for (const [name, text] of after.documents) {
    const leaves: readonly string[] = field.leaves ?? [];
    if (tells(before.documents.get(name), text) !== leaves.includes(name))
      found.push(leaves.includes(name) ? name : `told in the ${name}`);
  }
  return found;
}

/** The form as it was opened before the field was saved, sent after. */
function lateEntries({ entries }: Opened, { name: field }: Field, place: Place): Entry[] {
  const along = place.with?.[field] ?? [];
  return [
    ...entries
      .filter(([name]) => !along.some(([other]) => other === name))
      .map(([name, value]) => [name, name === "submission" ? `${value}2` : value] as const),
    ...along,
  ];
}

/** Whether a form that was opened before somebody saved the field is told so, and of which field. */
function isInConflict(field: Field, fields: readonly Field[], place: Place, late: RawAnswer): boolean {
  if (place.not?.[field.name]?.conflict !== undefined) return true;
  const kept = place.keptIn?.[field.name] ?? field.name;
  const label = fields.find(({ name }) => name === kept)?.label ?? "";
  const sides = conflictOf(late.text)[label];
  return late.status === 409 && sides !== undefined && sides[0] !== sides[1];
}

type Send = (action: string, entries: readonly Entry[]) => Promise<RawAnswer>;

/** Saves the form with another value of the field; where none is taken, what was said of the last. */
async function sendAnother(send: Send, form: Opened, field: Field, place: Place): Promise<Try | string> {
  const along = [...(place.always ?? []), ...(place.with?.[field.name] ?? [])];
  const replaced = new Set([field.name, ...along.map(([name]) => name)]);
  const rest = form.entries.filter(([name]) => !replaced.has(name));
  let said = "there is nothing else to choose";
  for (const one of othersOf(field, form)) {
    const entries = [...rest, ...along, ...one.entries];
    let answer = await send(form.action, entries);
    // What speaks against an event is shown once.
    const shown = /name="seen" value="([^"]+)"/.exec(answer.text)?.[1];
    if (answer.status === 409 && shown !== undefined)
      answer = await send(form.action, [...entries.filter(([name]) => name !== "seen"), ["seen", shown]]);
    if (answer.status === 303) return one;
    said = contentOf(/There is a problem.*?<\/ul>/s.exec(answer.text)?.[0] ?? String(answer.status));
  }
  return said;
}

/** Other values for a field than it has, by its control, the most telling first. */
export function othersOf(field: Field, form: Opened): Try[] {
  const { name, control } = field;
  const now = valuesIn(form, name);
  const own = form.controls.filter((one) => one.name === name);
  const typed = (values: readonly string[], mark: string | null = null): Try[] =>
    values.filter((value) => !now.includes(value)).map((value) => ({ entries: [[name, value]], mark }));
  switch (control) {
    case "line":
    case "text": {
      const mark = `zq${name.toLowerCase()}`;
      const texts = [
        `A word ${mark}`,
        `https://${mark}.example/`,
        `${mark}@demarche.example`,
        `Word ${mark} = 17 (2025)`,
      ];
      return [
        ...typed(texts, mark),
        ...typed(["16:10", "47", "17", "3", "Europe/Vienna", "16 Dec 2026", "15 Dec 2026", "31 Dec 2026: 2"]),
      ];
    }
    case "day":
      return typed(
        (["2026-12-15", "2026-11-09", "2026-11-10", "2027-03-05", "2029-03-05"] as const).map(formatDate),
      );
    case "as of":
      return typed(["Mar 2019"]);
    case "tick":
      return [{ entries: now.length > 0 ? [] : [[name, "on"]], mark: null }];
    case "ticks":
    case "tick list": {
      const more = own.find(({ isOn }) => !isOn);
      const chosen = more === undefined ? now.slice(1) : [...now, more.value];
      return [{ entries: chosen.map((value) => [name, value] as const), mark: null }];
    }
    default:
      return typed(
        own
          .map(({ value }) => value)
          .filter((value) => value !== "")
          .toReversed(),
      );
  }
}

type Opened = { action: string; entries: Entry[]; controls: readonly Control[] };

/** The form of a page that asks for most of these fields, as a browser would send it untouched. */
export async function formWith(open: Open, path: string, fields: readonly Field[]): Promise<Opened> {
  const { status, text } = await open(path);
  const names = new Set(fields.map(({ name }) => name));
  const asked = ({ controls }: FormOfPage) =>
    new Set(controls.map(({ name }) => name).filter((name) => names.has(name))).size;
  const [form] = formsOf(text, path).toSorted((one, other) => asked(other) - asked(one));
  if (form === undefined || asked(form) === 0) throw new Error(`${path} has no such form: ${status}`);
  const { action, controls } = form;
  const sent = controls.filter(({ isOn, name }) => isOn && name !== "");
  return { action, entries: sent.map(({ name, value }) => [name, value] as const), controls };
}

function valuesIn({ entries }: Opened, field: string): string[] {
  return entries.filter(([name]) => name === field).map(([, value]) => value);
}

/** What a page says; where the page is the form, what stands in its fields. */
function factsOf(html: string, path: string, { form, history }: Place): string {
  const page = html.slice(html.indexOf("<main"));
  const main = path === history ? page.replace(/(.*)<ol class="history">.*?<\/ol>/s, "$1") : page;
  if (path === form)
    return JSON.stringify(
      formsOf(main, "/").flatMap(({ controls }) => controls.filter(({ kind }) => kind !== "hidden")),
    );
  return contentOf(main.replaceAll(/<form\b.*?<\/form>/gs, ""));
}

/** The newest change of a history, without what it took away. */
function newestChange(html: string): string {
  const newest = /.*<ol class="history"><li>(.*?)<\/li>/s.exec(html)?.[1] ?? "";
  return contentOf(newest.replaceAll(/<del>.*?<\/del>/gs, "").replaceAll(/<\/?ins>/g, ""));
}

/** The words of a page or a file, without what counts on with every change. */
export function contentOf(text: string): string {
  return text
    .replaceAll(/\r\n[ \t]/g, "")
    .replaceAll(/^(DTSTAMP|LAST-MODIFIED|SEQUENCE).*$/gm, "")
    .replaceAll(/^Version \d+,.*$/gm, "")
    .replaceAll(/<a\b[^>]*href="(http[^"]*)"[^>]*>/g, "$1 ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#x27;", "'")
    .replaceAll(/\s+/g, " ");
}
