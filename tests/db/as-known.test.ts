import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_PARAMETERS } from "#app/domain/effectiveness/parameters.ts";
import type { Feedback } from "#app/domain/feedback/feedback.ts";
import { openAsKnown } from "#db/as-known.server.ts";
import { backUp } from "#db/backup.server.ts";
import type { Author } from "#db/change.server.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { workOutCells } from "#db/queries/campaign-levels.server.ts";
import { addFeedback, editFeedback, listFeedback, removeFeedback } from "#db/queries/feedback.server.ts";
import { editOutcome, logOutcome, type OutcomeDraft } from "#db/queries/outcomes.server.ts";
import { listAudiencesByPriority, listMessagesReadOver } from "#db/queries/read-over.server.ts";
import { undoChange } from "#db/undo.server.ts";
import { addMeeting } from "../support/builders/meeting.ts";
import { freshDatabase, freshPath } from "../support/database.ts";

const START = Date.parse("2026-11-12T20:00:00.000Z");
const TODAY = Date.parse("2026-11-20") / 86_400_000;
const question = { asOfDay: TODAY, days: [TODAY - 7, TODAY], parameters: DEFAULT_PARAMETERS };
const home = { country: "CZ", city: "Prague" };

const step = fc.record({
  what: fc.constantFrom("add", "edit", "remove", "undo", "log", "correct", "priority"),
  score: fc.constantFrom(-2, -1, 0, 1, 2),
  message: fc.constantFrom("m2", "m3"),
  audience: fc.constantFrom("majority", "minority"),
  which: fc.nat(5),
});
type Step = Parameters<Parameters<typeof step.map>[0]>[0];

const draftOf = ({ score, message }: Step): OutcomeDraft => ({
  said: "",
  impression: "",
  assessment: "",
  askAnswer: "",
  groundRule: "background",
  attendance: new Map(),
  receptions: (["majority", "minority"] as const).map((audienceId) => ({
    messageId: message,
    audienceId,
    contactId: null,
    scope: "room" as const,
    score: score as 0,
    wording: "as written" as const,
    revisionId: `${message}-r1`,
  })),
  objections: [],
  followUps: [],
});

/** Everything that a page of figures reads. */
async function figuresIn(read: Database["read"]) {
  return {
    cells: await workOutCells(read, "esa", question),
    audiences: await listAudiencesByPriority(read, "esa"),
    messages: await listMessagesReadOver(read, "esa"),
  };
}

async function play(database: Database, eventId: string, one: Step, now: Date): Promise<void> {
  const author: Author = { accountId: "jana", channel: "web", now };
  const inCampaign = { submission: null, campaignId: "esa" };
  const feedback: Feedback = {
    kind: "written reply",
    day: "2026-11-12",
    messageId: one.message,
    audienceId: one.audience,
    contactId: null,
    score: one.score as 0,
    words: "Said.",
    link: "",
  };
  const { feedback: all } = await listFeedback(
    database.read,
    "esa",
    { audienceId: null, messageId: null },
    1,
  );
  const chosen = all[one.which % Math.max(1, all.length)];
  const change = <T extends { ok: true } | { ok: false; reason: string }>(
    work: Parameters<typeof database.change<T>>[2],
  ) => database.change(author, inCampaign, work);
  if (one.what === "add") await change((under) => addFeedback(under, "esa", feedback));
  if (one.what === "edit" && chosen) {
    const target = { campaignId: "esa", feedbackId: chosen.id };
    await change((under) => editFeedback(under, target, feedback, chosen.version));
  }
  if (one.what === "remove" && chosen)
    await change((under) => removeFeedback(under, { campaignId: "esa", feedbackId: chosen.id }));
  if (one.what === "log")
    await change((under) => logOutcome(under, { campaignId: "esa", eventId, home }, draftOf(one)));
  if (one.what === "correct") {
    const outcome = await database.read.selectFrom("outcome").select(["id", "version"]).executeTakeFirst();
    if (outcome)
      await change((under) =>
        editOutcome(under, { campaignId: "esa", outcomeId: outcome.id, home }, draftOf(one), outcome.version),
      );
  }
  if (one.what === "priority")
    await change(async (under) => {
      await under.update("campaign_audience", `esa-${one.audience}`, { priority: 1 + (one.which % 3) }, null);
      under.describe({
        recordKind: "audience",
        recordId: one.audience,
        action: "set",
        summary: "Set",
        location: "/",
      });
      return { ok: true };
    });
  if (one.what === "undo") {
    const last = await database.read
      .selectFrom("change")
      .select("id")
      .where("account_id", "=", "jana")
      .orderBy("made_at", "desc")
      .executeTakeFirst();
    if (last) await undoChange(database, author, last.id);
  }
}

async function campaignWithMeeting() {
  const { database, eventId } = await addMeeting(await freshDatabase());
  const author: Author = { accountId: "system", channel: "web", now: new Date(START) };
  await database.change(author, { submission: null, campaignId: "esa" }, async (change) => {
    for (const audience of ["majority", "minority"]) {
      const link = { id: `esa-${audience}`, campaign_id: "esa", audience_id: audience };
      await change.insert("campaign_audience", { ...link, priority: 1, influence: 3, interest: 3 });
    }
    change.describe({
      recordKind: "campaign",
      recordId: "esa",
      action: "set",
      summary: "Set",
      location: "/",
    });
    return { ok: true };
  });
  return { database, eventId };
}

test("what we knew by then is what a copy of that moment holds, to the last digit", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const { database, eventId } = await campaignWithMeeting();
      const copies: { instant: Date; path: string }[] = [];
      for (const [at, one] of steps.entries()) {
        const now = new Date(START + (at + 1) * 60_000);
        await play(database, eventId, one, now);
        const path = await freshPath();
        await backUp(database.path, path);
        copies.push({ instant: now, path });
      }
      for (const { instant, path } of copies) {
        const copy = await openDatabase(path);
        const known = await openAsKnown(database.read, instant);
        expect(await figuresIn(known.read)).toEqual(await figuresIn(copy.read));
        await known.close();
        await copy.close();
      }
      await database.close();
    }),
    { numRuns: 8 },
  );
}, 120_000);

test("no secret goes into what was known", async () => {
  const { database } = await campaignWithMeeting();
  const known = await openAsKnown(database.read, new Date(START + 1));
  const rows = await known.read.selectFrom("account").select("password_hash").execute();
  expect(rows.every(({ password_hash }) => password_hash === null)).toBe(true);
  await known.close();
});
