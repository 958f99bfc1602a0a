import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { queueDueLetters } from "#app/campaign/due-mail/due-letters.server.ts";
import { prepareLetter } from "#app/campaign/due-mail/prepare-letter.server.ts";
import {
  readCampaignCase,
  readReceptionReport,
} from "#app/campaign/effectiveness/reception-report.server.ts";
import { makeFeed } from "#app/campaign/feeds/store.server.ts";
import { readLibrary } from "#app/campaign/messages/library/store.server.ts";
import { loadBuild } from "#app/server/build.ts";
import { actsOfPages, withAnother } from "../support/acts-by-form.ts";
import {
  differing,
  erasureAct,
  everyRow,
  giveOpenMatters,
  HIDDEN_STEPS,
  handOnActs,
  NOT_BROUGHT_TO_AN_END,
  NOT_READ,
  triedSender,
} from "../support/acts-on-another.ts";
import { system, unsent } from "../support/author.ts";
import { type BuiltRoute, builtRoutes } from "../support/built-routes.ts";
import { mayCall } from "../support/callers.ts";
import { DEMO_CAMPAIGN, DEMO_NOW, type Demo, emailOf, type Person, startedDemo } from "../support/demo.ts";
import { recordsByName, withRecords } from "../support/every-page.ts";
import { wordOf } from "../support/only-in-second-campaign.ts";
import {
  addSecondCampaign,
  jsonOf,
  OF_SECOND,
  proseOf,
  SECOND_CAMPAIGN,
  tablesOfCampaigns,
  WITHOUT_HISTORY,
} from "../support/second-campaign.ts";
import { cookieOf, openPage, sendForm } from "../support/signed-in.ts";
import { wordsOfAnswer } from "../support/words-of-answer.ts";

const PEOPLE: readonly Person[] = ["reader", "officer", "clearer", "ministry", "administrator"];

let demo: Demo;
let routes: BuiltRoute[];
let names: Record<string, string>;
const ids = new Map<Person, string>();
const cookies = new Map<Person, string>();
/** What the officer was shown while the first campaign stood alone. */
const alone = new Map<string, string>();
/** What the officer was answered beside the second, on the same pages: compared, and looked through for its words. */
const beside = new Map<string, string>();
/** Addresses where an act stands that the pages of the sample do not offer. */
let openMatters: string[];
/** For each record of the first campaign one of the second. */
let anotherOf: ReadonlyMap<string, string>;

beforeAll(async () => {
  const build = await loadBuild();
  if (build === null) throw new Error("Run npm run build first");
  demo = await startedDemo();
  for (const person of [...PEOPLE, "ambassador"] as const) {
    const { id } = await demo.database.read
      .selectFrom("account")
      .select("id")
      .where("email", "=", emailOf(person))
      .executeTakeFirstOrThrow();
    ids.set(person, id);
    cookies.set(person, await cookieOf(demo.database, demo.address, id, DEMO_NOW));
  }
  openMatters = await giveOpenMatters(demo, ids.get("officer") ?? "", ids.get("clearer") ?? "");
  routes = builtRoutes(build);
  names = await recordsByName(demo.database.read, DEMO_CAMPAIGN);
  for (const path of pathsOf("officer").filter(
    (one) => !TAKES_A_COPY.test(one) && !COUNTS_CAMPAIGNS.test(one),
  ))
    alone.set(path, shown(await opened("officer", path)));
  const people = PEOPLE.map((person) => ids.get(person) ?? "");
  anotherOf = await addSecondCampaign(demo.database, { from: DEMO_CAMPAIGN, people });
}, 240_000);

/** An administrator reads the names of all campaigns, and writes everything out. */
const OF_INSTALLATION = /^\/admin/;

/** What is noted as a copy, so that the next page says that it was taken. */
const TAKES_A_COPY = /\/talking-points\/\w+(\.\w+|\/e-mail)$/;

