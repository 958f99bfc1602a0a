import { beforeAll, expect, test } from "vitest";
import { system, unsent } from "../support/author.ts";
import { DESK, newBrowser, newPage, signIn } from "../support/browser.ts";
import { DEMO_CAMPAIGN, DEMO_PASSWORD, type Demo, emailOf, startedDemo } from "../support/demo.ts";
import { readPdf } from "../support/read-pdf.ts";

let demo: Demo;
let events: string[];

beforeAll(async () => {
  demo = await startedDemo();
  const rows = await demo.database.read
    .selectFrom("outreach_event as event")
    .innerJoin("talking_points as paper", "paper.outreach_event_id", "event.id")
    .select("event.id")
    .where("event.campaign_id", "=", DEMO_CAMPAIGN)
    .where("event.day", ">", "2026-10-20")
    .execute();
  events = rows.map(({ id }) => id);
});

/** The pages of a PDF: each is an object of the type Page. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test("every brief with talking points prints on one page of A4 and of US Letter, nothing cut off", {
  timeout: 900_000,
}, async () => {
  const { page } = await newPage(await newBrowser(DESK));
  await signIn(page, demo.address, emailOf("officer"), DEMO_PASSWORD);
  expect(events.length).toBeGreaterThan(3);
  for (const id of events) {
    await page.goto(`${demo.address}/c/${DEMO_CAMPAIGN}/events/${id}/brief`);
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    for (const format of ["A4", "Letter"]) {
      expect([id, format, pagesOf(await page.pdf({ format }))]).toEqual([id, format, 1]);
    }
    // The paper's own size, less its margins, in the pixels of the screen.
    await page.setViewportSize({ width: 688, height: 1054 });
    await page.emulateMedia({ media: "print" });
    const end = await page.locator(".brief-foot").evaluate((foot) => foot.getBoundingClientRect().bottom);
    expect([id, end < 1054]).toEqual([id, true]);
    await page.emulateMedia({ media: null });
  }
});

test("a brief whose points are set smaller prints on one page, nothing cut off nor under seven points", {
  timeout: 300_000,
}, async () => {
  const { page } = await newPage(await newBrowser(DESK));
  await signIn(page, demo.address, emailOf("officer"), DEMO_PASSWORD);
  let setSmaller = 0;
  for (let words = 300; words <= 640; words += 20) {
    const event = await lengthenPoints(words);
    await page.goto(`${demo.address}/c/${DEMO_CAMPAIGN}/events/${event}/brief`);
    if ((await page.locator(".sheet.smaller").count()) === 0) continue;
    setSmaller += 1;
    for (const format of ["A4", "Letter"]) {
      const { pages } = await readPdf(await page.pdf({ format }));
      const foot = pages.map(({ body }) => /Not for classified information/.test(body));
      expect([words, format, foot, pages.flatMap(({ tooSmall }) => tooSmall)]).toEqual([
        ...[words, format],
        ...[[true], []],
      ]);
    }
  }
  expect(setSmaller).toBeGreaterThan(1);
});

/** Gives each point to make of an event's paper this many words; answers with the event. */
async function lengthenPoints(words: number): Promise<string> {
  const { database } = demo;
  const { id, outreach_event_id } = await database.read
    .selectFrom("talking_points")
    .select(["id", "outreach_event_id"])
    .where("outreach_event_id", "=", events[1] ?? "")
    .executeTakeFirstOrThrow();
  const blocks = await database.read
    .selectFrom("talking_points_block")
    .selectAll()
    .where("talking_points_id", "=", id)
    .where("section", "=", "points to make")
    .execute();
  const text = Array.from({ length: words }, () => "readiness").join(" ");
  await database.change(system, unsent, async (change) => {
    for (const block of blocks) await change.update("talking_points_block", block.id, { text }, null);
    change.describe({ recordKind: "campaign", recordId: "x", action: "x", summary: "x", location: "/" });
    return { ok: true };
  });
  return outreach_event_id ?? "";
}

