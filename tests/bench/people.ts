import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sqlite3 from "sqlite3";
import { type FormOfPage, formsOf } from "../support/forms-of.ts";
import { seededRandom } from "../support/seeded-random.ts";
import type { Bench } from "./bench-context.ts";
import { countOn, newFeed } from "./feeds.ts";
import { fillToFullSize } from "./fill-to-full-size.ts";
import { type Probe, startProbe } from "./longest-wait.ts";
import { limited, type Rows } from "./row.ts";
import { type Running, signIn, startServer } from "./servers.ts";

const PEOPLE = 50;
const MINUTES = Number(process.env.MINUTES ?? 10);
/** Between two acts of one person, in ms: ten acts a second of all together. */
const THINKING = { least: 1_000, most: 9_000 };
/** One act in so many writes. */
const WRITES = 8;
/** Somebody asks for a feed, a review in Word or an estimate so often, in ms. */
const BESIDE = 15_000;
const ROLES = ["officer", "clearer", "ministry"] as const;

const PAGES_LIMIT = 250;
const WRITES_LIMIT = 150;
const WAIT_LIMIT = 50;
/** Once nobody asks, for so long: threads that were started for a file or an estimate have ended, and memory is collected. */
const REST = 60_000;
/** What the server may hold more then, after the second half, than after the first. */
const GROWTH = 1.05;

type Random = () => number;
type Person = { cookie: string; random: Random; until: number };
type Times = { pages: number[]; writes: number[]; refused: number };

/**
 * Fifty people for ten minutes (MINUTES) with 20,000 events and 5,000 contacts stored: each opens pages, reports reactions and
 * rewrites blocks of papers, while a calendar, a review in Word and an estimate are asked for. How long pages and writes take,
 * the longest that anybody waits, and what the server holds once they rest, after each half. While they work, memory comes
 * and goes with the threads of files and estimates: what is printed of it is to be looked at, not compared.
 */
export async function* fiftyPeople(bench: Bench): Rows {
  const path = join(bench.folder, "people.sqlite");
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  await fillToFullSize(native, bench.campaign);
  const papers = await native.all(
    "SELECT id FROM talking_points WHERE campaign_id = ? AND stage = 'drafting' ORDER BY id",
    [bench.campaign],
  );
  const [review] = await native.all("SELECT id FROM review WHERE campaign_id = ? ORDER BY id LIMIT 1", [
    bench.campaign,
  ]);
  await native.close();
  const server = await startServer("app/server/start.ts", { DATABASE_PATH: path });
  const probe = startProbe(server.address);
  const home = `/c/${bench.campaign}`;
  const site = {
    address: server.address,
    database: path,
    campaign: bench.campaign,
    pages: [
      ...bench.pages.map((page) => page.path),
      ...["/calendar?view=month", "/outcomes", "/contacts", "/talking-points", "/messages"].map(
        (page) => home + page,
      ),
      ...["/reports/effectiveness", "/reports/activity", "/reports/next-outreach", "/find?q=burden"].map(
        (page) => home + page,
      ),
    ],
    papers: papers.map(({ id }) => `${home}/talking-points/${id}`),
    reaction: `${home}/feedback/new`,
    beside: [
      { path: await newFeed(path, bench.campaign), isSent: false },
      { path: `${home}/reports/reviews/${review?.id}.docx`, isSent: false },
      { path: `${home}/reports/effectiveness/parameters`, isSent: true },
    ],
  };
  try {
    yield* played(site, { bench, server, probe });
  } finally {
    await probe.stop();
    await server.stop();
  }
}

type Site = {
  address: string;
  database: string;
  campaign: string;
  pages: readonly string[];
  papers: readonly string[];
  reaction: string;
  beside: readonly { path: string; isSent: boolean }[];
};

