import { eraseContact } from "#app/campaign/erasure/store.server.ts";
import { readTraces, type Traces } from "#app/campaign/erasure/traces.server.ts";
import type { Author, Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "./builders/campaign.ts";
import { addOutreachCampaign, addPlan, addReading, record } from "./builders/outreach-campaign.ts";
import { freshDatabase } from "./database.ts";

export const NAME = "Ondřej Qvxzendumsk";
export const OLD_NAME = "Ondra Qvxzendumsk";
export const NAMED = new RegExp(`(?:${NAME}|${OLD_NAME})(?!ij)`, "gi");
export const EMAIL = "qvxzen@wkjpress.example";
/** The mailbox of an office, which both have. */
const DESK = "desk@wkjpress.example";
export const PHONE = "+1 202 555 73519";
export const DAY = "2026-11-20";
export const now = new Date("2026-11-20T17:00:00.000Z");
export const by = (accountId: string): Author => ({ accountId, channel: "web", now });

/** Two campaigns share a person, who stands wherever a name can stand; Petr writes in one, Ada in both, and administers. */
export async function sharedPerson(): Promise<Database> {
  const database = await freshDatabase();
  await addOutreachCampaign(database);
  await addCampaign(database, "cyber");
  await addAccount(database, "Ada", { esa: "officer", cyber: "officer" });
  await addAccount(database, "Zoe", { esa: "officer" });
  await asPetr(database, "added", `Added: ${OLD_NAME}`, (change) => addPeople(change));
  await asPetr(database, "edited", `Saved: ${NAME}`, async (change) => {
    await change.update(
      "contact",
      "gone",
      { name: NAME, sort_name: "qvxzendumsk, ondrej", email: DESK },
      null,
    );
  });
  await asPetr(database, "edited", "Saved: the note", async (change) => {
    await change.update("outcome", "noted", { said: `${NAME} nodded.` }, null);
    await change.update("outcome", "noted", { said: `${NAME.toUpperCase()} nodded twice.` }, null);
    await change.update("follow_up", "promise", { text: `Write to ${OLD_NAME}` }, null);
  });
  await record(database, (change) =>
    change.update("account", "ada", { is_administrator: 1 }, null).then(() => undefined),
  );
  return database;
}

function asPetr(
  database: Database,
  action: string,
  summary: string,
  work: (change: Change) => Promise<void>,
) {
  return database.change(by("petr"), { submission: null, campaignId: "esa" }, async (change) => {
    await work(change);
    change.describe({ recordKind: "contact", recordId: "gone", action, summary, location: "/" });
    return { ok: true };
  });
}

async function addPeople(change: Change): Promise<void> {
  const person = { purpose: "engagement plan", source: "card of Qvxzendumsk" } as const;
  for (const [id, name] of [
    ["gone", OLD_NAME],
    ["stays", "Ondřej Qvxzendumskij"],
  ] as const) {
    await change.insert("contact", {
      ...{
        id,
        name,
        sort_name: name.toLowerCase(),
        ...person,
        title: "Director of Qvxzendumsk",
        email: id === "gone" ? `${id}-${EMAIL}` : DESK,
      },
      ...{
        phone: id === "gone" ? PHONE : "+1 202 555 0000",
        informed_on: "2026-03-03",
        is_elected_or_appointed: 1,
      },
    });
    await change.insert("audience_contact", { id: `in-${id}`, audience_id: "minority", contact_id: id });
    for (const campaign_id of ["esa", "cyber"])
      await change.insert("campaign_contact", {
        id: `${campaign_id}-${id}`,
        campaign_id,
        contact_id: id,
        note: `Note on ${name}, ${id === "gone" ? "" : DESK}`,
      });
    await addReading(change, `read-${id}`, { stance: 4, contact_id: id });
    await change.insert("outreach_event_participant", {
      ...{
        id: `met-${id}`,
        outreach_event_id: "meeting",
        contact_id: id,
        reply: "accepted",
        attendance: "attended",
      },
    });
  }
  await change.insert("reception", {
    ...{
      id: "heard",
      outcome_id: "noted",
      key_message_id: "m2",
      audience_id: "minority",
      contact_id: "gone",
    },
    ...{ scope: "contact", score: 2, wording: null, message_revision_id: null },
  });
  await addPlan(change, "lunch");
  await change.update("outreach_event", "lunch", { title: `Lunch with ${OLD_NAME}` }, null);
  await addPlan(change, "theirs", { campaign_id: "cyber" });
  await change.update("outreach_event", "theirs", { title: `Call on ${NAME}` }, null);
  await change.insert("visit_programme_copy", {
    ...{ id: "copy", outreach_event_id: "lunch", number: 1, programme_hash: "h", holder: NAME },
    ...{ given_at: now.toISOString(), recorded_by: "petr" },
  });
  await change.insert("clearance_desk", {
    ...{ id: "desk", campaign_id: "esa", name: "Americas desk", side: "ministry", position: 9 },
    ...{ country: "CZ", zone: "Europe/Prague", asked_by_default: "clear" },
  });
  await change.insert("clearance_request", {
    ...{ id: "asked", campaign_id: "esa", clearance_desk_id: "desk", authority: "ministry", sending: 1 },
    ...{ subject_kind: "message revision", subject_id: "m2-r1", text_hash: "h" },
    ...{ sent_by: "petr", sent_at: now.toISOString(), asked_at: now.toISOString() },
    ...{ answer: "returned", answer_manner: "by a person", answer_reason: `${NAME} was told otherwise.` },
    ...{ answered_by: "petr", answered_at: now.toISOString() },
  });
  await change.insert("follow_up", {
    ...{
      id: "promise",
      campaign_id: "esa",
      promised_by: "us",
      due_on: "2026-12-01",
      text: `Ring ${NAME}`,
      contact_id: "gone",
    },
  });
  await change.insertUnrecorded("mail", {
    ...{
      id: "letter",
      account_id: "petr",
      campaign_id: "esa",
      kind: "follow-ups due",
      path: "/",
      once_key: null,
    },
    ...{
      subject_title: `Ring ${NAME}`,
      content_json: JSON.stringify({ text: `Ring ${NAME}` }),
      queued_at: now.toISOString(),
      next_try_at: now.toISOString(),
    },
  });
}

/** The version that the page of the person shows. */
export async function versionShown(database: Database): Promise<number> {
  const row = await database.read
    .selectFrom("contact")
    .innerJoin("campaign_contact as mine", "mine.contact_id", "contact.id")
    .select((eb) => eb("contact.version", "+", eb.ref("mine.version")).as("version"))
    .where("mine.id", "=", "esa-gone")
    .executeTakeFirstOrThrow();
  return Number(row.version);
}

/** Erases the person, as that account, with the form of that number; `found` is what the history was found to say before. */
export async function erasePerson(
  database: Database,
  accountId = "ada",
  submission: string | null = null,
  found: Traces | null = null,
) {
  const asked = {
    target: { campaignId: "esa", contactId: "gone" },
    version: await versionShown(database),
    day: DAY,
    traces: found ?? (await readTraces(database.read, "gone", null)),
  } as const;
  return database.change(by(accountId), { submission, campaignId: "esa" }, (change) =>
    eraseContact(change, { ...asked, seenIn: ["esa"] }),
  );
}
