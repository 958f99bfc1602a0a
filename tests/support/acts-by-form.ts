import type { BuiltRoute } from "./built-routes.ts";
import { type Control, type FormOfPage, formsOf } from "./forms-of.ts";
import type { RawAnswer } from "./raw-http.ts";

export type Entry = readonly [name: string, value: string];

/** An act as somebody sends it from a page: `name` is its address without its records, with what it does. */
export type Act = { name: string; action: string; entries: Entry[]; controls: readonly Control[] };

/** Who opens pages and sends forms; `isTaken` says whether what was sent last would have been written. */
export type Sender = {
  open(path: string): Promise<RawAnswer>;
  send(action: string, entries: readonly Entry[]): Promise<RawAnswer>;
  isTaken(): boolean;
};

export const ID = /[a-z2-7]{20}/g;

/** Pages of one route that are opened at most, beside the first: their records are in other states. */
const MORE_PAGES = 3;
/** Forms of one name that are tried at most before one is taken. */
const MOST_TRIES = 4;

/** Every act that the pages offer, from these pages on along their links, filled so that it is taken where it can be. */
export async function actsOfPages(
  routes: readonly BuiltRoute[],
  first: readonly string[],
  unseen: readonly Act[],
  sender: Sender,
): Promise<{ taken: Act[]; refused: Act[] }> {
  const taken = new Map<string, Act>();
  const refused = new Map<string, Act & { tries: number }>();
  const routeOf = routesByPath(routes);
  const tryOne = async (act: Act) => {
    const tries = refused.get(act.name)?.tries ?? 0;
    if (taken.has(act.name) || tries === MOST_TRIES) return;
    const entries = await filled(act, sender);
    if (entries === null) refused.set(act.name, { ...act, tries: tries + 1 });
    else taken.set(act.name, { ...act, entries });
  };
  for await (const { path, text } of pagesFrom(routeOf, first, sender)) {
    for (const form of formsOf(text, path)) {
      if (!form.action.startsWith("/c/")) continue;
      for (const act of actsOfForm(form, routeOf(form.action)?.path ?? form.action)) {
        await tryOne(act);
      }
    }
  }
  for (const act of unseen) await tryOne(act);
  return {
    taken: [...taken.values()],
    refused: [...refused.values()].filter(({ name }) => !taken.has(name)),
  };
}

type RouteOf = (path: string) => BuiltRoute | undefined;

function routesByPath(routes: readonly BuiltRoute[]): RouteOf {
  const patterns = routes
    .filter(({ isPage }) => isPage)
    .map((route) => ({ route, pattern: new RegExp(`^${route.path.replaceAll(/:\w+/g, "[\\w-]+")}$`) }));
  return (path) => patterns.find(({ pattern }) => pattern.test(path.split("?")[0] ?? ""))?.route;
}

