import { beforeEach, expect, test } from "vitest";
import { importLibrary } from "#app/campaign/messages/library/import.server.ts";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import { listPaperCopies } from "#app/campaign/talking-points/copies/paper-copies.server.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { placeHoldOn } from "../../support/builders/held-message.ts";
import {
  library,
  libraryMessage,
  libraryObjection,
  libraryProofPoint,
} from "../../support/builders/library.ts";
import {
  addPaper,
  addTeamAndLibrary,
  by,
  inCampaign,
  storedPaper,
} from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { wordParts, wordText } from "../../support/read-word.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, sendForm } from "../../support/signed-in.ts";

const ENDINGS = ["docx", "pdf", "md"] as const;
const TITLE = "Štáb: příliš žluťoučký kůň / “2 %”";

let database: Database;
let address: string;
let paperId: string;
let eventId: string;
let cookies: Record<string, string>;

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  const paper = await addPaper(database);
  paperId = paper.id;
  eventId = paper.eventId ?? "";
  ({ address } = await startedServer(database, { now: () => now }));
  cookies = {};
  for (const who of ["jana", "petr", "tomas", "alena"])
    cookies[who] = await cookieOf(database, address, who, now);
});

/** What a browser gets that opens an address below the paper's own; no redirect is followed. */
function take(
  who: string,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Response> {
  return fetch(`${address}/c/esa/talking-points/${paperId}${path}`, {
    method,
    redirect: "manual",
    headers: { Cookie: cookies[who] ?? "", ...headers },
  });
}

const post = (who: string, fields: Record<string, string>) =>
  sendForm(address, `/c/esa/talking-points/${paperId}`, cookies[who] ?? null, fields);

async function saveHead(given: Record<string, string>) {
  const { text, handling, version } = await storedPaper(database, paperId);
  const { title, ask, speaker, objective } = text;
  const head = { title, ask, speaker, objective, handling, version: String(version), ...given };
  const saved = await post("jana", { intent: "save the head", ...head });
  expect(saved.status).toBe(303);
}

/** Everything that is written in a file, in whatever format. */
async function wordsOf(ending: (typeof ENDINGS)[number], answer: Response): Promise<string> {
  expect(answer.status).toBe(200);
  if (ending === "md") return answer.text();
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (ending === "pdf") return (await readPdf(bytes)).pages.map(({ body, edges }) => body + edges).join("\n");
  const parts = wordParts(bytes);
  const places = ["header1", "header2", "document", "footer1", "footer2"];
  return places.map((place) => wordText(parts[`word/${place}.xml`] ?? "")).join("\n");
}

const copies = () => listPaperCopies(database.read, { paperId });

test("each format says how the paper leaves: not cleared, cleared by whom, changed since", async () => {
  for (const ending of ENDINGS)
    expect(await wordsOf(ending, await take("jana", `.${ending}`))).toContain("NOT CLEARED");
  await post("jana", { intent: "send for clearance" });
  const cleared = await post("petr", {
    intent: "clear",
    hash: paperHash((await storedPaper(database, paperId)).text),
    handling: "TLP:AMBER",
    shownText: "",
  });
  expect(cleared.status).toBe(303);
  for (const ending of ENDINGS) {
    const words = await wordsOf(ending, await take("alena", `.${ending}`));
    expect(words).toMatch(/Cleared by Petr/);
    expect(words).toContain("Version 1");
    expect(words).not.toContain("NOT CLEARED");
  }
  await saveHead({ ask: "Another ask" });
  for (const ending of ENDINGS) {
    const words = await wordsOf(ending, await take("jana", `.${ending}`));
    expect(words).toContain("CHANGED SINCE CLEARANCE");
    expect(words).toContain("Draft after version 1");
  }
});

test("a proof point that is stale today shows as stale in each format and in the copy for e-mail", async () => {
  await database.change(by("jana"), inCampaign, async (change) => {
    const point = await change.read
      .selectFrom("proof_point")
      .select("id")
      .where("code", "=", "P1")
      .executeTakeFirstOrThrow();
    await change.update("proof_point", point.id, { review_by: "2026-01-31" }, null);
    change.describe({
      recordKind: "proof point",
      recordId: point.id,
      action: "edited",
      summary: "Stale",
      location: "/",
    });
    return { ok: true };
  });
  for (const ending of ENDINGS) {
    const words = await wordsOf(ending, await take("jana", `.${ending}`));
    // At the words, at the source, and at its record in the annex; the code stays inside.
    expect(words.match(/▲/g)?.length).toBeGreaterThanOrEqual(3);
    expect(words).toContain("▲ stale since Sun 1 Feb");
    expect(words).not.toMatch(/\bP1\b/);
  }
  expect(await (await take("jana", "/e-mail")).text()).toContain("▲ stale since Sun 1 Feb");
});

test("while a hold lies on its message, each format, the e-mail text and the brief say so on the page and at the point", async () => {
  await placeHoldOn(database);
  const at = /ON HOLD: message 1, since .* in Washington/;
  for (const ending of ENDINGS) {
    const answer = await take("jana", `.${ending}`);
    expect(decodeURIComponent(answer.headers.get("Content-Disposition") ?? "")).toContain("''ON HOLD, State");
    const words = await wordsOf(ending, answer);
    expect(words).toMatch(/ON HOLD: message 1 since .* NOT CLEARED/);
    expect(words).toMatch(at);
  }
  expect(await (await take("jana", "/e-mail")).text()).toMatch(at);
  const brief = await fetch(`${address}/c/esa/events/${eventId}/brief`, {
    headers: { Cookie: cookies.jana ?? "" },
  });
  expect(await brief.text()).toMatch(at);
  expect((await copies()).every(({ statusLine }) => statusLine.startsWith("ON HOLD"))).toBe(true);
});

test("a file has the title as its name, Czech letters and all, and how it leaves before it", async () => {
  await saveHead({ title: TITLE });
  for (const ending of ENDINGS) {
    const { headers } = await take("jana", `.${ending}`);
    const name = headers.get("Content-Disposition") ?? "";
    const [, encoded = ""] = /filename\*=UTF-8''(\S+)$/.exec(name) ?? [];
    expect(decodeURIComponent(encoded)).toBe(`NOT CLEARED, Štáb příliš žluťoučký kůň “2 %”.${ending}`);
    expect(name).toContain(`filename="NOT CLEARED, Stab prilis zlutoucky kun _2 __.${ending}"`);
    expect(headers.get("Cache-Control")).toBe("no-store");
  }
});

test("whoever may read may take a copy, and is on record with it; nobody else gets one", async () => {
  for (const ending of ENDINGS) await take("alena", `.${ending}`);
  await take("alena", "/e-mail?for=outsiders");
  expect(
    (await copies()).map(({ manner, isForOutsiders, takenBy }) => [takenBy.name, manner, isForOutsiders]),
  ).toEqual(
    expect.arrayContaining([
      ["Alena", "Word", false],
      ["Alena", "PDF", false],
      ["Alena", "Markdown", false],
      ["Alena", "copied for e-mail", true],
    ]),
  );
  expect(await (await take("jana", "/copies")).text()).toContain("Alena");
  for (const ending of ENDINGS) {
    const answer = await fetch(`${address}/c/esa/talking-points/${paperId}.${ending}`, {
      redirect: "manual",
    });
    expect(answer.headers.get("Location")).toContain("/sign-in");
  }
  expect(await copies()).toHaveLength(4);
});

test("a file fetched ahead, from another site, or for its head alone gives no text and leaves no record", async () => {
  for (const path of [".docx", ".pdf", ".md", "/e-mail"]) {
    expect((await take("jana", path, { "Sec-Purpose": "prefetch;prerender" })).status).toBe(403);
    const elsewhere = await take("jana", path, { "Sec-Fetch-Site": "cross-site" });
    expect([elsewhere.status, elsewhere.headers.get("Location")]).toEqual([
      302,
      `/c/esa/talking-points/${paperId}/copies`,
    ]);
    expect((await take("jana", path, {}, "HEAD")).status).toBe(200);
  }
  expect(await copies()).toEqual([]);
});

test("nothing internal reaches a file for outsiders, and the page says beforehand what stays inside", async () => {
  await saveHead({ ask: "A question for us alone", speaker: "Our speaker" });
  const block = { intent: "add own words", heading: "" };
  await post("jana", { ...block, section: "background", text: "Background for us alone." });
  await post("jana", { ...block, section: "points to make", text: "Nobody outside has that figure." });
  const files = library({
    messages: [
      libraryMessage({ avoid: "Never say exit." }),
      libraryMessage({ number: 2, title: "Not cleared yet", talkingPoint: "A draft.", objections: [] }),
    ],
    objections: [libraryObjection({ isDifficultQuestion: true })],
    proofPoints: [
      libraryProofPoint(),
      libraryProofPoint({ code: "P2", claim: "A stale claim.", reviewBy: "2026-03-31" }),
      libraryProofPoint({ code: "P3", claim: "Nobody outside has that figure.", disclosure: "internal" }),
    ],
  });
  await importLibrary(database, by("jana"), "esa", files);
  const page = await (await take("jana", "/copies?for=outsiders")).text();
  expect(page).toContain("A block that states an internal fact: Nobody outside has that figure.");
  expect(page).toContain("The reply to a difficult question: Duplication");
  expect(page).toContain("Background: 2 blocks");
  const secret = /for us alone|Our speaker|Nobody outside|Never say exit|It is done once|Jana/;
  for (const ending of ENDINGS) {
    expect(await wordsOf(ending, await take("jana", `.${ending}`))).toMatch(secret);
    const words = await wordsOf(ending, await take("jana", `.${ending}?for=outsiders`));
    expect(words).not.toMatch(secret);
    expect(words).toContain("Europeans can carry more, and want to.");
    expect(words).toContain("NOT CLEARED");
    expect(words).toContain("Excerpt for outsiders");
  }
  expect(await (await take("jana", "/e-mail?for=outsiders")).text()).not.toMatch(
    /for us alone|Never say exit/,
  );
});

test("the annex can be left away, in files and in print, and the address remembers it", async () => {
  for (const ending of ENDINGS) {
    expect(await wordsOf(ending, await take("jana", `.${ending}`))).toContain("Annex: State");
    expect(await wordsOf(ending, await take("jana", `.${ending}?annex=no`))).not.toContain("Annex:");
  }
  const page = await (await take("jana", "/copies?annex=no&for=outsiders")).text();
  expect(page).toContain(".docx?for=outsiders&amp;annex=no");
  const printed = await (await take("jana", "")).text();
  expect(printed).toContain("Printed by Jana");
  expect(printed).toContain("Annex: State");
  expect(await (await take("jana", "?annex=no")).text()).not.toContain("Annex: State");
});

test("a paper for named people alone goes to no outsider, and the answer says what to do", async () => {
  await saveHead({ handling: "TLP:RED" });
  for (const ending of ENDINGS) {
    const answer = await take("jana", `.${ending}?for=outsiders`);
    expect(answer.status).toBe(409);
    expect((await take("jana", `.${ending}`)).status).toBe(200);
  }
  const page = await (await take("jana", "/copies?for=outsiders")).text();
  expect(page).toContain("The paper is TLP:RED, so no copy of it may go to outsiders.");
  expect(page).not.toContain(".docx?for=outsiders");
});

test("printing the brief is on record once, whoever may read prints, and the brief says who holds it", async () => {
  const path = `/c/esa/events/${eventId}/brief`;
  const print = () => sendForm(address, path, cookies.alena ?? null, { submission: "one" });
  const printed = await print();
  expect([printed.status, printed.headers.location]).toEqual([303, `${path}?print=yes`]);
  expect((await print()).status).toBe(303);
  expect(await copies()).toMatchObject([{ manner: "printed brief", takenBy: { name: "Alena" }, eventId }]);
  const page = await fetch(`${address}${path}?print=yes`, { headers: { Cookie: cookies.alena ?? "" } });
  const text = await page.text();
  expect(text).toContain("Recorded as printed by you");
  expect(text).toMatch(/Copies[\s\S]*Alena[\s\S]*A draft/);
});
