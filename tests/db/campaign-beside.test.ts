import type { Kysely } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { readActivityReport } from "#app/campaign/activity/store.server.ts";
import { listAudienceEvents } from "#app/campaign/audiences/events.server.ts";
import {
  listHeardMessages,
  listObjectionsHeard,
  listOverduePromises,
  listUnheardMessages,
} from "#app/campaign/audiences/heard.server.ts";
import { listAudienceChoices, listAudiences } from "#app/campaign/audiences/lists.server.ts";
import { listStanceReadings } from "#app/campaign/audiences/stances/stance-readings.server.ts";
import { listDesks, listEmbassyClearers } from "#app/campaign/clearances/desks.server.ts";
import { listRequestsWaiting } from "#app/campaign/clearances/requests.server.ts";
import { listContactMeetings } from "#app/campaign/contacts/contact-page.server.ts";
import { listContacts } from "#app/campaign/contacts/lists.server.ts";
import { readCoverageReport } from "#app/campaign/coverage/store.server.ts";
import { findParametersInUse, listFits } from "#app/campaign/effectiveness/fits/store.server.ts";
import { listStampedCells } from "#app/campaign/effectiveness/observations.server.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { listPeopleOfAudiences } from "#app/campaign/feedback/store.server.ts";
import { plannedAhead } from "#app/campaign/gaps/ahead.server.ts";
import { readGapsWorthClosing } from "#app/campaign/gaps/store.server.ts";
import { stoppedPostsOf } from "#app/campaign/holds/event-hold-states.server.ts";
import { listAffected } from "#app/campaign/holds/hold-affected.server.ts";
import { audienceIdsByName } from "#app/campaign/messages/framings/framing-list.server.ts";
import { listAgreedEntries } from "#app/campaign/messages/library/store.server.ts";
import { findKeyMessage } from "#app/campaign/messages/list.server.ts";
import { listReceptionsOfMessages } from "#app/campaign/messages/message-reception.server.ts";
import { findObjection } from "#app/campaign/messages/objections/list.server.ts";
import { findProofPoint } from "#app/campaign/messages/proof-points/list.server.ts";
import {
  listAudiencesWithPeople,
  listHanging,
  listTakers,
} from "#app/campaign/new-congress/new-congress-hanging.server.ts";
import { readRankingGround } from "#app/campaign/next-outreach/ground.server.ts";
import { readEverybodyRanked } from "#app/campaign/next-outreach/store.server.ts";
import { countObjectionRaised } from "#app/campaign/objectives/judged-objectives.server.ts";
import { listAudiencesOfOrganisation } from "#app/campaign/organisations/lists.server.ts";
import { listMyMeetingsToLog } from "#app/campaign/outcomes/lists.server.ts";
import { findOutcomeForm } from "#app/campaign/outcomes/outcome-form.server.ts";
import { findEventOfOutcome } from "#app/campaign/outcomes/outcome-record.server.ts";
import { listAsked, listLastTold, listOwed } from "#app/campaign/outreach-events/last-time.server.ts";
import { messageNumbers } from "#app/campaign/outreach-events/paper-parts.server.ts";
import { listContactsOfAudiences } from "#app/campaign/outreach-events/participants/contacts.server.ts";
import { findSeries } from "#app/campaign/outreach-events/series/record.server.ts";
import { listSaidBefore } from "#app/campaign/outreach-events/warnings/repeats.server.ts";
import { findReviewBefore } from "#app/campaign/reviews/lists.server.ts";
import { listRaisedWithoutWords } from "#app/campaign/talking-points/from-event/planned-paper.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { listRowChanges } from "#db/history.server.ts";
import type { Schema } from "#db/schema.ts";
import { addAccount } from "../support/builders/campaign.ts";
import { addCampaignBeside } from "../support/builders/campaign-beside.ts";
import { addOutreachCampaign, addPlan, record } from "../support/builders/outreach-campaign.ts";
import { savedReview } from "../support/builders/review.ts";
import { freshDatabase } from "../support/database.ts";

