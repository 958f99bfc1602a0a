import { sql } from "kysely";
import { type Handling, type HandlingIfAny, isAtLeastAsStrict } from "#app/text/handling.ts";
import { endOfDay, startOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { Period } from "./activity-report.ts";
import type { AskedOfDesk, ClearanceRecord, ClearedPaper } from "./clearance-activity.ts";

/**
 * What became of talking points in a period: papers first cleared in it, what desks were asked in it, and papers used at
 * events of it. Cost follows these.
 */
export async function readClearanceRecord(
  read: Queries,
  campaignId: string,
  { from, to }: Period,
): Promise<ClearanceRecord> {
  const begins = startOfDay(from, WASHINGTON).toISOString();
  const ends = endOfDay(to, WASHINGTON).toISOString();
  const instants = { campaign: campaignId, begins, ends };
  const [cleared, [rounds], asked, used] = await Promise.all([
    papersCleared(read, instants),
    roundsSent(read, instants),
    desksAsked(read, instants),
    papersUsed(read, { campaign: campaignId, from, to }),
  ]);
  const uncleared = used.filter((paper) => !wasCleared(paper));
  return {
    cleared: cleared.map(clearedPaperOf),
    rounds: { sent: rounds?.sent ?? 0, returned: rounds?.returned ?? 0, waiting: rounds?.waiting ?? 0 },
    asked: asked.map(askedOf),
    usedPapers: used.length,
    usedUncleared: uncleared.map(({ id, title, event_id, day }) => ({
      paperId: id,
      title,
      eventId: event_id,
      day,
    })),
  };
}

function wasCleared({ cleared_as, handling }: { cleared_as: string; handling: Handling }): boolean {
  const clearedAs: readonly HandlingIfAny[] = JSON.parse(cleared_as);
  return clearedAs.some((cleared) => isAtLeastAsStrict(handling, cleared));
}

type Instants = "campaign" | "begins" | "ends";

/** Due is what the desks that cleared it had as due time; of a release, what those had that had been asked. */
const papersCleared = keptQuery((read, place: Place<Instants>) =>
  read
    .selectFrom("clearance as made")
    .leftJoin("talking_points as paper", "paper.id", "made.subject_id")
    .leftJoin("outreach_event as event", "event.id", "paper.outreach_event_id")
    .select(["made.cleared_at", "made.manner", "event.starts_at"])
    .select([
      sql<string | null>`(select min(sent_at) ${requests})`.as("sent_at"),
      sql<
        string | null
      >`(select coalesce(max(due_at) filter (where answer = 'cleared'), max(due_at)) ${requests}
        and asks = 'clear' and sending = (select max(sending) ${requests} and sent_at <= made.cleared_at))`.as(
        "due_at",
      ),
    ])
    .where("made.campaign_id", "=", place("campaign"))
    .where("made.subject_kind", "=", "talking points")
    .where("made.cleared_at", ">=", place("begins"))
    .where("made.cleared_at", "<=", place("ends"))
    .where(
      sql<boolean>`not exists (select 1 from clearance earlier where earlier.subject_kind = made.subject_kind
        and earlier.subject_id = made.subject_id
        and (earlier.cleared_at, earlier.id) < (made.cleared_at, made.id))`,
    ),
);

const requests = sql`from clearance_request
  where subject_kind = made.subject_kind and subject_id = made.subject_id`;

type ClearedRow = Awaited<ReturnType<typeof papersCleared>>[number];

function clearedPaperOf({ sent_at, cleared_at, due_at, starts_at, manner }: ClearedRow): ClearedPaper {
  return { sentAt: sent_at, clearedAt: cleared_at, dueAt: due_at, startsAt: starts_at, manner };
}

/** A round is returned when one desk returned it, and waits while a desk that is to clear has not answered. */
const roundsSent = keptQuery((read, place: Place<Instants>) =>
  read
    .selectFrom(
      read
        .selectFrom("clearance_request")
        .select([
          sql<number>`max(answer is 'returned')`.as("is_returned"),
          sql<number>`max(asks = 'clear' and answered_at is null)`.as("is_open"),
        ])
        .where("campaign_id", "=", place("campaign"))
        .where("subject_kind", "=", "talking points")
        .where("sent_at", ">=", place("begins"))
        .where("sent_at", "<=", place("ends"))
        .groupBy(["subject_id", "sending"])
        .as("round"),
    )
    .select([
      sql<number>`count(*)`.as("sent"),
      sql<number>`count(*) filter (where is_returned)`.as("returned"),
      sql<number>`count(*) filter (where is_open and not is_returned)`.as("waiting"),
    ]),
);

const desksAsked = keptQuery((read, place: Place<Instants>) =>
  read
    .selectFrom("clearance_request as request")
    .innerJoin("clearance_desk as desk", "desk.id", "request.clearance_desk_id")
    .select(["desk.id", "desk.name", "desk.country", "desk.zone"])
    .select(["request.asked_at", "request.due_at", "request.answer", "request.answer_manner"])
    .select("request.answered_at")
    .where("request.campaign_id", "=", place("campaign"))
    .where("request.subject_kind", "=", "talking points")
    .where("request.sent_at", ">=", place("begins"))
    .where("request.sent_at", "<=", place("ends"))
    .where("request.asks", "=", "clear")
    .where("request.asked_at", "is not", null)
    .orderBy("desk.position")
    .orderBy("desk.id"),
);

type AskedRow = Awaited<ReturnType<typeof desksAsked>>[number];

function askedOf(row: AskedRow): AskedOfDesk {
  return {
    desk: { id: row.id, name: row.name, country: row.country, zone: row.zone },
    askedAt: row.asked_at ?? "",
    dueAt: row.due_at,
    answer: row.answer,
    isBySilence: row.answer_manner === "by silence",
    answeredAt: row.answered_at,
  };
}

/**
 * The text that was used is the last version, which is frozen at the latest when the paper is marked as used; how it may
 * travel stays as it was then.
 */
const papersUsed = keptQuery((read, place: Place<"campaign", "from" | "to">) =>
  read
    .selectFrom("outreach_event as event")
    .innerJoin("talking_points as paper", "paper.outreach_event_id", "event.id")
    .select(["paper.id", "paper.title", "event.id as event_id", "event.day"])
    .select(
      sql<string>`(select json_group_array(handling) from clearance
        where subject_kind = 'talking points' and subject_id = paper.id
        and text_hash = (select text_hash from talking_points_version where talking_points_id = paper.id
          order by number desc limit 1))`.as("cleared_as"),
    )
    .select("paper.handling")
    .where("event.campaign_id", "=", place("campaign"))
    .where("event.day", ">=", place("from"))
    .where("event.day", "<=", place("to"))
    .where("paper.stage", "=", "used")
    .orderBy("event.day", "desc")
    .orderBy("paper.id"),
);
