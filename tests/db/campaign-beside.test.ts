import type { Kysely } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { listRowChanges } from "#db/history.server.ts";
import { readActivityReport } from "#db/queries/activity.server.ts";
import { listAudienceEvents } from "#db/queries/audience-events.server.ts";
import {
  listHeardMessages,
  listObjectionsHeard,
  listOverduePromises,
  listUnheardMessages,
} from "#db/queries/audience-heard.server.ts";
import { listAudienceChoices, listAudiences } from "#db/queries/audience-lists.server.ts";
import { listDesks, listEmbassyClearers } from "#db/queries/clearance-desks.server.ts";
import { listRequestsWaiting } from "#db/queries/clearance-requests.server.ts";
import { listContacts } from "#db/queries/contact-lists.server.ts";
import { listContactMeetings } from "#db/queries/contact-page.server.ts";
import { readCoverageReport } from "#db/queries/coverage.server.ts";
import { listFits } from "#db/queries/earlier-fits.server.ts";
import { findParametersInUse } from "#db/queries/effectiveness-fits.server.ts";
import { listStoppedPostsOf } from "#db/queries/event-hold-states.server.ts";
import { findSeries } from "#db/queries/event-series-record.server.ts";
import { listPeopleOfAudiences } from "#db/queries/feedback.server.ts";
import { audienceIdsByName } from "#db/queries/framing-list.server.ts";
import { listGapsWorthClosing } from "#db/queries/gaps.server.ts";
import { listPlannedAhead } from "#db/queries/gaps-ahead.server.ts";
import { listAffected } from "#db/queries/hold-affected.server.ts";
import { listReceptionsOfMessages } from "#db/queries/message-figures.server.ts";
import { listAgreedEntries } from "#db/queries/message-library.server.ts";
import { findKeyMessage } from "#db/queries/message-list.server.ts";
import { listAudiencesWithPeople, listHanging, listTakers } from "#db/queries/new-congress-hanging.server.ts";
import { readEverybodyRanked } from "#db/queries/next-outreach.server.ts";
import { listOutreachAudiences, listStandingOfMessages } from "#db/queries/next-outreach-ground.server.ts";
import { findObjection } from "#db/queries/objection-list.server.ts";
import { countObjectionRaised } from "#db/queries/objective-figures.server.ts";
import { listStampedCells } from "#db/queries/observations.server.ts";
import { listAudiencesOfOrganisation } from "#db/queries/organisation-lists.server.ts";
import { findOutcomeForm } from "#db/queries/outcome-form.server.ts";
import { findMyMeetingToLog } from "#db/queries/outcome-lists.server.ts";
import { findEventOfOutcome } from "#db/queries/outcome-record.server.ts";
import { listContactsOfAudiences } from "#db/queries/outreach-event-contacts.server.ts";
import { listAsked, listLastTold, listOwed } from "#db/queries/outreach-event-last-time.server.ts";
import { messageNumbers } from "#db/queries/outreach-event-papers.server.ts";
import { listSaidBefore } from "#db/queries/outreach-event-repeats.server.ts";
import { listRaisedWithoutWords } from "#db/queries/planned-paper.server.ts";
import { findProofPoint } from "#db/queries/proof-point-list.server.ts";
import { readReceptionReport } from "#db/queries/reception-report.server.ts";
import { findReviewBefore } from "#db/queries/review-lists.server.ts";
import { listStanceReadings } from "#db/queries/stance-readings.server.ts";
import type { Schema } from "#db/schema.ts";
import { addAccount } from "../support/builders/campaign.ts";
import { addCampaignBeside } from "../support/builders/campaign-beside.ts";
import { addOutreachCampaign, addPlan, record } from "../support/builders/outreach-campaign.ts";
import { savedReview } from "../support/builders/review.ts";
import { freshDatabase } from "../support/database.ts";

const DAY = "2026-11-12";
const now = new Date(`${DAY}T17:00:00.000Z`);
const span = { day: DAY, until: "2027-01-11" };
const people = ["claire", "marcus", "t-tess"];
const campaign = { id: "esa", startsOn: "2026-02-02" };
/** Of the first campaign alone: what is counted in one's own campaigns ends there for her. */
const olga = { campaignId: "esa", accountId: "olga" };
const before = {
  ...{ campaignId: "esa", eventId: "soon", day: DAY },
  audienceIds: ["minority"],
  contactIds: people,
};

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
  "stopped posts of an officer": (read) => listStoppedPostsOf(read, "esa", "jana"),
  "a series by its id": (read) => findSeries(read, "esa", "t-series"),
  "audiences to frame for": (read) => audienceIdsByName(read, "esa"),
  "audiences to choose from": (read) => listAudienceChoices(read, "esa"),
  "what is planned ahead": (read) => listPlannedAhead(read, "esa", span),
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
  "influence and meetings of audiences": (read) => listOutreachAudiences(read, "esa", DAY),
  "messages set aside": (read) => listStandingOfMessages(read, "esa", DAY),
  // When somebody was last met counts for all campaigns, and moves the ranking: only who stands in it is compared.
  "gaps worth closing": async (read) =>
    listGapsWorthClosing(read, campaign, await readReceptionReport(read, campaign, DAY), DAY),
  coverage: (read) => readCoverageReport(read, campaign, DAY),
  "audiences with their last meeting and stance": (read) => listAudiences(read, { ...olga, now, today: DAY }),
  "contacts with their last meeting": (read) =>
    listContacts(read, olga, { show: "campaign", audienceId: null, text: "" }, { limit: 20, offset: 0 }),
  "meetings of a person whom both know": (read) => listContactMeetings(read, olga, "claire", 1),
  "the meeting that an officer has to log": (read) => findMyMeetingToLog(read, olga.accountId, now),
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
    const ranked = await readEverybodyRanked(read, campaign, report, DAY, { skip: 0, limit: 20 });
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
  });
  await savedReview(database, now);
  for (const [name, ask] of Object.entries(QUESTIONS)) alone.set(name, await ask(database.read));
  await addCampaignBeside(database);
  // Olga went to one of their meetings, and left their campaign before it was logged.
  await record(database, (change) =>
    change.insert("outreach_event_officer", {
      ...{ id: "t-olga", outreach_event_id: "t-met-1", account_id: "olga" },
    }),
  );
  await savedReview(database, new Date(now.getTime() + 3_600_000), { campaignId: "treaty" });
}, 60_000);

test.each(Object.keys(QUESTIONS))("%s: what they were before another campaign stood beside", async (name) => {
  expect(await QUESTIONS[name]?.(database.read)).toEqual(alone.get(name));
});