/** Before somebody is erased it is told in how many other campaigns they are kept. */
const COUNTS_CAMPAIGNS = /\/contacts\/\w+\/erase$/;

/** Every page and file of the first campaign and around it. */
function pathsOf(person: Person): string[] {
  return routes
    .filter(
      ({ path, loader }) => mayCall(person, loader) && loader !== "anybody" && !OF_INSTALLATION.test(path),
    )
    .map(({ path }) => withRecords(path, names));
}

/** Everything that an address answers somebody. */
async function opened(person: Person, path: string): Promise<string> {
  const answer = await openPage(demo.address, path, cookies.get(person) ?? null);
  expect(answer.status, path).toBeLessThan(500);
  return wordsOfAnswer(answer);
}

/** What a page says, line by line, but for what is new with each answer. */
function shown(words: string): string {
  return words.replaceAll(/nonce="[^"]*"|name="submission" value="[^"]*"/g, "").replaceAll("<", "\n<");
}

/** What an address of the first campaign tells of the second; the address first. */
async function told(person: Person, path: string): Promise<string[]> {
  const seen = person === "officer" ? beside.get(path) : undefined;
  const words = (seen ?? (await opened(person, path))).match(OF_SECOND) ?? [];
  return [...new Set(words)].map((word) => `${path}: ${word}`);
}

/**
 * Where it is told that somebody is at an event of another campaign, and what an office heard from one (DECISIONS.md, the
 * entries of 24 November 2026): the marks of a clash and what depends on them are left out there.
 */
const TELLS_OF_OTHERS =
  /^\/c\/[\w-]+(|\/calendar|\/events\/\w+(|\/move|\/programme)|\/talking-points\/\w+|\/reports\/reviews\/\w+\/compare)$/;
const MARKS_OF_OTHERS =
  /clash|another campaign|class="(state |needs-act|move-choice|optional|secondary|note|calendar-event |audience-detail|person-detail)|name="start"|<small>|<\/span> |occasions|more before|<br\/>|<span>/;

test("each count, order and figure of the first campaign is what it was alone", async () => {
  const changed: string[] = [];
  for (const [path, before] of alone) {
    beside.set(path, await opened("officer", path));
    const [was, is] = [before, shown(beside.get(path) ?? "")].map((text) => new Set(text.split("\n")));
    const lines = [...(is ?? []), ...(was ?? [])].filter((line) => !(is?.has(line) && was?.has(line)));
    const untold = TELLS_OF_OTHERS.test(path) ? lines.filter((line) => !MARKS_OF_OTHERS.test(line)) : lines;
    changed.push(...untold.map((line) => `${path}: ${line}`));
  }
  expect(changed).toEqual([]);
});

test("every kind of record of a campaign stands in the second, with a word of its own in every field", async () => {
  const { read } = demo.database;
  const missing: string[] = [];
  for (const table of await tablesOfCampaigns(demo.database)) {
    if (WITHOUT_HISTORY.includes(table.name)) continue;
    for (const column of ["id", ...proseOf(table), ...jsonOf(table)]) {
      const word = column === "id" ? "" : wordOf(table.name, column);
      const found = await sql<{ n: number }>`
        SELECT count(*) AS n FROM ${sql.table(table.name)} WHERE ${sql.ref(column)} LIKE ${`%${word}%`}`.execute(
        read,
      );
      if (Number(found.rows[0]?.n) === 0) missing.push(`${table.name}.${column}`);
    }
  }
  expect(missing).toEqual([]);
});

test("its own people read it on its pages", async () => {
  const theirs = await recordsByName(demo.database.read, SECOND_CAMPAIGN);
  const seen = new Set<string>();
  for (const { path, loader } of routes) {
    if (loader === null || !path.startsWith("/c/:campaign")) continue;
    for (const one of await told("ambassador", withRecords(path, theirs))) seen.add(one.split(": ")[1] ?? "");
  }
  expect(seen.size).toBeGreaterThan(50);
});

