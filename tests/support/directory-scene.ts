import type { Change, NewRow, RecordKind } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "./author.ts";
import { addAccount, addCampaign } from "./builders/campaign.ts";
import { record } from "./builders/outreach-campaign.ts";
import { freshDatabase } from "./database.ts";
import { instant, many, shuffled } from "./rows-alike.ts";

const MADE = "2026-02-02T12:00:00.000Z";
const DAY = "2026-09-01";

/** Three and three of one name. */
const name = (at: number) => `Name ${Math.floor(at / 3)}`;

const nine = <Row>(kind: string, row: (id: string, at: number) => Row) => many("esa", kind, 9, row);

/** People, offices, records of the library and a visit: nine of each kind, three and three alike in what they are sorted by. */
export async function directoryScene(): Promise<Database> {
  const database = await freshDatabase();
  await addCampaign(database, "esa", { own_draft_may_be_cleared: 1 });
  await addAccount(database, "Jana", { esa: "embassy clearer" });
  await record(database, async (change) => {
    await addPeople(change);
    await addLibrary(change);
    await addPapers(change);
    await addVisit(change);
    await addLetters(change);
  });
  await addSessions(database);
  return database;
}

async function addPeople(change: Change): Promise<void> {
  const accounts = nine("account", (id, at) => ({
    ...{
      id,
      name: name(at),
      sort_name: name(at).toLowerCase(),
      email: `${id}@demarche.example`,
      zone: "Europe/Prague" as const,
    },
    ...{ password_hash: null, closed_at: null },
  }));
  await change.insertMany("account", shuffled(accounts));
  const roles = accounts.map(({ id }) => ({ id: `role-${id}`, campaign_id: "esa", account_id: id }));
  await change.insertMany(
    "campaign_role",
    roles.map((role) => ({ ...role, role: "embassy clearer" as const })),
  );
  const desk = { campaign_id: "esa", side: "embassy", country: "CZ", zone: "Europe/Prague" } as const;
  await change.insertMany(
    "clearance_desk",
    shuffled(
      nine("desk", (id, at) => ({
        ...{
          ...desk,
          id,
          name: id,
          position: 5 + Math.floor(at / 3),
          asked_by_default: "not asked" as const,
        },
        ...{ holder_account_id: null, deputy_account_id: null, away_from: null, away_until: null },
        retired_at: null,
      })),
    ),
  );
  const office = { key: null, kind: "committee", chamber: null, as_of: null, ended_on: null };
  await change.insert("organisation", {
    ...office,
    id: "senate",
    name: "A Senate",
    sort_name: "a senate",
    parent_id: null,
  });
  await change.insertMany(
    "organisation",
    shuffled(
      nine("office", (id, at) => ({
        ...office,
        id,
        name: name(at),
        sort_name: name(at).toLowerCase(),
        parent_id: "senate",
      })),
    ),
  );
  await change.insertMany(
    "contact",
    shuffled(
      nine("contact", (id, at) => ({
        ...({
          id,
          name: name(at),
          sort_name: name(at).toLowerCase(),
          purpose: "mapping",
          source: "card",
        } as const),
      })),
    ),
  );
  const known = nine("contact", (id) => ({ id: `k-${id}`, campaign_id: "esa", contact_id: id }));
  await change.insertMany("campaign_contact", known);
  await change.insertMany(
    "audience",
    shuffled(
      nine("audience", (id, at) => ({
        id,
        kind: "press",
        name: name(at),
        sort_name: name(at).toLowerCase(),
      })),
    ),
  );
  const given = { campaign_id: "esa", priority: 2, influence: 3, interest: 3 };
  await change.insertMany(
    "campaign_audience",
    nine("audience", (id) => ({ ...given, id: `m-${id}`, audience_id: id })),
  );
}

async function addLibrary(change: Change): Promise<void> {
  const source = { campaign_id: "esa", published_on: null, address: null, kind: "report" };
  await change.insertMany(
    "source",
    shuffled(
      nine("source", (id, at) => ({ ...source, id, code: id.replace("source", "s"), title: name(at) })),
    ),
  );
  const point = {
    campaign_id: "esa",
    claim: "So it is.",
    as_of: "2026-01-01",
    edition: null,
    checked_on: null,
  };
  await change.insertMany(
    "proof_point",
    nine("proof", (id, at) => ({
      ...{
        ...point,
        id,
        code: `P${at + 1}`,
        review_by: instant("2026-05-01", at).day,
        owner_account_id: null,
      },
      ...{ disclosure: "free to use" as const, retired_at: null },
    })),
  );
  await change.insertMany(
    "proof_point_check",
    shuffled(
      nine("check", (id, at) => ({
        ...{ id, proof_point_id: "proof-000-esa", source_id: null, review_by: null, checked_by: "jana" },
        checked_on: instant("2026-03-01", at).day,
      })),
    ),
  );
  await change.insert("objective", {
    ...{ id: "votes", campaign_id: "esa", audience_id: null, sentence: "Votes", level: "outcome" },
    ...{ indicator: "Votes", baseline: 0, target: 10, due_on: "2027-01-01", baseline_on: null, position: 0 },
    ...{ expected_from: null, source_message_id: null, source_objection_id: null, source_feedback: null },
    ...{ source_meetings: null, retired_at: null },
  });
  const read = { objective_id: "votes", n: null, author_account_id: "jana" };
  await change.insertMany(
    "objective_reading",
    nine("reading", (id, at) => ({ ...read, id, value: at, read_on: instant("2026-03-01", at).day })),
  );
  const review = {
    campaign_id: "esa",
    day: DAY,
    saved_by: "jana",
    format: 1,
    history_stamp: 0,
    erased_on: null,
  } as const;
  await change.insertMany(
    "review",
    shuffled(
      nine("review", (id, at) => ({
        ...{
          ...review,
          id,
          saved_at: instant("2026-03-01", at).at,
          frozen_json: '{"sentence":{"lead":"Said."}}',
        },
        ...{ frozen_hash: "hash", names_hash: "hash", withdrawn_at: null, withdrawn_by: null },
      })),
    ),
  );
}