/** Six meetings on each day of a month, ninety promises to those whom one of the events is with, and forty more of them there. */
async function fillAMonth(): Promise<string> {
  const { database } = demo;
  const model = await database.read
    .selectFrom("outreach_event")
    .selectAll()
    .where("id", "=", events[0] ?? "")
    .executeTakeFirstOrThrow();
  const title =
    "A title that is as long as an officer under pressure of time would ever make it, with a name";
  await database.change(system, unsent, async (change) => {
    for (let at = 0; at < 180; at += 1) {
      const day = `2026-11-${String(1 + (at % 30)).padStart(2, "0")}`;
      const hour = String(9 + Math.floor(at / 30)).padStart(2, "0");
      await change.insert("outreach_event", {
        ...{ ...model, id: `full-${at}`, title: `${title} ${at}`, day, imported_uid: null },
        ...{ wall_start: `${day}T${hour}:00`, wall_end: `${day}T${hour}:45` },
        ...{ starts_at: `${day}T${hour}:00:00.000Z`, ends_at: `${day}T${hour}:45:00.000Z` },
      } as never);
    }
    const audiences = await change.read
      .selectFrom("outreach_event_audience")
      .select("audience_id")
      .where("outreach_event_id", "=", model.id)
      .execute();
    for (const { audience_id } of audiences)
      await change.insert("outreach_event_audience", {
        ...{ id: `full-${audience_id}`, outreach_event_id: "full-0", audience_id },
      });
    const known = change.read.selectFrom("outreach_event_participant").select("contact_id");
    const others = await change.read
      .selectFrom("contact")
      .select("id")
      .where("id", "not in", known.where("outreach_event_id", "=", model.id))
      .limit(40)
      .execute();
    for (const { id } of others)
      await change.insert("outreach_event_participant", {
        ...{ id: `there-${id}`, outreach_event_id: model.id, contact_id: id },
        ...{ reply: "accepted", attendance: "not recorded" },
      });
    for (let at = 0; at < 90; at += 1)
      await change.insert("follow_up", {
        ...{ id: `owed-${at}`, campaign_id: DEMO_CAMPAIGN, outreach_event_id: "full-0" },
        ...{ text: `Promise ${at} of something`, promised_by: "us", due_on: "2027-01-15" },
      });
    change.describe({ recordKind: "campaign", recordId: "x", action: "x", summary: "x", location: "/" });
    return { ok: true };
  });
  return model.id;
}

test("a month of many meetings, its agenda and an event with many people and promises print on two pages, with handling and printer", {
  timeout: 300_000,
}, async () => {
  const event = await fillAMonth();
  const { page } = await newPage(await newBrowser(DESK));
  await signIn(page, demo.address, emailOf("officer"), DEMO_PASSWORD);
  const calendar = `/c/${DEMO_CAMPAIGN}/calendar?date=2026-11-10&view=`;
  for (const path of [
    `${calendar}month`,
    `${calendar}week`,
    `${calendar}agenda`,
    `/c/${DEMO_CAMPAIGN}/events/${event}`,
  ]) {
    await page.goto(demo.address + path);
    for (const format of ["A4", "Letter"]) {
      const { pages } = await readPdf(await page.pdf({ format }));
      expect([path, format, pages.length <= 2]).toEqual([path, format, true]);
      expect(pages.flatMap(({ tooSmall }) => tooSmall)).toEqual([]);
      for (const { body, edges } of pages) expect(body + edges).toMatch(/TLP:\w[\s\S]*Printed by Jana Malá/);
    }
  }
});

/** As many messages and audiences as a campaign would ever have: 24 and 60, all in the sample's words. */
async function fillTheLibrary(): Promise<void> {
  const { database } = demo;
  const { read } = database;
  const model = await read
    .selectFrom("message_revision")
    .innerJoin("key_message", "key_message.id", "key_message_id")
    .selectAll("message_revision")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .where("key_message.number", "=", 3)
    .executeTakeFirstOrThrow();
  const known = await read
    .selectFrom("campaign_audience")
    .selectAll()
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .execute();
  await database.change(system, unsent, async (change) => {
    for (let number = 4; number <= 24; number += 1) {
      await change.insert("key_message", { id: `message-${number}`, campaign_id: DEMO_CAMPAIGN, number });
      await change.insert("message_revision", {
        ...{ ...model, id: `words-${number}`, key_message_id: `message-${number}`, number: 1 },
        title: `${model.title}, as it is told for the ${number}th time`,
      });
    }
    for (let at = known.length; at < 60; at += 1) {
      const name = `House Committee on Oversight of Matters of State ${at}, majority staff`;
      await change.insert("audience", { id: `audience-${at}`, kind: "congressional committee", name });
      await change.insert("campaign_audience", {
        ...{ ...known[at % known.length], id: `link-${at}`, audience_id: `audience-${at}` },
      } as never);
    }
    change.describe({ recordKind: "campaign", recordId: "x", action: "x", summary: "x", location: "/" });
    return { ok: true };
  });
}

test("a message, effectiveness and audiences of a full campaign print on two pages, with handling and printer", {
  timeout: 300_000,
}, async () => {
  await fillTheLibrary();
  const { page } = await newPage(await newBrowser(DESK));
  await signIn(page, demo.address, emailOf("officer"), DEMO_PASSWORD);
  const found: [string, string, number][] = [];
  for (const path of ["messages", "messages/1", "reports/effectiveness", "audiences"]) {
    await page.goto(`${demo.address}/c/${DEMO_CAMPAIGN}/${path}`);
    for (const format of ["A4", "Letter"]) {
      const { pages } = await readPdf(await page.pdf({ format }));
      found.push([path, format, pages.length]);
      expect([path, pages.flatMap(({ tooSmall }) => tooSmall)]).toEqual([path, []]);
      for (const { body, edges } of pages) expect(body + edges).toMatch(/TLP:\w[\s\S]*Printed by Jana Malá/);
    }
  }
  expect(found.filter(([, , pages]) => pages > 2)).toEqual([]);
});