test.each(PEOPLE)("no page or file of the first campaign tells %s a word of the second", async (person) => {
  const leaks: string[] = [];
  for (const path of pathsOf(person)) leaks.push(...(await told(person, path)));
  expect(leaks).toEqual([]);
});

test("no record of the second campaign is opened under the first", async () => {
  const theirs = { ...(await recordsByName(demo.database.read, SECOND_CAMPAIGN)), campaign: DEMO_CAMPAIGN };
  const leaks: string[] = [];
  for (const { path, loader } of routes) {
    if (mayCall("officer", loader) && path.startsWith("/c/:campaign"))
      leaks.push(...(await told("officer", withRecords(path, theirs))));
  }
  expect(leaks).toEqual([]);
});

test("no record of the first campaign tells a word of the second, whichever is opened", async () => {
  const { read } = demo.database;
  const leaks: string[] = [];
  const all = async (
    table: "outreach_event" | "talking_points" | "outcome" | "objective",
    pages: readonly string[],
  ) => {
    const rows = await read
      .selectFrom(table)
      .select("id")
      .where("campaign_id", "=", DEMO_CAMPAIGN)
      .orderBy("id")
      .execute();
    for (const { id } of rows.slice(0, 25)) {
      for (const page of pages)
        leaks.push(...(await told("officer", `/c/${DEMO_CAMPAIGN}/${page.replace(":id", id)}`)));
    }
  };
  await all("outreach_event", ["events/:id", "events/:id/brief", "events/:id/told"]);
  await all("talking_points", ["talking-points/:id", "talking-points/:id.docx", "talking-points/:id.pdf"]);
  await all("outcome", ["outcomes/:id"]);
  await all("objective", ["objectives/:id"]);
  for (const list of ["audience", "contact"] as const) {
    const shared = await read.selectFrom(list).select("id").orderBy("id").execute();
    for (const { id } of shared.slice(0, 25))
      leaks.push(...(await told("officer", `/c/${DEMO_CAMPAIGN}/${list}s/${id}`)));
  }
  for (const number of [1, 2, 3]) {
    for (const page of ["", "/uses", "/revisions", "/framings"])
      leaks.push(...(await told("officer", `/c/${DEMO_CAMPAIGN}/messages/${number}${page}`)));
  }
  expect(leaks).toEqual([]);
});

test("nobody finds a word of the second campaign who does not belong to it", async () => {
  const words = [
    "zq9outreacheventtitle",
    "zq9outcomesaid",
    "zq9keymessage",
    "zq9messagerevisiontitle",
    "zq9followuptext",
  ];
  for (const person of PEOPLE) {
    for (const word of words) {
      const { text } = await openPage(demo.address, `/find?q=${word}`, cookies.get(person) ?? null);
      expect(text.replaceAll(word, "").match(OF_SECOND), `${person} ${word}`).toBe(null);
      expect(text).toContain("Nothing");
    }
  }
});

