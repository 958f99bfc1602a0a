import { beforeAll, expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import { DEMO_CAMPAIGN, DEMO_NOW, type Demo, emailOf, type Person, startedDemo } from "../support/demo.ts";
import { everyPage } from "../support/every-page.ts";
import { cookieOf, openPage } from "../support/signed-in.ts";

const PATIENCE = 600_000;
const HERE = `/c/${DEMO_CAMPAIGN}`;

type Act = { words: string; isPrimary: boolean };
/** The acts in the head of each page, as each of these people sees it. */
let heads: Record<"officer" | "clearer" | "reader", Map<string, Act[]>>;
let demo: Demo;

beforeAll(async () => {
  demo = await startedDemo();
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  const { read } = demo.database;
  const all = async (
    table: "talking_points" | "outreach_event" | "correspondence" | "message_hold",
    path: string,
  ) => {
    const rows = await read.selectFrom(table).select("id").where("campaign_id", "=", DEMO_CAMPAIGN).execute();
    return rows.map(({ id }) => `${HERE}/${path}/${id}`);
  };
  const paths = new Set([
    ...(await everyPage(build, read, DEMO_CAMPAIGN)),
    ...(await all("talking_points", "talking-points")),
    ...(await all("outreach_event", "events")),
    ...(await all("correspondence", "correspondence")),
    ...(await all("message_hold", "holds")),
    ...[1, 2, 3].map((number) => `${HERE}/messages/${number}`),
  ]);
  heads = {
    officer: await headsFor("officer", paths),
    clearer: await headsFor("clearer", paths),
    reader: await headsFor("reader", paths),
  };
}, PATIENCE);

async function headsFor(person: Person, paths: ReadonlySet<string>): Promise<Map<string, Act[]>> {
  const { database, address } = demo;
  const account = await database.read
    .selectFrom("account")
    .select("id")
    .where("email", "=", emailOf(person))
    .executeTakeFirstOrThrow();
  const cookie = await cookieOf(database, address, account.id, DEMO_NOW);
  const found = new Map<string, Act[]>();
  for (const path of paths) {
    const { status, text } = await openPage(address, path, cookie);
    if (status === 200) found.set(path, actsIn(text));
  }
  return found;
}

/** The links and buttons of a head in their order, but for those that only lead down the same page of a phone. */
function actsIn(html: string): Act[] {
  const from = html.indexOf('<div class="acts">');
  if (from < 0) return [];
  let depth = 0;
  let to = from;
  for (const { 0: tag, index } of html.slice(from).matchAll(/<div\b|<\/div>/g)) {
    depth += tag === "</div>" ? -1 : 1;
    to = from + index;
    if (depth === 0) break;
  }
  return [...html.slice(from, to).matchAll(/<(button|a)\b([^>]*)>(.*?)<\/\1>/gs)].flatMap(
    ([, , attributes = "", inner = ""]) =>
      attributes.includes("only-narrow")
        ? []
        : [{ words: inner.replaceAll(/<[^>]+>/g, "").trim(), isPrimary: /\bprimary\b/.test(attributes) }],
  );
}

test("the head of a page has one primary act at most, and it stands last", () => {
  const wrong = Object.values(heads).flatMap((pages) =>
    [...pages].filter(
      ([, acts]) => acts.some(({ isPrimary }, index) => isPrimary && index < acts.length - 1), // so no two either
    ),
  );
  expect(heads.officer.size).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test("where a page lets somebody do what a reader may not, its head ends with the primary act", () => {
  const without = (["officer", "clearer"] as const).flatMap((person) =>
    [...heads[person]].flatMap(([path, acts]) => {
      const seen = heads.reader.get(path) ?? [];
      const own = acts.filter(({ words }) => !seen.some((act) => act.words === words));
      return own.length > 0 && acts.at(-1)?.isPrimary !== true ? [`${person} ${path}`] : [];
    }),
  );
  expect(without).toEqual([]);
});

test("what is ready leads to its use: a cleared message is planned, a cleared paper taken along, a letter sent", async () => {
  const { read } = demo.database;
  const letter = await read.selectFrom("correspondence").select("id").executeTakeFirstOrThrow();
  const nextOn = (path: string) => heads.officer.get(`${HERE}/${path}`)?.at(-1);
  expect(nextOn("messages/2")).toEqual({ words: "Plan an event", isPrimary: true });
  expect(nextOn(`correspondence/${letter.id}`)).toEqual({ words: "Word", isPrimary: true });
  expect(nextOn("outcomes")).toEqual({ words: "Log a meeting", isPrimary: true });
  const papers = [...heads.officer].filter(([path]) => /\/talking-points\/\w{20}$/.test(path));
  const ends = papers.map(([, acts]) => acts.at(-1));
  expect(ends).toContainEqual({ words: "Print or download", isPrimary: true });
  expect(ends).toContainEqual({ words: "Send for clearance", isPrimary: true });
});
