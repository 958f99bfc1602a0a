import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { loadBuild } from "#app/server/build.ts";
import { formatAsOf } from "#app/time/as-of.ts";
import { weekdayName, writtenDay } from "#app/time/calendar-date.ts";
import { MONTHS } from "#app/time/format.ts";
import { system, unsent } from "../support/author.ts";
import { builtRoutes } from "../support/built-routes.ts";
import { DEMO_CAMPAIGN, DEMO_NOW, type Demo, emailOf, type Person, startedDemo } from "../support/demo.ts";
import { everyPage, recordsByName, withRecords } from "../support/every-page.ts";
import { cookieOf, openPage } from "../support/signed-in.ts";

const PATIENCE = 600_000;
const PEOPLE: readonly Person[] = ["officer", "administrator"];
const NEXT_YEAR = 2027;
const FULL_MONTH = MONTHS.join("|");
const MONTH = MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join("|");
const DAY = new RegExp(`\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* (\\d{1,2}) (${MONTH})\\b(?!,? \\d{4})`, "g");
/** "9 to 13 November", "28 December 2026 to 1 January 2027": a period has no weekdays, and its years where it has two. */
const PERIOD = new RegExp(
  `(?<!\\d)\\d{1,2}(?: (?:${FULL_MONTH})(?: (\\d{4}))?)? to \\d{1,2} (?:${FULL_MONTH})\\b(?: (\\d{4}))?`,
  "g",
);
const WITHOUT_WEEKDAY = new RegExp(
  `(?<!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* )(?<![\\d:.,–-])\\d{1,2} (?:${MONTH})\\b(?: \\d{4})?`,
  "g",
);
const THIS_YEAR = new RegExp(`(?<![\\d:.,–-])\\d{1,2} (?:${MONTH}) ${DEMO_NOW.getUTCFullYear()}\\b`, "g");
const ISO = /(?<![\w/.-])\d{4}-\d\d-\d\d(?!\w)/g;

let demo: Demo;
let paths: string[];
/** What people typed, as one text; and the days of the sources and facts that are cited. */
let typed: string;
let cited: ReadonlySet<string>;

beforeAll(async () => {
  demo = await startedDemo();
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  const { read } = demo.database;
  const names = await recordsByName(read, DEMO_CAMPAIGN);
  const texts = builtRoutes(build).flatMap(({ isPage, loader, path }) =>
    !isPage && loader !== null && /\.(md|txt)$|e-mail$/.test(path) ? [withRecords(path, names)] : [],
  );
  typed = spaced((await stored(read)).join(" "));
  const proofs = await read.selectFrom("proof_point").select("as_of as day").execute();
  const sources = await read.selectFrom("source").select("published_on as day").execute();
  cited = new Set([...proofs, ...sources].flatMap(({ day }) => (day === null ? [] : [formatAsOf(day)])));
  const here = `/c/${DEMO_CAMPAIGN}`;
  const list = async (table: "outreach_event" | "talking_points", to: string) =>
    (await read.selectFrom(table).select("id").where("campaign_id", "=", DEMO_CAMPAIGN).execute()).flatMap(
      ({ id }) =>
        ["", ...(to === "events" ? ["/brief", "/move"] : [])].map((page) => `${here}/${to}/${id}${page}`),
    );
  paths = [
    ...(await everyPage(build, read, DEMO_CAMPAIGN)),
    ...["year", "month", "agenda"].map((view) => `${here}/calendar?view=${view}`),
    ...["contacts?show=ended", "proof-points?show=review", "audiences?sort=name"].map(
      (list) => `${here}/${list}`,
    ),
    ...texts,
    ...(await list("outreach_event", "events")),
    ...(await list("talking_points", "talking-points")),
  ];
}, PATIENCE);

