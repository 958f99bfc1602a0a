import { paperHash } from "#app/campaign/paper-text/paper.ts";
import type { Change, NewRow } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "./builders/campaign.ts";
import { record } from "./builders/outreach-campaign.ts";
import { paper } from "./builders/paper.ts";
import { freshDatabase } from "./database.ts";
import { type Instant, instant, many, shuffled } from "./rows-alike.ts";

const MADE = "2026-02-02T12:00:00.000Z";
const EVENT = {
  zone: "America/New_York",
  ground_rule: "background",
  handling: "TLP:AMBER" as const,
} as const;

/** Everything that lists show, in one campaign: of each kind more than any list takes, three and three of one time. */
export function rowsOf(campaign: string) {
  const own = { campaign_id: campaign };
  const event = (id: string, { day, at, end }: Instant): NewRow<"outreach_event"> => ({
    ...{ ...EVENT, ...own, id, title: `Event ${id}`, kind: "briefing", day, starts_at: at, ends_at: end },
    ...{ wall_start: `${day}T09:00`, wall_end: `${day}T10:00`, schedule: "confirmed", result: "planned" },
    planned_at: MADE,
  });
  const coming = many(campaign, "coming", 130, (id, at) => event(id, instant("2026-12-01", at)));
  const open = many(campaign, "open", 70, (id, at) => event(id, instant("2026-09-01", at)));
  const met = many(campaign, "met", 60, (id, at) => ({
    ...event(id, instant("2026-06-01", at)),
    result: "held" as const,
  }));
  const note = { ...EVENT, ...own, officer_account_id: "jana" };
  const outcomes = met.map((one, at) => ({
    ...{ id: `outcome-${one.id}`, outreach_event_id: one.id, said: "Said.", handling: note.handling },
    ...{ campaign_id: campaign, officer_account_id: "jana", ground_rule: note.ground_rule },
    logged_at: instant("2026-07-01", at).at,
  }));
  const message = `${campaign}-message`;
  const promise = { ...own, text: "A paper", promised_by: "us" as const, owner_account_id: "jana" };
  const papers = many(campaign, "paper", 310, (id, at) => ({
    ...{
      ...own,
      id,
      outreach_event_id: coming[at % 130]?.id ?? null,
      title: `Paper ${id}`,
      drafted_by: "jana",
    },
    ...{ handling: "TLP:AMBER" as const, stage: "drafting" as const, started_at: MADE, retired_at: null },
    changed_at: instant("2026-03-01", at).at,
  }));
  return {
    ...{ coming, open, met, outcomes, papers },
    events: [...coming, ...open, ...met],
    eventAudiences: met.map(({ id }) => ({ id: `a-${id}`, outreach_event_id: id, audience_id: "staff" })),
    participants: met.map(({ id }) => ({
      ...{ id: `p-${id}`, outreach_event_id: id, contact_id: "claire", reply: "accepted" as const },
      attendance: "attended" as const,
    })),
    planned: coming.map(({ id }) => ({
      ...{ id: `m-${id}`, outreach_event_id: id, key_message_id: message, position: 1 },
    })),
    receptions: outcomes.map(({ id }) => ({
      ...{ id: `r-${id}`, outcome_id: id, key_message_id: message, audience_id: "staff", contact_id: null },
      ...{ scope: "room" as const, score: 1, wording: "as written" as const },
      message_revision_id: `${message}-1`,
    })),
    blocks: papers.map(({ id }) => ({
      ...{
        id: `b-${id}`,
        talking_points_id: id,
        section: "points to make" as const,
        position: 1,
        text: "Words",
      },
      ...{ origin_kind: "key message" as const, origin_id: message, origin_revision_id: `${message}-1` },
      origin_framing_id: `${campaign}-framing`,
    })),
    versions: many(campaign, "version", 5, (id, at) => ({
      ...{ id, talking_points_id: papers[0]?.id ?? "", number: at + 1, content_json: "{}", made_by: "jana" },
      ...{ text_hash: paperHash(paper([])), reason: "cleared", made_at: MADE },
    })),
    copies: papers.map(({ id }, at) => ({
      ...{
        ...own,
        id: `copy-${id}`,
        talking_points_id: id,
        outreach_event_id: null,
        manner: "Word" as const,
      },
      ...{ text_hash: "0".repeat(64), version_number: null, leaving_line: "", taken_by: "jana" },
      taken_at: instant("2026-04-01", at).at,
    })),
    carried: papers.map(({ id }) => ({
      ...{ id: `carried-${id}`, paper_copy_id: `copy-${id}`, key_message_id: message },
      message_revision_id: `${message}-1`,
    })),
    owed: many(campaign, "owed", 230, (id, at) => ({
      ...{ ...promise, id, outreach_event_id: met[at % 60]?.id ?? null, outcome_id: null, contact_id: null },
      ...{ due_on: instant("2026-08-01", at).day, done_at: null, done_by: null },
    })),
    kept: many(campaign, "kept", 50, (id, at) => ({
      ...{
        ...promise,
        id,
        outreach_event_id: null,
        outcome_id: null,
        contact_id: null,
        due_on: "2026-08-01" as const,
      },
      ...{ done_at: instant("2026-08-01", at).at, done_by: "jana" },
    })),
    feedback: many(campaign, "reply", 110, (id, at) => ({
      ...{ ...own, id, kind: "written reply" as const, day: instant("2026-05-01", at).day, score: 1 },
      ...{
        key_message_id: message,
        audience_id: "staff",
        contact_id: null,
        words: "Said.",
        recorded_by: "jana",
      },
      recorded_at: MADE,
    })),
    instructions: many(campaign, "instruction", 12, (id, at) => ({
      ...{ ...own, id, issuer: "Ministry", reference: id, text: "Say so.", handling: "TLP:AMBER" as const },
      ...{
        received_on: instant("2026-03-01", at).day,
        expires_on: null,
        answered_at: null,
        answered_by: null,
      },
    })),
    wishes: many(campaign, "wish", 70, (id, at) => ({
      ...{ ...own, id, title: id, kind: "briefing", minutes: null, owner_account_id: null },
      ...{ best_by: at < 50 ? instant("2027-01-01", Math.floor(at / 3)).day : null, placed_event_id: null },
      ...{ wished_at: instant("2026-05-01", at).at, dropped_at: null },
    })),
    holds: many(campaign, "hold", 9, (id, at) => ({
      ...{ ...own, id, key_message_id: message, reason: "A remark", placed_by: "jana" },
      ...{ placed_at: instant("2026-05-01", at).at, lifted_by: at === 0 ? null : "jana" },
      lifted_at: at === 0 ? null : "2026-06-01T12:00:00.000Z",
    })),
    feeds: many(campaign, "feed", 9, (id, at) => ({
      ...{ ...own, id, account_id: campaign === "esa" ? "jana" : "petr", token_hash: id.padEnd(43, "t") },
      ...{ titles: "shown" as const, made_at: instant("2026-05-01", at).at, revoked_at: null },
    })),
    objectives: many(campaign, "objective", 9, (id, at) => ({
      ...{ ...own, id, audience_id: null, sentence: id, level: "outcome" as const, indicator: "Votes" },
      ...{ baseline: 0, target: 10, due_on: "2027-01-01" as const, baseline_on: null, expected_from: null },
      ...{ source_message_id: null, source_objection_id: null, source_feedback: null, source_meetings: null },
      ...{ position: Math.floor(at / 3), retired_at: null },
    })),
    givenUp: many(campaign, "given-up", 9, (id, at) => ({
      ...{ ...own, id, audience_id: null, sentence: id, level: "outcome" as const, indicator: "Votes" },
      ...{ baseline: 0, target: 10, due_on: "2027-01-01" as const, baseline_on: null, expected_from: null },
      ...{ source_message_id: null, source_objection_id: null, source_feedback: null, source_meetings: null },
      retired_at: instant("2026-05-01", at).at,
    })),
    messages: many(campaign, "message", 120, (id, at) => ({
      ...{
        ...own,
        id,
        number: at + 2,
        effective_from: null,
        effective_until: null,
        sent_for_review_at: null,
      },
      retired_at: at < 110 ? MADE : null,
    })),
    proofPoints: many(campaign, "proof", 30, (id, at) => ({
      ...{ ...own, id, code: `P${at + 1}`, claim: "So it is.", as_of: "2026-01-01", edition: null },
      ...{ checked_on: null, review_by: instant("2026-05-01", at).day, disclosure: "free to use" as const },
      ...{ owner_account_id: null, retired_at: null },
    })),
    objections: many(campaign, "objection", 130, (id, at) => ({
      ...{ ...own, id, code: `O${at + 1}`, name: "A doubt", says: "No.", note_to_speaker: "" },
      retired_at: at < 20 ? null : MADE,
    })),
    mine: campaign,
  };
}

