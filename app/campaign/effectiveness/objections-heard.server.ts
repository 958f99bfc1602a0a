import { type RawBuilder, sql } from "kysely";
import { compareCodes } from "#app/text/in-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, type KeptRow, keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { ObjectionHeard } from "./reception-report.ts";

/** What objections were heard is made of; of one campaign, and of what the day is. */
export function objectionsHeardQueries() {
  return {
    objectionsWithMessages,
    metLater,
    ...heardQueries(
      (place: Place<"campaign">) =>
        sql<string>`(select id from objection where campaign_id = ${place("campaign")})`,
    ),
  };
}

type Found = {
  [Name in keyof ReturnType<typeof objectionsHeardQueries>]: readonly KeptRow<
    ReturnType<typeof objectionsHeardQueries>[Name]
  >[];
};

/**
 * The objections of a campaign that were heard at meetings up to a day, the one heard most first. What is counted as it
 * is written answers where no meeting came after the day; else the outcomes are counted.
 */
export async function listObjectionsHeard(
  read: Queries,
  found: Found,
  campaignId: string,
  day: CalendarDate,
): Promise<ObjectionHeard[]> {
  const counts = found.metLater.length === 0 ? heardById(found) : await countHeardBy(read, campaignId, day);
  return found.objectionsWithMessages
    .flatMap(({ is_difficult_question, messages, ...objection }) => {
      const heard = counts.get(objection.id);
      if (heard === undefined) return [];
      const numbers = messages === null ? [] : messages.split(",").map(Number);
      const isDifficultQuestion = is_difficult_question === 1;
      return [{ ...objection, isDifficultQuestion, messages: numbers.toSorted((a, b) => a - b), ...heard }];
    })
    .toSorted((a, b) => b.heard - a.heard || compareCodes(a.code, b.code));
}

const objectionsWithMessages = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("objection")
    .leftJoin("message_objection as against", "against.objection_id", "objection.id")
    .leftJoin("key_message as message", "message.id", "against.key_message_id")
    .select(["objection.id", "objection.code", "objection.name", "objection.is_difficult_question"])
    .select(sql<string | null>`group_concat(message.number)`.as("messages"))
    .where("objection.campaign_id", "=", place("campaign"))
    .groupBy("objection.id"),
);

/** One event after the day that was held or has an outcome, if there is any. */
const metLater = keptQuery((read, place: Place<"campaign", "day">) =>
  read
    .selectFrom("outreach_event as event")
    .select("event.id")
    .where("event.campaign_id", "=", place("campaign"))
    .where("event.day", ">", place("day"))
    .where((eb) =>
      eb.or([
        eb("event.result", "=", "held"),
        eb.exists(
          eb
            .selectFrom("outcome")
            .select("outcome.id")
            .whereRef("outcome.outreach_event_id", "=", "event.id"),
        ),
      ]),
    )
    .limit(1),
);

/** The same figures as they stood by a day, counted from the outcomes and the meetings up to it. */
async function countHeardBy(
  read: Queries,
  campaignId: string,
  day: CalendarDate,
): Promise<ReadonlyMap<string, Heard>> {
  const { rows } = await sql<Heard & { id: string }>`
    WITH raised AS (
      SELECT r.objection_id, r.audience_id, r.is_answered, e.id AS event_id, e.day
      FROM outreach_event e JOIN outcome o ON o.outreach_event_id = e.id JOIN outcome_objection r ON r.outcome_id = o.id
      WHERE e.campaign_id = ${campaignId} AND e.day <= ${day} AND r.objection_id IS NOT NULL
    ), hearing AS (
      SELECT raised.objection_id, coalesce(raised.audience_id, a.audience_id) AS audience_id, raised.day, raised.is_answered
      FROM raised LEFT JOIN outreach_event_audience a
        ON raised.audience_id IS NULL AND a.outreach_event_id = raised.event_id
    ), last_heard AS (
      SELECT objection_id, audience_id, max(day) AS day, is_answered
      FROM hearing WHERE audience_id IS NOT NULL GROUP BY objection_id, audience_id
    ), quiet AS (
      SELECT objection_id, count(*) AS audiences FROM last_heard
      WHERE is_answered = 1 AND EXISTS (
        SELECT 1 FROM audience_meeting met
        WHERE met.audience_id = last_heard.audience_id AND met.campaign_id = ${campaignId}
          AND met.day > last_heard.day AND met.day <= ${day})
      GROUP BY objection_id
    )
    SELECT raised.objection_id AS id, count(*) AS heard, sum(raised.is_answered) AS answered,
      coalesce((SELECT audiences FROM quiet WHERE quiet.objection_id = raised.objection_id), 0) AS notPressed
    FROM raised GROUP BY raised.objection_id`.execute(read);
  return new Map(rows.map(({ id, ...heard }) => [id, heard]));
}

/**
 * How often an objection was heard and answered; `notPressed` counts the audiences that raised it, were answered the last
 * time, and have met us since without raising it again.
 */
export type Heard = { heard: number; answered: number; notPressed: number };

export const NEVER_HEARD: Heard = { heard: 0, answered: 0, notPressed: 0 };

/** How each objection was heard. Objections that nobody raised are left out. */
export async function countHeard(
  read: Queries,
  objectionIds: readonly string[],
): Promise<ReadonlyMap<string, Heard>> {
  if (objectionIds.length === 0) return new Map();
  return heardById(await heardOf(read, { objections: JSON.stringify(objectionIds) }));
}

const heardOf = together(heardQueries((place: Place<"objections">) => eachIn(place("objections"))));

function heardQueries<Name extends string>(among: (place: Place<Name>) => RawBuilder<string>) {
  return {
    heard: keptQuery((read, place: Place<Name>) =>
      read
        .selectFrom("objection_heard")
        .select(["objection_id as id", "heard", "answered"])
        .where("objection_id", "in", among(place)),
    ),
    notPressed: keptQuery((read, place: Place<Name>) =>
      read
        .selectFrom("objection_last_heard as last")
        .innerJoin("objection", "objection.id", "last.objection_id")
        .select((eb) => ["last.objection_id as id", eb.fn.countAll<number>().as("audiences")])
        .where("last.objection_id", "in", among(place))
        .where("last.is_answered", "=", 1)
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom("audience_meeting as met")
              .select("met.day")
              .whereRef("met.audience_id", "=", "last.audience_id")
              .whereRef("met.campaign_id", "=", "objection.campaign_id")
              .whereRef("met.day", ">", "last.day"),
          ),
        )
        .groupBy("last.objection_id"),
    ),
  };
}

function heardById({ heard, notPressed }: Pick<Found, "heard" | "notPressed">): ReadonlyMap<string, Heard> {
  const quiet = new Map(notPressed.map((row) => [row.id, row.audiences]));
  return new Map(heard.map(({ id, ...times }) => [id, { ...times, notPressed: quiet.get(id) ?? 0 }]));
}