async function addPapers(change: Change): Promise<void> {
  const paper = {
    campaign_id: "esa",
    outreach_event_id: null,
    drafted_by: "jana",
    handling: "TLP:AMBER" as const,
  };
  const papers = nine("paper", (id, at) => ({
    ...{ ...paper, id, title: id, stage: at < 6 ? ("returned" as const) : ("sent for clearance" as const) },
    ...{ started_at: MADE, changed_at: instant("2026-03-01", at).at, retired_at: null },
  }));
  await change.insertMany("talking_points", shuffled(papers));
  const asked = { campaign_id: "esa", subject_kind: "talking points", text_hash: "hash" } as const;
  const whose = { authority: "embassy", clearance_desk_id: "desk-000-esa", asks: "clear" } as const;
  await change.update("clearance_desk", "desk-000-esa", { holder_account_id: "jana" }, null);
  await change.insertMany(
    "clearance_request",
    shuffled(
      papers.slice(6).map(({ id }) => ({
        ...{ ...asked, ...whose, id: `r-${id}`, subject_id: id, sending: 1, sent_by: "jana", sent_at: MADE },
        ...{ since_clearance_id: null, asked_at: MADE, due_at: "2026-11-12T12:00:00.000Z", silence_at: null },
        ...{ answer: null, answer_manner: null, answered_by: null, answered_for: null, answered_at: null },
        handling: "TLP:AMBER" as const,
      })),
    ),
  );
  await change.insertMany(
    "clearance_comment",
    shuffled(
      nine("comment", (id, at) => ({
        ...{
          id,
          talking_points_id: "paper-000-esa",
          talking_points_block_id: null,
          answers_comment_id: null,
        },
        ...{
          text: "Shorter.",
          made_by: "jana",
          made_at: instant("2026-03-01", at).at,
          side: "embassy" as const,
        },
        ...{ resolved_by: null, resolved_at: null },
      })),
    ),
  );
}

async function addVisit(change: Change): Promise<void> {
  const event = (id: string, kind: string, at: number): NewRow<"outreach_event"> => ({
    ...{ id, kind, campaign_id: "esa", title: id, zone: "America/New_York", ground_rule: "background" },
    ...{ wall_start: `${DAY}T10:00`, wall_end: `${DAY}T11:00`, day: DAY, handling: "TLP:AMBER" as const },
    ...{ starts_at: `${DAY}T1${4 + Math.floor(at / 3)}:00:00.000Z`, ends_at: `${DAY}T18:00:00.000Z` },
    ...{ schedule: "confirmed", result: "planned", planned_at: MADE },
  });
  await change.insert("outreach_event", event("visit", "delegation visit", 0));
  await change.insertMany(
    "outreach_event",
    shuffled(nine("meeting", (id, at) => event(id, "office call", at))),
  );
  const items = nine("meeting", (id) => ({ id: `i-${id}`, outreach_event_id: id, visit_event_id: "visit" }));
  await change.insertMany(
    "visit_item",
    items.map((item) => ({ ...item, decide_by: null })),
  );
  const ofVisit = { outreach_event_id: "visit" };
  await change.insertMany(
    "visit_member",
    shuffled(
      nine("member", (id, at) => ({
        ...ofVisit,
        id,
        name: id,
        account_id: null,
        position: Math.floor(at / 3),
      })),
    ),
  );
  await change.insertMany(
    "visit_deadline",
    shuffled(
      nine("deadline", (id, at) => ({
        ...{ ...ofVisit, id, days: Math.floor(at / 3), title: id, owner_account_id: null },
        ...{ done_at: null, done_by: null },
      })),
    ),
  );
}

async function addLetters(change: Change): Promise<void> {
  const letter = { account_id: "jana", kind: "clearance asked", path: "/", queued_at: MADE, change_id: null };
  const open = { campaign_id: null, once_key: null, claimed_until: null, sent_at: null, dropped_at: null };
  await change.insertMany(
    "mail",
    shuffled(
      many("esa", "letter", 18, (id, at) => ({
        ...{ ...letter, ...open, id, next_try_at: instant("2026-05-01", at).at, taken_back_by: null },
        ...{ handed_over_at: null, given_up_at: at < 9 ? null : instant("2026-06-01", at).at },
      })),
    ),
  );
}

async function addSessions(database: Database): Promise<void> {
  const sessions = nine("session", (id, at) => ({
    ...{ id_hash: id.padEnd(43, "h"), account_id: "jana", created_at: "2026-11-10T10:00:00.000Z" },
    last_seen_at: `2026-11-10T1${Math.floor(at / 3)}:30:00.000Z`,
  }));
  await database.writeUnrecorded((write) => write.insertInto("session").values(shuffled(sessions)).execute());
}

/** Changes of a record that touch two rows of it each, all made at one instant. */
export async function changedOften(
  database: Database,
  recordKind: RecordKind,
  recordId: string,
  times: number,
): Promise<void> {
  for (let time = 1; time <= times; time += 1)
    await database.change(system, unsent, async (change) => {
      await change.update("contact", recordId, { title: `Title ${time}` }, null);
      await change.update("campaign_contact", `k-${recordId}`, { note: `Note ${time}` }, null);
      change.describe({ recordKind, recordId, action: "edited", summary: `Edit ${time}`, location: "/" });
      return { ok: true };
    });
}