async function* pagesFrom(routeOf: RouteOf, first: readonly string[], { open }: Sender) {
  const queue = new Set(first);
  const more = new Map<string, number>();
  const [campaign] = /^\/c\/[\w-]+/.exec(first[0] ?? "") ?? [];
  for (const path of queue) {
    const { status, text } = await open(path);
    if (status !== 200) continue;
    yield { path, text };
    for (const [, href = ""] of text.matchAll(/href="(\/c\/[^"#]*)"/g)) {
      const link = href.replaceAll("&amp;", "&");
      const route = routeOf(link)?.path;
      const opened = more.get(route ?? "") ?? 0;
      if (route === undefined || queue.has(link) || opened === MORE_PAGES) continue;
      if (link !== campaign && !link.startsWith(`${campaign}/`)) continue;
      more.set(route, opened + 1);
      queue.add(link);
    }
  }
}

/** The form once for each of its buttons that say what it does. */
function actsOfForm({ action, controls }: FormOfPage, route: string): Act[] {
  const buttons = controls.filter(({ kind }) => kind === "button");
  const said = controls.find(({ name }) => name === "act" || name === "intent")?.value ?? "";
  return (buttons.length === 0 ? [null] : buttons).map((button) => {
    const does = (button?.value || said).replaceAll(ID, ":id");
    const entries = asItIs(controls);
    if (button !== null && button.name !== "") entries.push([button.name, button.value]);
    return { name: `${route} ${does}`.trim(), action, entries, controls };
  });
}

function asItIs(controls: readonly Control[]): Entry[] {
  const isFirst = (control: Control) => {
    const radios = controls.filter(({ kind, name }) => kind === "radio" && name === control.name);
    return radios[0] === control && !radios.some(({ isOn }) => isOn);
  };
  return controls
    .filter((control) => control.isOn || isFirst(control))
    .map(({ name, value }): Entry => [name, value]);
}

/** What is typed, in turn, into a field that the page calls wrong; a figure is another one in each field. */
const TYPED = ["Text", "12 Nov 2026", "10:00", "figure", "45 min", "https://example.org/text", "P1", ""];

function typedInto(name: string, round: number, controls: readonly Control[]): string | undefined {
  const own = controls.filter((one) => one.name === name);
  const isTyped = own.some(({ kind }) => ["text", "area", "search", "email"].includes(kind));
  const values = isTyped ? TYPED : own.map(({ value }) => value).filter((value) => value !== "");
  const value = values[round];
  return value === "figure" ? String(3 + controls.findIndex((one) => one.name === name)) : value;
}

/** The form filled so that it is taken; null where it is not. A page that warns once is answered with a reason. */
async function filled(act: Act, { send, isTaken }: Sender): Promise<Entry[] | null> {
  let entries = act.entries;
  const rounds = new Map<string, number>();
  for (let turn = 0; turn <= TYPED.length; turn += 1) {
    const { status, text } = await send(act.action, entries);
    if (isTaken()) return entries;
    const again = formsOf(text, act.action).find(({ action }) => action === act.action);
    if (again === undefined || ![400, 409].includes(status)) return null;
    const wrong = status === 409 ? act.controls.map(({ name }) => name).filter(isSaid) : wrongFields(text);
    for (const name of wrong) {
      const value = typedInto(name, rounds.get(name) ?? 0, act.controls);
      rounds.set(name, (rounds.get(name) ?? 0) + 1);
      if (value === undefined) return null;
      entries = [...entries.filter(([field]) => field !== name), [name, value]];
    }
    const seen = again.controls.find(({ name }) => name === "seen")?.value;
    if (seen !== undefined) entries = entries.map(([name, value]) => [name, name === "seen" ? seen : value]);
    if (wrong.length === 0) return null;
  }
  return null;
}

/** What a page asks for that calls no field wrong: why one goes ahead, or another wording. */
function isSaid(name: string): boolean {
  return ["goingAheadReason", "reason", "text"].includes(name);
}

function wrongFields(page: string): string[] {
  const controls = page.matchAll(/<(?:input|textarea|select)\b[^>]*aria-invalid="true"[^>]*>/g);
  return [...new Set([...controls].map(([control]) => /\bname="([^"]*)"/.exec(control)?.[1] ?? ""))];
}

/** The act with one record of another campaign in the place of its own: in each part of its address, and in each field. */
export function withAnother(
  { name, action, entries, controls }: Act,
  anotherOf: (own: string) => string | undefined,
): { what: string; action: string; entries: Entry[] }[] {
  const changed: { what: string; action: string; entries: Entry[] }[] = [];
  const replaced = (text: string) => {
    // Among other words a code is only mentioned.
    const words = text.length < 200 && !/[.,;:?!] /.test(text) ? /[\w-]+/g : ID;
    const own = [...text.matchAll(words)].find(([word]) => anotherOf(word) !== undefined);
    if (own === undefined) return null;
    return `${text.slice(0, own.index)}${anotherOf(own[0])}${text.slice(own.index + own[0].length)}`;
  };
  const [campaign = ""] = /^\/c\/[\w-]+/.exec(action) ?? [];
  const places = action.slice(campaign.length).split(/(?<=[/=&?])/);
  for (const [at, place] of places.entries()) {
    const other = replaced(place);
    if (other === null) continue;
    const path = campaign + places.with(at, other).join("");
    changed.push({ what: `${name}: part ${at + 1} of the address`, action: path, entries });
  }
  const seen = new Set<string>();
  const sent = entries.map(([field, value]) => ({ name: field, value, kind: "sent" }));
  for (const control of [...sent, ...controls]) {
    for (const part of ["name", "value"] as const) {
      const other = replaced(control[part]);
      const what = `${name}: ${part} of ${control.name.replaceAll(ID, ":id").replaceAll(/\d+/g, "0")}`;
      if (other === null || seen.has(what) || control.kind === "button") continue;
      seen.add(what);
      const entry: Entry = part === "name" ? [other, control.value] : [control.name, other];
      const kept = part === "name" ? entries : entries.filter(([field]) => field !== control.name);
      changed.push({ what, action, entries: [...kept, entry] });
    }
  }
  return changed;
}