export type ListRows = ReturnType<typeof rowsOf>;

/** A campaign with all of that, and beside it a second one with as much, of the same audience, contact and officer. */
export async function listsScene(): Promise<{ database: Database; rows: ListRows }> {
  const database = await freshDatabase();
  for (const id of ["esa", "cyber"]) await addCampaign(database, id);
  for (const name of ["Jana", "Petr"]) await addAccount(database, name, { esa: "officer", cyber: "officer" });
  await record(database, async (change) => {
    await change.insert("audience", { id: "staff", kind: "think tank", name: "Staff" });
    const person = { purpose: "mapping", source: "card" } as const;
    await change.insert("contact", { id: "claire", name: "Claire", sort_name: "claire", ...person });
    await change.insert("audience_contact", {
      id: "staff-claire",
      audience_id: "staff",
      contact_id: "claire",
    });
  });
  const rows = rowsOf("esa");
  for (const one of [rowsOf("cyber"), rows]) await record(database, (change) => insertAll(change, one));
  return { database, rows };
}

async function insertAll(change: Change, rows: ListRows): Promise<void> {
  const message = `${rows.mine}-message`;
  const made = { made_by: "jana", made_at: MADE, text_hash: "hash", reason: "first", number: 1 };
  const words = { title: "Title", statement: "Words", talking_point: "Words", avoid: "" };
  const given = { campaign_id: rows.mine, audience_id: "staff", priority: 2, influence: 3, interest: 3 };
  await change.insert("campaign_audience", { id: `${rows.mine}-staff`, ...given });
  await change.insert("key_message", { id: message, campaign_id: rows.mine, number: 1 });
  await change.insertMany("key_message", shuffled(rows.messages));
  const all = [{ id: message }, ...rows.messages];
  const revisions = all.map(({ id }) => ({ id: `${id}-1`, key_message_id: id, ...words, ...made }));
  await change.insertMany("message_revision", revisions);
  const framing = { id: `${rows.mine}-framing`, key_message_id: message, audience_id: "staff" };
  await change.insert("framing", { ...framing, sent_for_review_at: null, retired_at: null });
  await change.insertMany("outreach_event", shuffled(rows.events));
  await change.insertMany("outreach_event_audience", rows.eventAudiences);
  await change.insertMany("outreach_event_participant", rows.participants);
  await change.insertMany("outreach_event_message", rows.planned);
  await change.insertMany("outcome", shuffled(rows.outcomes));
  await change.insertMany("reception", rows.receptions);
  await change.insertMany("talking_points", shuffled(rows.papers));
  await change.insertMany("talking_points_block", rows.blocks);
  await change.insertMany("talking_points_version", shuffled(rows.versions));
  await change.insertMany("paper_copy", shuffled(rows.copies));
  await change.insertMany("paper_copy_message", rows.carried);
  await change.insertMany("follow_up", shuffled([...rows.owed, ...rows.kept]));
  await change.insertMany("feedback", shuffled(rows.feedback));
  await change.insertMany("instruction", shuffled(rows.instructions));
  await change.insertMany("outreach_wish", shuffled(rows.wishes));
  await change.insertMany("message_hold", shuffled(rows.holds));
  await change.insertMany("calendar_feed", shuffled(rows.feeds));
  await change.insertMany("objective", shuffled(rows.objectives));
  await change.insertMany("objective", shuffled(rows.givenUp));
  await change.insertMany("proof_point", shuffled(rows.proofPoints));
  await change.insertMany("objection", shuffled(rows.objections));
}