test("no letter, feed, report or library of the first campaign tells a word of the second", async () => {
  const { database } = demo;
  const { read } = database;
  const texts: string[] = [];
  const head = { origin: "https://demarche.example", now: DEMO_NOW };
  await queueDueLetters(database, DEMO_NOW);
  const letters = await read.selectFrom("mail").selectAll().execute();
  for (const person of PEOPLE) {
    const accountId = ids.get(person) ?? "";
    for (const titles of ["shown", "busy only"] as const) {
      for (const campaignId of [null, DEMO_CAMPAIGN]) {
        const made = await database.change(system, unsent, (change) =>
          makeFeed(change, { accountId, campaignId, titles }, "/"),
        );
        if (!made.ok || made.replayed) throw new Error("No feed was made");
        texts.push((await openPage(demo.address, `/calendar/${made.token}.ics`, null)).text);
      }
    }
    const digest = {
      ...{ id: `digest-${person}`, changeId: null, accountId, campaignId: null, kind: "digest" },
      ...{ subjectTitle: "", handling: "", path: "/", contentJson: "{}", attempts: 0, queuedAt: DEMO_NOW },
    };
    texts.push(JSON.stringify(await prepareLetter(database, digest as never, head)));
    for (const { id, kind, handling, path, ...one } of letters.filter(
      (one) => one.account_id === accountId,
    )) {
      const about = {
        campaignId: one.campaign_id,
        subjectTitle: one.subject_title,
        contentJson: one.content_json,
      };
      const letter = { ...digest, id, kind, handling, path, ...about };
      texts.push(JSON.stringify(await prepareLetter(database, letter as never, head)));
    }
  }
  texts.push(JSON.stringify(await readLibrary(read, DEMO_CAMPAIGN)));
  const campaign = await findCampaign(read, DEMO_CAMPAIGN);
  if (campaign === null) throw new Error("The sample is not there");
  const report = await readReceptionReport(read, campaign, "2026-11-10");
  texts.push(JSON.stringify(report));
  texts.push(JSON.stringify(await readCampaignCase(read, campaign, { day: "2026-11-10", knowledge: "now" })));
  expect(texts.flatMap((text) => text.match(OF_SECOND) ?? [])).toEqual([]);
});

test("no act at an address of the first campaign reaches a record of the second", async () => {
  const { database, address } = demo;
  const campaignPages = routes
    .filter(({ path, isPage, loader }) => path.startsWith("/c/:campaign") && isPage && loader !== null)
    .map(({ path }) => withRecords(path, names));
  const { taken, refused } = await actsOfPages(
    routes,
    [...campaignPages, ...openMatters],
    [...(await handOnActs(database, DEMO_CAMPAIGN)), await erasureAct(database, DEMO_CAMPAIGN), HIDDEN_STEPS],
    await triedSender(database, (at) => cookieOf(database, at, ids.get("clearer") ?? "", DEMO_NOW), DEMO_NOW),
  );
  expect(refused.map(({ name }) => name).filter((name) => !NOT_BROUGHT_TO_AN_END.includes(name))).toEqual([]);
  const acted = [...taken, ...refused].map(({ name }) => name.split(" ")[0]);
  const unseen = routes.filter(
    ({ path, action }) => path.startsWith("/c/:campaign") && action !== null && !acted.includes(path),
  );
  expect(unseen.map(({ path }) => path)).toEqual(["/c/:campaign/messages/files.zip", "/c/:campaign/*"]);

  const sent = [...taken, ...refused].flatMap((act) => withAnother(act, (own) => anotherOf.get(own)));
  expect(sent.length).toBeGreaterThan(200);
  const before = await everyRow(database);
  const done: string[] = [];
  const sendEach = async (some: typeof sent) => {
    for (const person of ["clearer", "ambassador"] as const) {
      for (const { what, action, entries } of some) {
        const { status } = await sendForm(address, action, cookies.get(person) ?? null, entries);
        if (status < 400 || status >= 500) done.push(`${person} ${what}: ${status}`);
      }
    }
  };
  await sendEach(sent.filter(({ what }) => !NOT_READ.test(what)));
  expect(done).toEqual([]);
  expect(differing(before, await everyRow(database))).toEqual([]);
  await sendEach(sent.filter(({ what }) => NOT_READ.test(what)));
  const others = new Set(anotherOf.values()).add(SECOND_CAMPAIGN);
  // When a shared person was last met counts in every campaign. Source: EFFECTIVENESS.md, section 14.
  const isShared = (row: string) => /^(person_to_see|people_alike) /.test(row);
  const tells = (row: string) => row.match(/[\w-]+/g)?.some((word) => others.has(word));
  const told = differing(before, await everyRow(database)).filter(tells);
  expect(told.filter((row) => !isShared(row))).toEqual([]);
});
