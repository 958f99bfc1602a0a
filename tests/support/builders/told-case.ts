import { messageOfOrigin } from "#app/campaign/paper-text/paper.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../author.ts";
import type { CasePerson, CaseStatement, ToldCase } from "../told-cases.ts";
import { addAccount, addCampaign } from "./campaign.ts";
import { paper } from "./paper.ts";

const PLANNED_ON: CalendarDate = "2026-11-10";
const KINDS: Readonly<Record<string, string>> = {
  sfrc: "committee",
  senate: "chamber",
  state: "executive agency",
};

/** Two campaigns with an officer each, one who belongs to both, and the message that the cases speak of. */
export async function addTwoCampaigns(database: Database): Promise<void> {
  for (const id of ["esa", "treaty"]) await addCampaign(database, id);
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Petr", { treaty: "officer" });
  await addAccount(database, "Eva", { esa: "officer", treaty: "officer" });
  await recorded(database, async (change) => {
    await change.insert("key_message", { id: "message-2", campaign_id: "esa", number: 2 });
    await change.insert("message_revision", {
      id: "revision-1",
      key_message_id: "message-2",
      number: 1,
      title: "Autonomy and NATO work together",
      statement: "Built to plug in.",
      talking_point: "Built to plug in.",
      avoid: "",
      text_hash: "hash",
      reason: "first",
      made_by: "system",
      made_at: "2026-02-02T12:00:00.000Z",
    });
  });
}

/** Writes a case with people and offices of its own, and gives the planned event, as it is looked up. */
export async function addToldCase(database: Database, one: ToldCase, key: string) {
  const eventId = `${key}-planned`;
  await recorded(database, async (change) => {
    await addPeople(change, one, key);
    for (const [index, statement] of one.told.entries()) await addStatement(change, statement, key, index);
    await addEvent(change, eventId, { campaign: "esa", day: PLANNED_ON, result: "planned" });
    await addParticipants(change, eventId, key, one.planned.people, "not recorded");
  });
  return { campaignId: "esa", eventId, startsAt: new Date(`${PLANNED_ON}T19:00:00.000Z`), day: PLANNED_ON };
}

async function recorded(database: Database, work: (change: Change) => Promise<void>): Promise<void> {
  await database.change(system, unsent, async (change) => {
    await work(change);
    change.describe({
      recordKind: "outreach event",
      recordId: "",
      action: "planned",
      summary: "Planned",
      location: "/",
    });
    return { ok: true };
  });
}

async function addPeople(change: Change, { told, planned }: ToldCase, key: string): Promise<void> {
  const everybody = [...told.flatMap(({ people, absent }) => [...people, ...absent]), ...planned.people];
  const people = [...new Map(everybody.map((person) => [person.key, person])).values()];
  for (const [organisation, kind] of Object.entries(KINDS))
    await change.insert("organisation", {
      id: `${key}-${organisation}`,
      kind,
      name: organisation,
      sort_name: organisation,
    });
  for (const side of ["majority", "minority"] as const)
    await change.insert("audience", {
      id: `${key}-${side}`,
      kind: "congressional committee",
      name: `Senate Foreign Relations, ${side} staff`,
      sort_name: `senate foreign relations, ${side} staff`,
      organisation_id: `${key}-sfrc`,
      side,
    });
  for (const { key: name, organisation, room, side } of people) {
    const contact = { id: `${key}-${name}`, name, sort_name: name, office: room ?? "", source: "card" };
    const organisation_id = `${key}-${organisation}`;
    await change.insert("contact", { ...contact, organisation_id, purpose: "mapping" });
    const link = { id: `${key}-${name}`, audience_id: `${key}-${side}`, contact_id: contact.id };
    if (side !== undefined) await change.insert("audience_contact", link);
  }
}

async function addStatement(
  change: Change,
  statement: CaseStatement,
  key: string,
  index: number,
): Promise<void> {
  const { campaign, daysBefore, result, blocks, score } = statement;
  const id = `${key}-told-${index}`;
  const day = addDays(PLANNED_ON, -daysBefore);
  await addEvent(change, id, { campaign, day, result });
  await addParticipants(change, id, key, statement.people, "attended");
  await addParticipants(change, id, key, statement.absent, "no-show");
  const who = { campaign_id: campaign, outreach_event_id: id, handling: "TLP:AMBER" as const };
  const before = `${day}T12:00:00.000Z`;
  const written = { drafted_by: "system", started_at: before, changed_at: before };
  await change.insert("talking_points", { id, ...who, title: `Paper of ${id}`, stage: "used", ...written });
  await change.insert("talking_points_version", {
    id,
    talking_points_id: id,
    number: 1,
    content_json: JSON.stringify(paper(blocks)),
    text_hash: id,
    reason: index === 0 ? "used" : "cleared",
    made_by: "system",
    made_at: index === 0 ? `${day}T23:00:00.000Z` : before,
  });
  const officer_account_id = campaign === "esa" ? "jana" : "petr";
  const logged = { ground_rule: "background", logged_at: `${day}T22:00:00.000Z` } as const;
  await change.insert("outcome", { id, ...who, officer_account_id, ...logged });
  const messageId = blocks.map(({ origin }) => messageOfOrigin(origin)).find((message) => message !== null);
  if (messageId === undefined || messageId === null) return;
  await change.insert("reception", {
    id,
    outcome_id: id,
    key_message_id: messageId,
    audience_id: `${key}-majority`,
    scope: "room",
    score,
    wording: score === null ? null : "as written",
    message_revision_id: score === null ? null : "revision-1",
  });
}

type CaseEvent = { campaign: string; day: CalendarDate; result: "planned" | "held" | "not held" };

async function addEvent(change: Change, id: string, { campaign, day, result }: CaseEvent): Promise<void> {
  await change.insert("outreach_event", {
    id,
    campaign_id: campaign,
    title: result === "planned" ? "Staff briefing" : `Secret title of ${id}`,
    kind: "office call",
    wall_start: `${day}T14:00`,
    wall_end: `${day}T14:45`,
    zone: "America/New_York",
    starts_at: `${day}T19:00:00.000Z`,
    ends_at: `${day}T19:45:00.000Z`,
    day,
    schedule: "confirmed",
    result,
    ground_rule: "background",
    handling: "TLP:AMBER" as const,
    planned_at: "2026-01-27T12:00:00.000Z",
  });
}

async function addParticipants(
  change: Change,
  eventId: string,
  key: string,
  people: readonly CasePerson[],
  attendance: "attended" | "no-show" | "not recorded",
): Promise<void> {
  for (const person of people)
    await change.insert("outreach_event_participant", {
      id: `${eventId}-${person.key}`,
      outreach_event_id: eventId,
      contact_id: `${key}-${person.key}`,
      reply: "accepted",
      attendance,
    });
}
