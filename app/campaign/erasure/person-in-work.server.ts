import { type RawBuilder, sql } from "kysely";
import type { Queries } from "#db/schema.ts";

/** What a query of the work of a campaign tells of a person, a row each, by the words of the file. */
type Told = Readonly<Record<string, string | number | null>>;

const NAMED_ONLY = "For named people only (TLP:RED)";

/**
 * Where the work of a campaign names a person: meetings, how they received a message, what they objected, what was promised
 * and what came from them. Our own opinion of a meeting is no part of it. What is for named people only has no title here,
 * for the file leaves.
 */
export async function readPersonInWork(read: Queries, campaignId: string, contactId: string) {
  const rows = async (query: RawBuilder<Told>) => (await query.execute(read)).rows;
  const title = sql`iif(e.handling = 'TLP:RED', ${NAMED_ONLY}, e.title)`;
  const [meetings, receptions, objections, followUps, reactions, letters] = await Promise.all([
    rows(sql<Told>`SELECT e.day, ${title} AS title, e.kind, p.reply, p.attendance, e.result
      FROM outreach_event_participant p JOIN outreach_event e ON e.id = p.outreach_event_id
      WHERE p.contact_id = ${contactId} AND e.campaign_id = ${campaignId} ORDER BY e.day, e.starts_at, e.id`),
    rows(sql<Told>`SELECT e.day, ${title} AS meeting, m.number AS message, r.score
      FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
        JOIN key_message m ON m.id = r.key_message_id
      WHERE r.contact_id = ${contactId} AND o.campaign_id = ${campaignId} ORDER BY e.day, e.starts_at, m.number, r.id`),
    rows(sql<Told>`SELECT e.day, ${title} AS meeting, 
        iif(e.handling = 'TLP:RED', ${NAMED_ONLY}, coalesce(b.name, h.text)) AS objection,
        iif(h.is_answered = 1, 'yes', 'no') AS answered
      FROM outcome_objection h JOIN outcome o ON o.id = h.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
        LEFT JOIN objection b ON b.id = h.objection_id
      WHERE h.contact_id = ${contactId} AND o.campaign_id = ${campaignId} ORDER BY e.day, e.starts_at, h.id`),
    rows(sql<Told>`SELECT f.due_on AS dueOn, f.promised_by AS promisedBy,
        iif(e.handling = 'TLP:RED', ${NAMED_ONLY}, f.text) AS text, f.done_at AS doneAt
      FROM follow_up f LEFT JOIN outreach_event e ON e.id = f.outreach_event_id
      WHERE f.contact_id = ${contactId} AND f.campaign_id = ${campaignId} ORDER BY f.due_on, f.id`),
    rows(sql<Told>`SELECT f.day, f.kind, m.number AS message, f.score, f.words, f.link
      FROM feedback f JOIN key_message m ON m.id = f.key_message_id
      WHERE f.contact_id = ${contactId} AND f.campaign_id = ${campaignId} ORDER BY f.day, f.id`),
    rows(sql<Told>`SELECT l.kind, e.day AS meetingOn FROM correspondence l
        LEFT JOIN outreach_event e ON e.id = l.outreach_event_id
      WHERE l.contact_id = ${contactId} AND l.campaign_id = ${campaignId} ORDER BY e.day, l.id`),
  ]);
  return { meetings, receptions, objections, followUps, reactions, letters };
}