async function* played(
  site: Site,
  { bench, server, probe }: { bench: Bench; server: Running; probe: Probe },
): Rows {
  const times: Times = { pages: [], writes: [], refused: 0 };
  const cookies: string[] = [];
  for (const role of ROLES)
    cookies.push(await signIn(site.address, `${role}@demarche.example`, bench.password));
  // What is read once after a start is not what people meet all day.
  for (const page of site.pages) await answered(site.address + page, { Cookie: cookies[0] ?? "" });
  await probe.longest();
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    cookie: cookies[index % cookies.length] ?? "",
    random: seededRandom(index + 1),
  }));
  const rested: number[] = [];
  for (const half of ["first", "second"]) {
    const until = performance.now() + (MINUTES / 2) * 60_000;
    const [held] = await Promise.all([
      watched(server.processId, until),
      ...people.map((person) => work(site, { ...person, until }, times)),
      beside(site, cookies[0] ?? "", until),
    ]);
    await wait(REST);
    rested.push(await heldBy(server.processId));
    console.log(
      `${half} half: ${Math.min(...held)} to ${Math.max(...held)} MiB, ${rested.at(-1)} MiB at rest after it.`,
    );
  }
  const longest = await probe.longest();
  const [afterFirst = Number.NaN, afterSecond = Number.NaN] = rested;
  console.log(
    `${times.pages.length} pages, ${times.writes.length} writes, ${times.refused} of them told of somebody else’s.`,
  );
  yield limited(`${PEOPLE} people, pages, 95 of 100`, at95(times.pages), PAGES_LIMIT, "ms");
  yield limited(`${PEOPLE} people, writes, 95 of 100`, at95(times.writes), WRITES_LIMIT, "ms");
  yield limited(`${PEOPLE} people, the longest wait for /healthz`, longest, WAIT_LIMIT, "ms");
  yield limited(`${PEOPLE} people, memory at rest after them`, afterSecond, GROWTH * afterFirst, "MiB");
}

async function work(site: Site, person: Person, times: Times): Promise<void> {
  while (performance.now() < person.until) {
    await wait(THINKING.least + person.random() * (THINKING.most - THINKING.least));
    if (person.random() * WRITES < 1) await write(site, person, times);
    else
      times.pages.push(
        (await answered(site.address + oneOf(site.pages, person.random), { Cookie: person.cookie })).time,
      );
  }
}

/** Opens the form as a person does, and sends it; a paper without a block to rewrite, or none of theirs, is only read. */
async function write({ address, papers, reaction }: Site, { cookie, random }: Person, times: Times) {
  const path = random() < 0.5 ? reaction : oneOf(papers, random);
  const opened = await answered(address + path, { Cookie: cookie });
  times.pages.push(opened.time);
  const forms = formsOf(opened.text, path);
  const wordings = forms.filter(isOfWording);
  const form = path === reaction ? forms.at(-1) : wordings[Math.floor(random() * wordings.length)];
  if (form === undefined) return;
  const body = new URLSearchParams(path === reaction ? reactionIn(form, random) : wordingIn(form, random));
  const sent = await answered(address + form.action, { Cookie: cookie, Origin: address }, body);
  if (sent.status === 409) times.refused += 1;
  else if (sent.status !== 303) throw new Error(`${path} answered ${sent.status} to what was sent`);
  times.writes.push(sent.time);
}

function isOfWording({ fields }: FormOfPage): boolean {
  return fields.some(({ name, value }) => name === "intent" && value === "save the wording");
}

function wordingIn({ fields }: FormOfPage, random: Random): [string, string][] {
  return fields.map(({ name, value }) =>
    name === "text" ? [name, `Said anew ${Math.floor(random() * 1e6)}. ${value.slice(-300)}`] : [name, value],
  );
}

function reactionIn({ fields, controls }: FormOfPage, random: Random): [string, string][] {
  const any = (name: string) =>
    oneOf(
      controls.filter((one) => one.name === name && one.value !== ""),
      random,
    )?.value ?? "";
  const chosen = Object.fromEntries(
    ["kind", "message", "audience", "score"].map((name) => [name, any(name)]),
  );
  const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  return Object.entries({ ...typed, ...chosen, contact: "", words: `Said at a panel, ${random()}` });
}

/** A calendar, a review in Word and an estimate, one after the other. */
async function beside(site: Site, cookie: string, until: number): Promise<void> {
  const { address, database, campaign, beside: asked } = site;
  for (let turn = 0; performance.now() < until; turn += 1) {
    const { path, isSent } = asked[turn % asked.length] ?? { path: "/", isSent: false };
    // A calendar that has not changed is not built again.
    await countOn(database, campaign);
    await answered(
      address + path,
      { Cookie: cookie, Origin: address },
      isSent ? new URLSearchParams() : undefined,
    );
    await wait(BESIDE);
  }
}

async function answered(url: string, headers: Record<string, string>, body?: URLSearchParams) {
  const start = performance.now();
  const answer = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    headers: { ...headers, "Accept-Encoding": "br" },
    redirect: "manual",
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  if (body === undefined && answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return { time: performance.now() - start, status: answer.status, text };
}

/** What the server holds, once a second. */
async function watched(processId: number, until: number): Promise<number[]> {
  const held: number[] = [];
  while (performance.now() < until) {
    held.push(await heldBy(processId));
    await wait(1_000);
  }
  return held;
}

/** In MiB. */
async function heldBy(processId: number): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
}

function oneOf<T>(list: readonly T[], random: Random): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error("There is nothing to choose from");
  return found;
}

function at95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}
