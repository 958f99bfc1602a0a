import { sql } from "kysely";
import { listFootnotesOf } from "#app/campaign/paper-text/footnotes.server.ts";
import { type Footnote, messageOfOrigin } from "#app/campaign/paper-text/paper.ts";
import { personName } from "#app/text/person-name.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, type KeptRow, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { numbersIn } from "./figure-key.ts";
import { listMeetings, listPapersAsTold, type PaperAsTold } from "./meetings.server.ts";
import { type Hearers, hearersOf } from "./office.ts";
import { type Log, type LoggedMessage, type PastStatement, toldPoints } from "./past-statement.ts";
import { listPeopleOfEvents } from "./people.server.ts";

/**
 * What these people, and their offices, were told at the latest held events of any campaign that began before the
 * given one, the newest first: by the text of the paper as it was frozen then, and by the logs. Whoever shows it
 * leaves out what a reader may not see.
 */
export async function listPastStatements(
  read: Queries,
  before: { campaignId: string; eventId: string; startsAt: Date; day: CalendarDate },
  hearers: Hearers,
): Promise<PastStatement[]> {
  const eventIds = await listMeetings(read, before, hearers);
  if (eventIds.length === 0) return [];
  const events = JSON.stringify(eventIds);
  const [rows, people, papers, logs] = await Promise.all([
    eventsOf(read, { events }),
    listPeopleOfEvents(read, eventIds),
    listPapersAsTold(read, eventIds),
    listLogs(read, eventIds),
  ]);
  const numbers = await listNumbers(read, [...papers.values()]);
  const began = before.startsAt.toISOString();
  // Ordered here: SQLite would rather walk all events in their order than look up these.
  const newestFirst = rows
    .filter((row) => row.starts_at < began)
    .toSorted((one, other) => other.starts_at.localeCompare(one.starts_at) || one.id.localeCompare(other.id));
  return newestFirst.map((row) => {
    const { attending, audiences } = people.get(row.id) ?? { attending: [], audiences: [] };
    const log = logs.get(row.id) ?? NO_LOG;
    return {
      eventId: row.id,
      campaignId: row.campaign_id,
      title: row.title,
      at: new Date(row.starts_at),
      day: row.day,
      handling: papers.get(row.id)?.handling ?? row.handling,
      by: log.by.length > 0 ? log.by : row.owner === null ? [] : [row.owner],
      people: attending
        .filter(({ hasMissedIt }) => !hasMissedIt)
        .map(({ person: { contactId, name } }) => ({ contactId, name: personName(name) })),
      hearers: hearersOf(attending, audiences),
      points: toldPoints(papers.get(row.id)?.text ?? null, log, numbers),
    };
  });
}

const eventsOf = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("outreach_event as event")
    .leftJoin("account as owner", "owner.id", "event.owner_account_id")
    .select(["event.id", "event.campaign_id", "event.title", "event.starts_at", "event.day"])
    .select(["event.handling", "owner.name as owner"])
    .where("event.id", "in", eachIn(place("events")))
    .where("event.kind", "<>", "internal"),
);

const NO_LOG: LogOfEvent = { by: [], messages: [], answeredIds: [] };

async function listNumbers(
  read: Queries,
  papers: readonly PaperAsTold[],
): Promise<ReadonlyMap<string, number>> {
  const origins = papers.flatMap(({ text }) => text.blocks.map(({ origin }) => messageOfOrigin(origin)));
  const ids = JSON.stringify([...new Set(origins.filter((id) => id !== null))]);
  const rows = await numbersOf(read, { ids });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

const numbersOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("key_message")
    .select(["id", "number"])
    .where("id", "in", eachIn(place("ids"))),
);

/** The campaigns in which an account has a role. */
export async function listOwnCampaigns(read: Queries, accountId: string): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom("campaign_role")
    .select("campaign_id")
    .where("account_id", "=", accountId)
    .execute();
  return new Set(rows.map((row) => row.campaign_id));
}

type LogOfEvent = Log & { by: readonly string[] };

