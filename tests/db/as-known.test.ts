import fc from "fast-check";
import { expect, test } from "vitest";
import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { keepFit } from "#app/campaign/effectiveness/fits/store.server.ts";
import {
  readReceptionReport,
  readReceptionReportAsKnown,
} from "#app/campaign/effectiveness/reception-report.server.ts";
import type { Feedback } from "#app/campaign/feedback/record.ts";
import {
  addFeedback,
  editFeedback,
  listFeedback,
  removeFeedback,
} from "#app/campaign/feedback/store.server.ts";
import { editOutcome, logOutcome, type OutcomeDraft } from "#app/campaign/outcomes/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import { heldDay, writtenDay } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { openAsKnown } from "#db/as-known.server.ts";
import { backUp } from "#db/backup.server.ts";
import type { Author, Change } from "#db/change.server.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { addMeeting } from "../support/builders/meeting.ts";
import { freshDatabase, freshPath } from "../support/database.ts";

const START = Date.parse("2026-11-12T20:00:00.000Z");
const DAY = 86_400_000;
const home = { country: "CZ", city: "Prague" };

const step = fc.record({
  what: fc.constantFrom(
    ...(["add", "edit", "remove", "undo", "log", "correct", "priority"] as const),
    ...(["retire", "new message", "end audience", "new audience", "rename"] as const),
    ...(["look at", "estimate", "campaign", "move", "cancel"] as const),
  ),
  score: fc.constantFrom(-2, -1, 0, 1, 2),
  message: fc.constantFrom("m2", "m3"),
  audience: fc.constantFrom("majority", "minority"),
  which: fc.nat(5),
});
type Step = Parameters<Parameters<typeof step.map>[0]>[0];

const draftOf = ({ score, message, audience }: Step): OutcomeDraft => ({
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
  objections: [{ objectionId: "o1", text: "", audienceId: audience, contactId: null, isAnswered: score > 0 }],
  followUps: [],
});

async function play(database: Database, eventId: string, one: Step, now: Date): Promise<void> {
  const author: Author = { accountId: "jana", channel: "web", now };
  const inCampaign = { submission: null, campaignId: "esa" };
  const feedback: Feedback = {
    kind: "written reply",
    day: "2026-11-12",
    message: one.message,
    audience: one.audience,
    contact: null,
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
  await database.change(author, inCampaign, async (under) => {
    if (one.what === "estimate") return estimate(under, one, now);
    if (!(await setDirectly(under, one, now))) return { ok: false as const, reason: "nothing to set" };
    const about = { recordKind: "campaign", recordId: "esa", action: "set" } as const;
    under.describe({ ...about, summary: "Set", location: "/" });
    return { ok: true as const };
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

/** Acts whose forms look at more than what is set: the figures rest on the rows alone. False where the act is another. */
async function setDirectly(under: Change, { what, which, message, audience }: Step, now: Date) {
  const link = `esa-${audience}`;
  const day = heldDay(new Date(now.getTime() - which * DAY));
  const id = `new-${now.getTime()}`;
  switch (what) {
    case "priority":
      return under.update("campaign_audience", link, { priority: 1 + (which % 3) }, null);
    case "end audience":
      return under.update("campaign_audience", link, { ended_on: which < 3 ? day : null }, null);
    case "rename":
      return under.update("audience", audience, { name: `Committee ${which}` }, null);
    case "retire":
      return under.update("key_message", message, { retired_at: which < 3 ? now.toISOString() : null }, null);
    case "campaign":
      return under.update("campaign", "esa", { starts_on: writtenDay(2026, 1 + which, 2) }, null);
    case "move":
      return under.update("outreach_event", "meeting", { day }, null);
    case "cancel":
      return under.update("outreach_event", "meeting", { result: which < 3 ? "not held" : "held" }, null);
    case "new audience": {
      await under.insert("audience", { id, kind: "congressional committee", name: `Committee ${id}` });
      const values = { priority: 2, influence: 3, interest: 3 };
      await under.insert("campaign_audience", { id, campaign_id: "esa", audience_id: id, ...values });
      return true;
    }
    case "new message": {
      const number = 10 + Math.round((now.getTime() - START) / DAY);
      await under.insert("key_message", { id, campaign_id: "esa", number });
      const text = { title: "New", statement: "So.", talking_point: "So.", avoid: "", text_hash: id };
      const made = { reason: "first", made_by: "jana", made_at: now.toISOString() };
      await under.insert("message_revision", { id, key_message_id: id, number: 1, ...text, ...made });
      return true;
    }
    case "look at": {
      const about = {
        campaign_id: "esa",
        key_message_id: message,
        audience_id: audience,
        direction: "drop",
      } as const;
      const days = { after_day: day, before_day: day, reason: "Seen.", acknowledged_by: "jana" } as const;
      await under.insert("change_acknowledgement", {
        id,
        ...about,
        ...days,
        acknowledged_at: now.toISOString(),
      });
      return true;
    }
    default:
      return false;
  }
}

function estimate(under: Change, { score, which }: Step, now: Date) {
  const parameters = { ...DEFAULT_PARAMETERS, sigma: 0.7 + score / 10, tau: 0.8 + which / 100 } as const;
  const at = now.toISOString();
  const fit = { outcome: "estimated", parameters, at, asOf: heldDay(now), notes: 120 } as const;
  return keepFit(under, "esa", { ...fit, objective: -9, requestedBy: null, state: "" });
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

test("what we knew by then is the report of a copy of that day, to the last digit", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
      const { database, eventId } = await campaignWithMeeting();
      const copies: { day: CalendarDate; path: string }[] = [];
      for (const [at, one] of steps.entries()) {
        const now = new Date(START + (at + 1) * DAY);
        await play(database, eventId, one, now);
        const path = await freshPath();
        await backUp(database.path, path);
        copies.push({ day: heldDay(now), path });
      }
      const today = await campaignIn(database);
      for (const { day, path } of copies) {
        const copy = await openDatabase(path);
        const asThen = await readReceptionReport(copy.read, await campaignIn(copy), day);
        expect(await readReceptionReportAsKnown(database.read, today, day)).toEqual(asThen);
        await copy.close();
      }
      await database.close();
    }),
    { numRuns: Number(process.env.AS_KNOWN_RUNS ?? 6) },
  );
}, 600_000);

async function campaignIn(database: Database) {
  const campaign = await findCampaign(database.read, "esa");
  if (campaign === null) throw new Error("The campaign is missing");
  return campaign;
}

test("no secret goes into what was known", async () => {
  const { database } = await campaignWithMeeting();
  const known = await openAsKnown(database.read, new Date(START + 1));
  const rows = await known.read.selectFrom("account").select("password_hash").execute();
  expect(rows.every(({ password_hash }) => password_hash === null)).toBe(true);
  await known.close();
});
