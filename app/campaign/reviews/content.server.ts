import { sql } from "kysely";
import { readActivityReport } from "#app/campaign/activity/store.server.ts";
import { newestRevision } from "#app/campaign/campaigns/choices.server.ts";
import { readCoverageReport } from "#app/campaign/coverage/store.server.ts";
import { campaignSentence } from "#app/campaign/effectiveness/campaign-sentence.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { readGapsWorthClosing } from "#app/campaign/gaps/store.server.ts";
import { readNextOutreach } from "#app/campaign/next-outreach/store.server.ts";
import { listJudgedObjectives } from "#app/campaign/objectives/judged-objectives.server.ts";
import type { Campaign } from "#app/http/campaigns-of-account.server.ts";
import { dateIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { readMisses } from "./misses.server.ts";
import type { NamedPerson } from "./names-apart.ts";
import { type MessageText, REVIEW_FORMAT, type ReviewContent } from "./review-content.ts";

/** Whose review, of which campaign, at which instant. */
export type ReviewAsked = {
  campaign: Campaign;
  account: { id: string; name: string };
  homeZone: Zone;
  remark: string;
  now: Date;
};

/** Everything that a review saved now would freeze: the day is today in Washington. */
export async function readReviewContent(read: Queries, asked: ReviewAsked): Promise<ReviewContent> {
  const { campaign, account, homeZone, remark, now } = asked;
  const { id, name, startsOn, endsOn, status, handling } = campaign;
  const day = dateIn(now, WASHINGTON);
  const reception = await readReceptionReport(read, campaign, day);
  const [objectives, gapsAt, next, coverage, activity] = await Promise.all([
    listJudgedObjectives(read, campaign, reception, day),
    readGapsWorthClosing(read, campaign, reception, day),
    readNextOutreach(read, campaign, reception, day),
    readCoverageReport(read, campaign, day),
    readActivityReport(read, campaign, { from: startsOn, to: day, now }),
  ]);
  const [texts, counted, misses] = await Promise.all([
    listMessageTexts(read, id, reception.messages),
    meetingsLogged(read, { campaign: id, day }),
    readMisses(read, { campaignId: id, accountId: account.id, now }),
  ]);
  return {
    format: REVIEW_FORMAT,
    day,
    savedAt: now.toISOString(),
    savedBy: account.name,
    homeZone,
    campaign: { id, name, startsOn, endsOn, status, handling },
    sentence: campaignSentence(reception),
    remark,
    counts: {
      meetingsLogged: counted[0]?.meetings ?? 0,
      ratings: reception.ratings,
      raters: reception.raters,
    },
    texts,
    objectives,
    reception,
    gaps: gapsAt(now),
    next,
    coverage,
    activity,
    misses,
  };
}

/** Everybody whose name may stand in a text of a campaign: contacts and accounts. */
export async function listNamedPeople(read: Queries): Promise<NamedPerson[]> {
  const [contacts, accounts] = await Promise.all([
    read.selectFrom("contact").select(["id", "name"]).orderBy("id").execute(),
    read.selectFrom("account").select(["id", "name"]).orderBy("id").execute(),
  ]);
  return [
    ...contacts.map((contact) => ({ ...contact, kind: "contact" as const })),
    ...accounts.map((account) => ({ ...account, kind: "account" as const })),
  ];
}

/** All that were logged, but for those of later days, which are few: what is logged by then grows with the campaign. */
const meetingsLogged = keptQuery((read, place: Place<"campaign", "day">) =>
  read
    .selectFrom("logged_meetings as logged")
    .select(
      sql<number>`logged.meetings - (select count(*) from outreach_event as event
        where event.campaign_id = ${place("campaign")} and event.day > ${place("day")}
          and exists (select 1 from outcome where outcome.outreach_event_id = event.id))`.as("meetings"),
    )
    .where("logged.campaign_id", "=", place("campaign")),
);

async function listMessageTexts(
  read: Queries,
  campaignId: string,
  messages: readonly { id: string; isRetired: boolean }[],
): Promise<MessageText[]> {
  const statements = await newestStatements(read, { campaign: campaignId });
  return messages.flatMap(({ id, isRetired }) =>
    statements
      .filter((row) => row.id === id)
      .map(({ number, title, statement }) => ({ number, title, statement, isRetired })),
  );
}

const newestStatements = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("key_message as message")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .select(["message.id", "message.number", "revision.title", "revision.statement"])
    .where("message.campaign_id", "=", place("campaign"))
    .where("revision.number", "=", newestRevision)
    .orderBy("message.number"),
);