const DAY: CalendarDate = "2026-11-12";
const now = new Date(`${DAY}T17:00:00.000Z`);
const span = { day: DAY, until: "2027-01-11" } as const;
const people = ["claire", "marcus", "t-tess"] as const;
const campaign = { id: "esa", startsOn: "2026-02-02" } as const;
/** Of the first campaign alone: what is counted in one's own campaigns ends there for her. */
const olga = { campaignId: "esa", accountId: "olga" };
const before = {
  ...{ campaignId: "esa", eventId: "soon", day: DAY },
  audienceIds: ["minority"] as const,
  contactIds: people,
} as const;

/** What the first campaign is asked, also for records of the other by their ids. */
const QUESTIONS: Readonly<Record<string, (read: Kysely<Schema>) => Promise<unknown>>> = {
  "the report of activity": (read) =>
    readActivityReport(read, campaign, { from: "2026-11-01", to: DAY, now }),
  "promises overdue": (read) => listOverduePromises(read, "esa", DAY),
  "desks and who clears there": (read) => listDesks(read, "esa"),
  "its clearers of the embassy": (read) => listEmbassyClearers(read, "esa"),
  "what waits at desks": async (read) => {
    const desks = await read.selectFrom("clearance_desk").select("id").execute();
    return listRequestsWaiting(
      read,
      "esa",
      desks.map(({ id }) => id),
    );
  },
  "earlier estimates": (read) => listFits(read, "esa", 10),
  "what figures are worked out with": (read) => findParametersInUse(read, "esa"),
  "stopped posts of an officer": (read) => stoppedPostsOf(read, { campaign: "esa", account: "jana" }),
  "a series by its id": (read) => findSeries(read, "esa", "t-series"),
  "audiences to frame for": (read) => audienceIdsByName(read, "esa"),
  "audiences to choose from": (read) => listAudienceChoices(read, "esa"),
  "what is planned ahead": (read) =>
    plannedAhead(read, { campaign: "esa", ...span, known: now.toISOString() }),
  "what a hold marks": (read) => listAffected(read, "esa", "t-m2", now),
  "receptions of messages": (read) => listReceptionsOfMessages(read, "esa", ["m2", "t-m2"]),
  "what files and product agreed on": (read) => listAgreedEntries(read, "esa"),
  "messages by number and id": (read) =>
    Promise.all(["2", "5", "t-m2"].map((name) => findKeyMessage(read, "esa", name))),
  "objections by code and id": (read) =>
    Promise.all(["O1", "O7", "t-o7"].map((name) => findObjection(read, "esa", name))),
  "proof points by code and id": (read) =>
    Promise.all(["P1", "t-p1"].map((name) => findProofPoint(read, "esa", name))),
  "what hangs on people": async (read) => {
    const hanging = await listHanging(read, { campaignId: "esa", now }, people);
    return [hanging.get("claire"), hanging.get("marcus"), hanging.get("t-tess")?.owner ?? null];
  },
  "who may take over": (read) => listTakers(read, "esa"),
  "what the ranking stands on": (read) => readRankingGround(read, "esa", DAY),
  // When somebody was last met counts for all campaigns, and moves the ranking: only who stands in it is compared.
  "gaps worth closing": async (read) =>
    (await readGapsWorthClosing(read, campaign, await readReceptionReport(read, campaign, DAY), DAY))(now),
  coverage: (read) => readCoverageReport(read, campaign, DAY),
  "audiences with their last meeting and stance": (read) => listAudiences(read, { ...olga, now, today: DAY }),
  "contacts with their last meeting": (read) =>
    listContacts(read, olga, { show: "campaign", audienceId: null, text: "" }, { limit: 20, offset: 0 }),
  "meetings of a person whom both know": (read) => listContactMeetings(read, olga, "claire", 1),
  "the meetings that an officer has to log": (read) => listMyMeetingsToLog(read, olga.accountId, now),
  "messages and objections that an audience heard, and did not": (read) =>
    Promise.all([
      listHeardMessages(read, { campaignId: "esa", audienceId: "minority" }),
      listObjectionsHeard(read, { campaignId: "esa", audienceId: "minority" }),
      listUnheardMessages(read, "esa").then((unheard) => [...unheard]),
    ]),
  "meetings of an audience, and readings of its stance": (read) =>
    Promise.all([
      listAudienceEvents(read, { campaignId: "esa", audienceId: "minority" }, { limit: 60, offset: 0 }),
      listStanceReadings(read, { campaignId: "esa", audienceId: "minority" }),
    ]),
  "what was told, asked and owed the last time": (read) =>
    Promise.all([listLastTold(read, before), listAsked(read, before), listOwed(read, before)]),
  "audiences of an organisation": (read) => listAudiencesOfOrganisation(read, "esa", "t-institute"),
  "history of a person whom both know": (read) =>
    listRowChanges(read, "esa", [{ table: "contact", id: "claire" }]),
  "whom to see next": async (read) => {
    const report = await readReceptionReport(read, campaign, DAY);
    const ranked = await readEverybodyRanked(read, campaign, report, DAY, () => ({ limit: 20, offset: 0 }));
    const who = ranked.options.map(({ contactId, audience }) => `${contactId} ${audience.id}`);
    return { count: ranked.count, who: who.toSorted() };
  },
  "how often an objection was raised of late": (read) =>
    countObjectionRaised(
      read,
      { campaignId: "esa", from: "2026-11-01", to: DAY },
      { objectionId: "o1", audienceId: "minority", meetings: 6 },
    ),
  "cells with notes": (read) => listStampedCells(read, "esa"),
  "objections at the last fifty meetings": (read) => findOutcomeForm(read, "esa", "soon"),
  "the event of an outcome": (read) => findEventOfOutcome(read, "esa", "t-noted-jana"),
  "people who may have reacted": (read) => listPeopleOfAudiences(read, "esa"),
  "audiences with their people": (read) => listAudiencesWithPeople(read, "esa"),
  "contacts to invite": (read) => listContactsOfAudiences(read, "esa", "soon"),
  "numbers of messages": (read) => messageNumbers(read, "esa"),
  "where a message was said": (read) =>
    listSaidBefore(read, {
      ...{ campaignId: "esa", days: { first: DAY, last: DAY } },
      ...{ messageIds: ["m2", "t-m2"], contactIds: people },
    }),
  "objections raised without words to say": (read) => listRaisedWithoutWords(read, "esa", ["minority"]),
  "the review before": async (read) => (await findReviewBefore(read, "esa", span.until))?.id,
};

