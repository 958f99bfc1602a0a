import { sql } from "kysely";
import { isStance } from "#app/campaign/audiences/stances/stance.ts";
import { clearancesOf } from "#app/campaign/clearances/store.server.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import { wordsToSayHash } from "#app/campaign/messages/message-words.ts";
import { setAsideOn, standingsIn } from "#app/campaign/next-outreach/ground.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { type CalendarDate, endOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import { eachIn, type KeptRow, keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { outdatedAhead, outdatedIn, plannedAhead, plannedIn } from "./ahead.server.ts";
import { findGaps, type GapGround, HEARD_OFTEN } from "./find-gaps.ts";
import { type GapWorthClosing, gapsToClose } from "./gap-worth-closing.ts";

/** How far ahead a planned event counts. */
const AHEAD_DAYS = 60;

/** The gaps to close first at an instant, three at most. */
export type GapsAt = (now: Date) => GapWorthClosing[];

/**
 * The gaps to close on a day by the figures of the report: what has to be done before an event is none once it has begun, so
 * that they are told at an instant. Notes are not read.
 */
export async function readGapsWorthClosing(
  read: Queries,
  campaign: { id: string },
  report: ReceptionReport,
  day: CalendarDate,
): Promise<GapsAt> {
  const often = heardOften(report);
  const found = await gapGround(read, {
    campaign: campaign.id,
    day,
    until: addDays(day, AHEAD_DAYS),
    known: endOfDay(day, WASHINGTON).toISOString(),
    kind: "objection",
    ids: JSON.stringify([...often.keys()]),
  });
  const ground: Omit<GapGround, "proofPoints"> = {
    lastContactOn: new Map(
      found.audiencesOn.flatMap(({ id, lastContactOn }) =>
        lastContactOn === null ? [] : [[id, lastContactOn]],
      ),
    ),
    latestReading: new Map(
      found.audiencesOn.flatMap(({ id, readOn, stance }) =>
        readOn === null ? [] : [[id, { readOn, stance: isStance(stance) ? stance : null }]],
      ),
    ),
    planned: plannedIn(found.plannedAhead),
    setAside: new Set(standingsIn(found.setAsideOn).keys()),
    objections: unclearedAmong(found, often),
  };
  return (now) => {
    const proofPoints = outdatedIn(found.outdatedAhead, now);
    return gapsToClose(findGaps(report, { ...ground, proofPoints }, day));
  };
}

/** How often each objection was heard up to the day, of those that were heard often. */
function heardOften({ objections }: ReceptionReport): ReadonlyMap<string, number> {
  return new Map(objections.filter(({ heard }) => heard >= HEARD_OFTEN).map(({ id, heard }) => [id, heard]));
}

/** The last meeting of each audience in the campaign, and the latest reading of its stance there. */
const audiencesOn = keptQuery((read, place: Place<"campaign", "day">) =>
  read
    .selectFrom("campaign_audience as mine")
    .leftJoin("stance_reading as latest", (join) => join.on("latest.id", "=", latestReadingId(place("day"))))
    .select(["mine.audience_id as id", "latest.read_on as readOn", "latest.stance"])
    .select(lastMet(place("day")).as("lastContactOn"))
    .where("mine.campaign_id", "=", place("campaign"))
    .where("mine.ended_on", "is", null),
);

const lastMet = (day: CalendarDate) => sql<CalendarDate | null>`(
  select max(met.day) from audience_meeting met
  where met.audience_id = mine.audience_id and met.campaign_id = mine.campaign_id and met.day <= ${day})`;

const latestReadingId = (day: CalendarDate) => sql<string>`(
  select reading.id from stance_reading reading
  where reading.campaign_id = mine.campaign_id and reading.audience_id = mine.audience_id
    and reading.contact_id is null and reading.read_on <= ${day}
  order by reading.read_on desc, reading.rowid desc limit 1)`;

/** Objections heard often to which no reply is cleared as it reads now, each with the audience that said it last. */
export async function listUnclearedObjections(
  read: Queries,
  campaignId: string,
  times: ReadonlyMap<string, number>,
  day: CalendarDate,
): Promise<GapGround["objections"]> {
  const which = { campaign: campaignId, day, kind: "objection", ids: JSON.stringify([...times.keys()]) };
  return unclearedAmong(await objectionsAndClearances(read, which), times);
}

type OfObjections = {
  objectionsInUse: readonly KeptRow<typeof objectionsInUse>[];
  clearancesOf: readonly KeptRow<typeof clearancesOf>[];
};

function unclearedAmong(found: OfObjections, times: ReadonlyMap<string, number>): GapGround["objections"] {
  const cleared = new Set(
    found.clearancesOf.map(({ subject_id, text_hash }) => `${subject_id}/${text_hash}`),
  );
  return found.objectionsInUse
    .filter(
      ({ id, name, wordsToSay }) =>
        wordsToSay === "" || !cleared.has(`${id}/${wordsToSayHash({ name, wordsToSay })}`),
    )
    .map(({ id, code, name, wordsToSay, lastOn, audienceId, audienceName, priority }) => ({
      objection: { id, code, name, hasReply: wordsToSay !== "" },
      audience: { id: audienceId, name: audienceName, priority },
      heard: times.get(id) ?? 0,
      lastOn,
    }));
}

const objectionsInUse = keptQuery((read, place: Place<"campaign" | "ids", "day">) =>
  read
    .selectFrom("objection")
    .innerJoin("objection_last_heard as last", "last.objection_id", "objection.id")
    .innerJoin("audience", "audience.id", "last.audience_id")
    .innerJoin("campaign_audience as mine", (join) =>
      join
        .onRef("mine.audience_id", "=", "audience.id")
        .onRef("mine.campaign_id", "=", "objection.campaign_id"),
    )
    .select(["objection.id", "objection.code", "objection.name", "objection.words_to_say as wordsToSay"])
    .select(["audience.id as audienceId", "audience.name as audienceName", "mine.priority"])
    .select((eb) => eb.fn.max("last.day").as("lastOn"))
    .where("objection.campaign_id", "=", place("campaign"))
    .where("objection.retired_at", "is", null)
    .where("objection.id", "in", eachIn(place("ids")))
    .where("mine.ended_on", "is", null)
    .where("last.day", "<=", place("day"))
    .groupBy("objection.id"),
);

const objectionsAndClearances = together({ objectionsInUse, clearancesOf });

const gapGround = together({
  audiencesOn,
  plannedAhead,
  outdatedAhead,
  setAsideOn,
  objectionsInUse,
  clearancesOf,
});