/** Every text of the database. */
async function stored(read: Demo["database"]["read"]): Promise<string[]> {
  const tables = await sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'table'`.execute(
    read,
  );
  const rows = await Promise.all(
    tables.rows
      .filter(({ name }) => !/search/.test(name))
      .map(({ name }) => sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(read)),
  );
  return rows.flatMap((of) =>
    of.rows.flatMap((row) => Object.values(row).filter((one) => typeof one === "string")),
  );
}

function spaced(text: string): string {
  return text
    .replaceAll(/&#x27;/g, "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll(/\\n|\s+/g, " ");
}

/** The days that are found and that nobody typed, nor are those of a source, nor the example beside a field. */
function notTyped(words: string, of: RegExp): string[] {
  const plain = spaced(words);
  return [...plain.matchAll(of)].flatMap((at) => {
    const before = plain.slice(Math.max(0, at.index - 12), at.index);
    const after = plain.slice(at.index + at[0].length, at.index + at[0].length + 12);
    const isTyped = typed.includes(before + at[0]) || typed.includes(at[0] + after);
    const isExample = /(?:example,?|like|or) $/.test(before);
    return isTyped || isExample || cited.has(at[0]) ? [] : [withContext(plain, at)];
  });
}

/** What a reader sees of an answer: no tags, scripts, addresses, nor what stands in a field. */
function seen(html: string): string {
  return html
    .replaceAll(/<(script|style|textarea|code|svg|del)\b.*?<\/\1>/gs, "")
    .replaceAll(
      /<ol class="history">.*?<\/ol>|<figure class="course">.*?<\/figure>|<table class="year-table">.*?<\/table>/gs,
      "",
    )
    .replaceAll(/<(b|i|em|strong|q|span|time|a)\b[^>]*>|<\/(b|i|em|strong|q|span|time|a)>/g, "")
    .replaceAll(/<[^>]*>/g, "\n")
    .replaceAll(/https?:\S+/g, "");
}

async function cookiesAt(at: Date): Promise<string[]> {
  demo.setNow(at);
  const { read } = demo.database;
  const accounts = await read.selectFrom("account").select(["id", "email"]).execute();
  const ids = PEOPLE.map((person) => accounts.find(({ email }) => email === emailOf(person))?.id ?? "");
  return Promise.all(ids.map((id) => cookieOf(demo.database, demo.address, id, at)));
}

/** What is found in the words of each page, as the first of these people sees it who may. */
async function found(at: Date, look: (words: string) => readonly string[]): Promise<string[]> {
  const cookies = await cookiesAt(at);
  const all: string[] = [];
  let answered = 0;
  for (const path of paths) {
    for (const cookie of cookies) {
      const { status, text } = await openPage(demo.address, path, cookie);
      if (status !== 200) continue;
      answered += 1;
      all.push(...look(seen(text)).map((one) => `${path}: ${one}`));
      break;
    }
  }
  expect(answered).toBeGreaterThan(100);
  return all;
}

function withContext(words: string, at: RegExpExecArray): string {
  return words.slice(Math.max(0, at.index - 40), at.index + at[0].length + 20).replaceAll(/\s+/g, " ");
}

/** Days without a year whose weekday is not that of the year in which they are read. */
function ofAnotherYear(words: string): string[] {
  return [...words.matchAll(DAY)].flatMap((at) => {
    const [, weekday = "", day = "", month = ""] = at;
    const number = MONTHS.findIndex((name) => name.startsWith(month)) + 1;
    const date = writtenDay(NEXT_YEAR, number, Number(day));
    return weekdayName(date).startsWith(weekday) ? [] : [withContext(words, at)];
  });
}

test("no page and no text tells a date in digits and dashes", { timeout: PATIENCE }, async () => {
  const look = (words: string) => [...words.matchAll(ISO)].map((at) => withContext(words, at));
  expect(await found(DEMO_NOW, look)).toEqual([]);
});

test("a day and its month stand with their weekday", { timeout: PATIENCE }, async () => {
  expect(await found(DEMO_NOW, (words) => notTyped(words.replaceAll(PERIOD, ""), WITHOUT_WEEKDAY))).toEqual(
    [],
  );
});

test("no day of this year stands with it", { timeout: PATIENCE }, async () => {
  const look = (words: string) =>
    notTyped(
      words.replaceAll(PERIOD, (period, one, other) => (one !== undefined && one !== other ? "" : period)),
      THIS_YEAR,
    );
  const without = await found(DEMO_NOW, look);
  expect(without.filter((one) => !HEAD.test(one))).toEqual([]);
});

/** The head of what leaves, and the foot of a printed page: by whom and when. */
const HEAD = /(Printed|Copy taken|Made|Saved) by |As things stood on |: review of |Version \d+, |Review of /;

/** What was written down on its own day, which stands above it with its year: a cable, a review, the line of a copy. */
const KEPT = /\/correspondence\/\w+(\.txt)?: |\/reviews\/\w+: |\/copies: /;
/** And when the event is and what was promised, in the text of its paper. */
const KEPT_IN_PAPER =
  /\/talking-points\/.*(day \d{1,2} \p{L}+, \d\d:\d\d to \d\d:\d\d in |\(to [^)]*, due \w+ \d{1,2} \w+[,)])/u;

const TIME = /(?<![\d:])([01]?\d|2[0-3]):[0-5]\d(?!\d)/;
const CITY = /Washington|Prague|Brussels|WAS|PRG|local time/;
/** In the day of a hold, whose heading names both clocks; in the columns of a visit and in an old field, which are narrow. */
const UNDER_A_HEADING = /\d\d:\d\d \d\d:\d\d(?=\D)|^\d\d:\d\d$/;
/** What is typed, as the hint of a field shows it, and what somebody of the sample wrote. */
const TYPED = /for example|^SFRC staff, tue|A line on the Czech budget, by|Same day, 15:30 \(21:30\)/;

/** Clock times with no city beside them, nor in the line under them, where the other clock stands. */
function ofNoClock(words: string): string[] {
  const lines = words.split(/\n+/).map((line) => line.trim());
  return lines.filter(
    (line, index) =>
      TIME.test(line) &&
      !CITY.test(`${line}\n${lines[index + 1] ?? ""}`) &&
      !UNDER_A_HEADING.test(line) &&
      !TYPED.test(line),
  );
}

test("no clock time stands without its city or its pair", { timeout: PATIENCE }, async () => {
  expect(await found(DEMO_NOW, ofNoClock)).toEqual([]);
});

test("in January every day of the year before stands with its year, but for what was kept", {
  timeout: PATIENCE,
}, async () => {
  const january = new Date(`${NEXT_YEAR}-01-12T15:00:00.000Z`);
  const without = await found(january, ofAnotherYear);
  expect(without.filter((one) => !KEPT.test(one) && !KEPT_IN_PAPER.test(one))).toEqual([]);
});

/** What is a midnight: of a run, of a history in its fields, of a time that is another hour in Washington. */
const MIDNIGHT_MEANT =
  /parameters: .*00:00 \(06:00 in Prague\)|(Begins|Ends|Starts at|Ends at) |[1-9]:\d\d in Washington, .*00:00 in Prague/;

test("of events that take whole days no page tells a midnight", { timeout: PATIENCE }, async () => {
  const { database } = demo;
  const { read } = database;
  const events = await read
    .selectFrom("outreach_event")
    .select(["id", "day", "zone"])
    // What stands in a programme has its hour.
    .where("id", "not in", read.selectFrom("visit_item").select("outreach_event_id"))
    .execute();
  await database.change(system, unsent, async (change) => {
    for (const { id, day, zone } of events) {
      const { wallStart, wallEnd, startsAt, endsAt } = wholeDays(day, day, zone);
      const walls = { wall_start: wallStart, wall_end: wallEnd, is_all_day: 1 } as const;
      const instants = { starts_at: startsAt.toISOString(), ends_at: endsAt.toISOString() };
      await change.update("outreach_event", id, { ...walls, ...instants }, null);
    }
    const all = { recordKind: "outreach event", recordId: "all", action: "moved" } as const;
    await change.describe({ ...all, summary: "Moved all", location: "/" });
    return { ok: true };
  });
  const midnight = (words: string) => [...words.matchAll(/\b00:00\b/g)].map((at) => withContext(words, at));
  const told = await found(DEMO_NOW, midnight);
  expect(told.filter((one) => !MIDNIGHT_MEANT.test(one))).toEqual([]);
});