/** What was logged of each event, by its id: by whom, of each message how it was said and taken, and the objections that were answered. */
async function listLogs(
  read: Queries,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, LogOfEvent>> {
  const events = JSON.stringify(eventIds);
  const [outcomes, receptions, revisions, answered] = await Promise.all([
    outcomesOf(read, { events }),
    receptionsOf(read, { events }),
    revisionsOf(read, { events }),
    answeredAt(read, { events }),
  ]);
  const receptionsAt = Map.groupBy(receptions, (row) => row.event_id);
  const worded = new Map(revisions.map((row) => [row.id, row]));
  // Of evidence only figures that the words name were told, and words without a number name none.
  const naming = revisions.filter((row) => row.has_figures === 1 && numbersIn(wordsOf(row)).length > 0);
  const messageIds = [...new Set(naming.map((row) => row.key_message_id))];
  const evidence = await listFootnotesOf(read, "message_proof_point", messageIds);
  return new Map(
    [...Map.groupBy(outcomes, (row) => row.event_id)].map(([eventId, of]) => [
      eventId,
      {
        by: of.map((row) => row.by),
        messages: (receptionsAt.get(eventId) ?? []).map((row) =>
          loggedMessage(row, worded.get(row.revision_id ?? ""), evidence.get(row.key_message_id)),
        ),
        answeredIds: answered.flatMap(({ event_id, id }) =>
          event_id === eventId && id !== null ? [id] : [],
        ),
      },
    ]),
  );
}

const outcomesOf = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("outcome")
    .innerJoin("account", "account.id", "outcome.officer_account_id")
    .select(["outcome.outreach_event_id as event_id", "account.name as by"])
    .where("outcome.outreach_event_id", "in", eachIn(place("events")))
    .orderBy("outcome.logged_at")
    .orderBy("account.sort_name")
    .orderBy("outcome.id"),
);

type RevisionRow = KeptRow<typeof revisionsOf>;

function wordsOf({ talking_point, statement }: Pick<RevisionRow, "talking_point" | "statement">): string {
  return talking_point || statement;
}

function loggedMessage(
  row: KeptRow<typeof receptionsOf>,
  revision: RevisionRow | undefined,
  evidence: readonly Footnote[] = [],
): LoggedMessage {
  return {
    messageId: row.key_message_id,
    messageNumber: row.number,
    revision: revision?.number ?? null,
    revisionText: revision === undefined ? "" : wordsOf(revision),
    evidence,
    wording: row.wording,
    score: row.score,
    whom:
      row.scope === "room"
        ? "the room"
        : row.scope === "contact"
          ? row.contact || "a person no longer recorded"
          : row.audience,
  };
}

const receptionsOf = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("outcome")
    .innerJoin("reception", "reception.outcome_id", "outcome.id")
    .innerJoin("key_message as message", "message.id", "reception.key_message_id")
    .innerJoin("audience", "audience.id", "reception.audience_id")
    .leftJoin("contact", "contact.id", "reception.contact_id")
    .select(["outcome.outreach_event_id as event_id", "reception.key_message_id"])
    .select(["reception.scope", "reception.score", "reception.wording"])
    .select(["reception.message_revision_id as revision_id", "message.number"])
    .select(["audience.name as audience", "contact.name as contact"])
    .where("outcome.outreach_event_id", "in", eachIn(place("events")))
    .orderBy("outcome.logged_at")
    .orderBy("message.number")
    .orderBy("reception.id"),
);

/** The revisions that were rated, each once, for their texts are long; and whether a figure stands behind them. */
const revisionsOf = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("message_revision as revision")
    .select(["revision.id", "key_message_id", "revision.number", "talking_point", "statement"])
    .select(
      sql<number>`exists (select 1 from message_proof_point as link join proof_point on proof_point.id = link.proof_point_id
        where link.key_message_id = revision.key_message_id and figures_json not in ('[]', '{}'))`.as(
        "has_figures",
      ),
    )
    .where(
      "revision.id",
      "in",
      sql<string>`(select message_revision_id from outcome join reception on reception.outcome_id = outcome.id
        where outreach_event_id in ${eachIn(place("events"))})`,
    ),
);

const answeredAt = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("outcome_objection as raised")
    .innerJoin("outcome", "outcome.id", "raised.outcome_id")
    .select(["outcome.outreach_event_id as event_id", "raised.objection_id as id"])
    .where("outcome.outreach_event_id", "in", eachIn(place("events")))
    .where("raised.is_answered", "=", 1),
);