const askedBy = (contact_id: string, id: string, outcome_id: string, text: string) => ({
  ...{ id, outcome_id, objection_id: null, audience_id: "minority", contact_id, text },
});

let database: Database;
const alone = new Map<string, unknown>();

beforeAll(async () => {
  database = await freshDatabase();
  await addOutreachCampaign(database);
  await addAccount(database, "Olga", { esa: "officer" });
  await record(database, async (change) => {
    await addPlan(change, "soon", { day: "2026-11-19" });
    await change.insert("outcome_objection", {
      ...{ id: "raised", outcome_id: "noted", objection_id: "o1", audience_id: "minority", contact_id: null },
    });
    await change.insert("outcome_objection", askedBy("marcus", "asked", "noted", "Ours?"));
  });
  await savedReview(database, now);
  for (const [name, ask] of Object.entries(QUESTIONS)) alone.set(name, await ask(database.read));
  await addCampaignBeside(database);
  await record(database, (change) =>
    change.insert("outcome_objection", askedBy("marcus", "t-asked", "t-noted-jana", "Theirs?")),
  );
  // Olga went to one of their meetings, and left their campaign before it was logged.
  await record(database, (change) =>
    change.insert("outreach_event_officer", {
      ...{ id: "t-olga", outreach_event_id: "t-met-1", account_id: "olga" },
    }),
  );
  await savedReview(database, new Date(now.getTime() + 3_600_000), { campaignId: "treaty" });
}, 60_000);

test("what a person asked last is told of each campaign by itself", async () => {
  const last = async (campaignId: string) => {
    const asked = await listAsked(database.read, { ...before, campaignId });
    return asked.find(({ who }) => who === "marcus")?.said;
  };
  expect([await last("esa"), await last("treaty")]).toEqual(["Ours?", "Theirs?"]);
});

test.each(Object.keys(QUESTIONS))("%s: what they were before another campaign stood beside", async (name) => {
  expect(await QUESTIONS[name]?.(database.read)).toEqual(alone.get(name));
});
