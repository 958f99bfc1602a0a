import { beforeAll, expect, test } from "vitest";
import { loadBuild } from "#app/server/build.ts";
import { system } from "../support/author.ts";
import { DEMO_CAMPAIGN, type Demo, demoCookie, startedDemo } from "../support/demo.ts";
import { everyPage } from "../support/every-page.ts";

const LIBRARY = "Libmark";
const NOTE = "Notemark";
const home = `/c/${DEMO_CAMPAIGN}`;

let demo: Demo;
let cookie: string;
let papers: readonly { id: string; event: string | null }[];

/** The sample with a mark in what the library has them say and in each note; the older half of its papers hold notes. */
beforeAll(async () => {
  demo = await startedDemo();
  cookie = await demoCookie(demo, "officer");
  const { read } = demo.database;
  papers = await read
    .selectFrom("talking_points")
    .select(["id", "outreach_event_id as event"])
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .orderBy("started_at")
    .execute();
  const older = papers.slice(0, papers.length / 2).map(({ id }) => id);
  await writeMarks(older);
});

async function writeMarks(older: readonly string[]): Promise<void> {
  const { database } = demo;
  const { read } = database;
  const objections = await read.selectFrom("objection").selectAll().execute();
  const blocks = await read
    .selectFrom("talking_points_block")
    .selectAll()
    .where("talking_points_id", "in", older)
    .where("origin_kind", "=", "objection")
    .execute();
  const versions = await read
    .selectFrom("talking_points_version")
    .selectAll()
    .where("talking_points_id", "in", older)
    .execute();
  const inCampaign = { submission: null, campaignId: DEMO_CAMPAIGN };
  const asNote = {
    text: `${NOTE} guidance.`,
    origin_text: `${NOTE} guidance.`,
    origin_is_words_to_say: 0,
  } as const;
  await database.change(system, inCampaign, async (change) => {
    for (const { id, says, note_to_speaker: note } of objections) {
      const marked = { says: `${LIBRARY} ${says}`, note_to_speaker: `${NOTE} ${note}` };
      await change.update("objection", id, marked, null);
    }
    for (const { id } of blocks) await change.update("talking_points_block", id, asNote, null);
    for (const { id, content_json } of versions)
      await change.update("talking_points_version", id, { content_json: olderVersion(content_json) }, null);
    const what = { recordKind: "library", recordId: DEMO_CAMPAIGN, action: "edited" } as const;
    change.describe({ ...what, summary: "Marked", location: "/" });
    return { ok: true };
  });
  expect(blocks.length).toBeGreaterThan(3);
}

/** A version as it was frozen when replies were guidance. */
function olderVersion(json: string): string {
  return JSON.stringify(JSON.parse(json), (key, value: unknown) => {
    if (key === "isWordsToSay") return undefined;
    const isNote =
      typeof value === "object" && value !== null && "origin" in value && isOfObjection(value.origin);
    return isNote ? { ...value, text: `${NOTE} guidance.` } : value;
  });
}

function isOfObjection(origin: unknown): boolean {
  return typeof origin === "object" && origin !== null && "kind" in origin && origin.kind === "objection";
}

async function wordsOf(path: string): Promise<string> {
  const answer = await fetch(demo.address + path, { headers: { Cookie: cookie } });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

/** What a reader sees of a page, with the quotation marks that the browser draws. */
function seen(html: string): string {
  return html
    .replaceAll(/<(script|style|textarea)\b.*?<\/\1>/gs, "")
    .replaceAll(/<(q|blockquote)\b[^>]*>/g, "“")
    .replaceAll(/<\/(q|blockquote)>/g, "”")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll(/&#x27;|&#39;/g, "'");
}

function quotations(words: string): readonly string[] {
  return Array.from(words.matchAll(/“[^”]*”|«[^»]*»|"[^"]{0,2000}"/g), ([quoted]) => quoted);
}

const eventPages = () =>
  papers.flatMap(({ event }) =>
    event === null ? [] : ["", "/brief", "/told"].map((page) => `${home}/events/${event}${page}`),
  );

test("no page puts the library's text or a note to the speaker into quotation marks", {
  timeout: 300_000,
}, async () => {
  const build = await loadBuild();
  if (build === null) throw new Error("The pages are not built: run npm run build first");
  const every = await everyPage(build, demo.database.read, DEMO_CAMPAIGN);
  const here = every.filter((path) => path.startsWith(home) && !path.includes("/settings/"));
  const found: string[] = [];
  let marked = 0;
  for (const path of [...here, ...eventPages(), ...papers.map(({ id }) => `${home}/talking-points/${id}`)]) {
    const answer = await fetch(demo.address + path, { headers: { Cookie: cookie } });
    const words = seen(await answer.text());
    if (words.includes(NOTE) || words.includes(LIBRARY)) marked += 1;
    const quoted = quotations(words).filter((one) => one.includes(NOTE) || one.includes(LIBRARY));
    found.push(...quoted.map((one) => `${path}: ${one}`));
  }
  expect(marked).toBeGreaterThan(10);
  expect(found).toEqual([]);
});

test("nobody was ever told a note to the speaker, nor said what the library has them say", {
  timeout: 120_000,
}, async () => {
  let told = 0;
  for (const { event } of papers.filter((paper) => paper.event !== null)) {
    const words = await wordsOf(`${home}/events/${event}/told`);
    expect(words).not.toMatch(new RegExp(`${NOTE}|${LIBRARY}`));
    told += words.includes("<q>") ? 1 : 0;
    const brief = await wordsOf(`${home}/events/${event}/brief`);
    const before =
      /<section aria-labelledby="told">.*?<section aria-labelledby="owe">/s.exec(brief)?.[0] ?? "";
    expect(before).not.toBe("");
    expect(before).not.toMatch(new RegExp(`${NOTE}|${LIBRARY}`));
  }
  expect(told).toBeGreaterThan(0);
});

test("no copy for outsiders and no report holds a note to the speaker or the library's text", {
  timeout: 300_000,
}, async () => {
  for (const { id } of papers) {
    const paper = `${home}/talking-points/${id}`;
    const ours = await wordsOf(`${paper}.md`);
    if (ours.includes(NOTE)) expect(ours).toMatch(new RegExp(`Note:.*${NOTE}`));
    for (const copy of [`${paper}.md?for=outsiders`, `${paper}/e-mail?for=outsiders`])
      expect(await wordsOf(copy), copy).not.toMatch(new RegExp(`${NOTE}|${LIBRARY}`));
  }
  const review = await demo.database.read
    .selectFrom("review")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .executeTakeFirstOrThrow();
  const reports = ["effectiveness", "coverage", "activity", "next-outreach", `reviews/${review.id}`];
  const cable = await demo.database.read.selectFrom("correspondence").select("id").executeTakeFirstOrThrow();
  for (const report of [...reports.map((name) => `reports/${name}.csv`), `correspondence/${cable.id}.txt`]) {
    const words = await wordsOf(`${home}/${report}`);
    expect(words, report).not.toMatch(new RegExp(`${NOTE}|${LIBRARY}`));
  }
});
