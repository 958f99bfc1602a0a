import { type Kysely, sql } from "kysely";
import { answerOpenRequests } from "#app/campaign/clearances/store.server.ts";
import { type NamedPerson, namesOf, withNamesIn } from "#app/campaign/reviews/names-apart.ts";
import { withLineFeeds } from "#app/text/text-hash.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import type { CorrespondenceKind, Words } from "./words.ts";

/** One saving of a piece of correspondence. */
export type CorrespondenceVersion = Words & {
  id: string;
  number: number;
  handling: string;
  /** The same for the same words: what a clearance is bound to. */
  wordsId: string;
  reason: string;
  madeBy: { id: string; name: string };
  madeAt: Date;
};

/** What it is about: a month and perhaps a review, or a meeting and perhaps one person. */
type About = {
  monthFrom: CalendarDate | null;
  reviewId: string | null;
  eventId: string | null;
  contactId: string | null;
};

/** A cable, a memorandum or a thank-you note with its versions, the newest first; `version` is the row's, for the form. */
export type Correspondence = About & {
  id: string;
  campaignId: string;
  kind: CorrespondenceKind;
  version: number;
  erasedOn: CalendarDate | null;
  eventTitle: string | null;
  versions: readonly [CorrespondenceVersion, ...CorrespondenceVersion[]];
};

/** One piece of correspondence of a campaign; null where it has none by that id. */
export async function findCorrespondence(
  read: Kysely<Schema>,
  campaignId: string,
  id: string,
): Promise<Correspondence | null> {
  const rows = await versions(read)
    .where("letter.campaign_id", "=", campaignId)
    .where("letter.id", "=", id)
    .orderBy("version.number", "desc")
    .execute();
  const [newest, ...earlier] = rows;
  if (newest === undefined) return null;
  return { ...headOf(newest), versions: [versionOf(newest), ...earlier.map(versionOf)] };
}

export type ListedCorrespondence = Pick<
  Correspondence,
  "id" | "kind" | "monthFrom" | "eventId" | "contactId"
> & {
  newest: CorrespondenceVersion;
};

const MOST_LISTED = 200;

/** The correspondence of a campaign, the last changed first, 200 at most; of one meeting where it is named. */
export async function listCorrespondence(
  read: Kysely<Schema>,
  campaignId: string,
  eventId: string | null = null,
): Promise<ListedCorrespondence[]> {
  const rows = await versions(read)
    .where("letter.campaign_id", "=", campaignId)
    .$if(eventId !== null, (query) => query.where("letter.outreach_event_id", "=", eventId))
    .where("version.number", "=", (eb) =>
      eb
        .selectFrom("correspondence_version as other")
        .select((of) => of.fn.max("other.number").as("number"))
        .whereRef("other.correspondence_id", "=", "letter.id"),
    )
    .orderBy("version.made_at", "desc")
    .orderBy("letter.id")
    .limit(MOST_LISTED)
    .execute();
  return rows.map((row) => ({ ...headOf(row), newest: versionOf(row) }));
}

/** The one that is written already about the same; null where none is. */
export async function findWritten(
  read: Kysely<Schema>,
  campaignId: string,
  kind: CorrespondenceKind,
  { monthFrom, eventId, contactId }: Omit<About, "reviewId">,
): Promise<string | null> {
  const row = await read
    .selectFrom("correspondence")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("kind", "=", kind)
    .where("month_from", "is", monthFrom)
    .where("outreach_event_id", "is", eventId)
    .where("contact_id", "is", contactId)
    .executeTakeFirst();
  return row?.id ?? null;
}

function versions(read: Kysely<Schema>) {
  return read
    .selectFrom("correspondence as letter")
    .innerJoin("correspondence_version as version", "version.correspondence_id", "letter.id")
    .innerJoin("account as maker", "maker.id", "version.made_by")
    .leftJoin("outreach_event as event", "event.id", "letter.outreach_event_id")
    .selectAll("version")
    .select([
      "letter.id as letter_id",
      "letter.campaign_id",
      "letter.kind",
      "letter.version as letter_version",
    ])
    .select(["letter.month_from", "letter.review_id", "letter.outreach_event_id", "letter.contact_id"])
    .select(["letter.erased_on", "maker.name as maker", "event.title as event_title"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>["execute"]>>[number];

function headOf(row: Row) {
  return {
    id: row.letter_id,
    campaignId: row.campaign_id,
    kind: row.kind,
    version: row.letter_version,
    monthFrom: row.month_from,
    reviewId: row.review_id,
    eventId: row.outreach_event_id,
    contactId: row.contact_id,
    erasedOn: row.erased_on,
    eventTitle: row.event_title,
  };
}

function versionOf(row: Row): CorrespondenceVersion {
  return {
    ...wordsIn(row.frozen_json),
    id: row.id,
    number: row.number,
    handling: row.handling,
    wordsId: row.words_id,
    reason: row.reason,
    madeBy: { id: row.made_by, name: row.maker },
    madeAt: new Date(row.made_at),
  };
}

function wordsIn(json: string): Words {
  const { subject, to, reference, text }: Words = JSON.parse(json);
  return { subject, to, reference, text };
}

type Written = { words: Words; handling: string };
type Gone = { ok: false; reason: "not-found" };

/** Puts in a draft that was made by rule, as its first version; where one about the same is there already, that one is opened. */
export async function draftCorrespondence(
  change: Change,
  of: { campaignId: string; kind: CorrespondenceKind; about: About },
  written: Written,
): Promise<{ ok: true; id: string } | { ok: false; reason: "written-already"; id: string }> {
  const { campaignId, kind, about } = of;
  const there = await findWritten(change.read, campaignId, kind, about);
  if (there !== null) return { ok: false, reason: "written-already", id: there };
  const id = newId();
  await change.insert("correspondence", {
    id,
    campaign_id: campaignId,
    kind,
    month_from: about.monthFrom,
    review_id: about.reviewId,
    outreach_event_id: about.eventId,
    contact_id: about.contactId,
    erased_on: null,
  });
  await insertVersion(change, { id, number: 1, earlier: [], reason: "Drafted from the records" }, written);
  describe(change, { campaignId, id }, "drafted", `Drafted the ${kind}`);
  return { ok: true, id };
}

type Saved = { ok: true } | Gone | { ok: false; reason: "changed-by-somebody-else" };

/**
 * Saves the next version: what was typed, what is drafted anew, or what an earlier version said. What desks were asked about
 * the version before is withdrawn: an answer counts for its words only.
 */
export async function saveCorrespondence(
  change: Change,
  target: { campaignId: string; id: string },
  written: Written & { reason: string },
  seenVersion: number,
): Promise<Saved> {
  const present = await findCorrespondence(change.read, target.campaignId, target.id);
  if (present === null) return { ok: false, reason: "not-found" };
  const updated = await change.renew("correspondence", present.id, {}, seenVersion);
  if (!updated.ok) return { ok: false, reason: updated.reason };
  const number = present.versions[0].number + 1;
  await insertVersion(
    change,
    { id: present.id, number, earlier: present.versions, reason: written.reason },
    written,
  );
  if (present.kind === "cable")
    await answerOpenRequests(change, { kind: "cable", id: present.id }, "withdrawn");
  const why =
    written.reason === "" ? "" : `: ${written.reason.charAt(0).toLowerCase()}${written.reason.slice(1)}`;
  describe(change, target, "reworded", `Saved version ${number} of the ${present.kind}${why}`);
  return { ok: true };
}

async function insertVersion(
  change: Change,
  of: { id: string; number: number; earlier: readonly CorrespondenceVersion[]; reason: string },
  { words, handling }: Written,
): Promise<void> {
  const frozen = frozenWords(words);
  const same = of.earlier.find((one) => one.handling === handling && frozenWords(one) === frozen);
  await change.insert("correspondence_version", {
    id: newId(),
    correspondence_id: of.id,
    number: of.number,
    frozen_json: frozen,
    handling,
    words_id: same?.wordsId ?? newId(),
    reason: of.reason,
    made_by: change.author.accountId,
    made_at: change.author.now.toISOString(),
  });
}

function frozenWords({ subject, to, reference, text }: Words): string {
  return JSON.stringify({ subject, to, reference, text: withLineFeeds(text) });
}

/**
 * Takes a name out of every version of all correspondence, wherever it stands, and says on it that a name was erased. Whoever
 * erases describes the change, as "erased", which has no Undo. Answers in how many it stood. Source: DOMAIN.md, rule 8.
 */
export async function eraseFromCorrespondence(
  change: Change,
  person: NamedPerson,
  day: CalendarDate,
): Promise<number> {
  const named = await versionsWith(change.read, { name: JSON.stringify(person.name).slice(1, -1) });
  const touched = new Set<string>();
  for (const row of named) {
    const words = wordsIn(row.frozen_json);
    const names = namesOf([person]);
    const erased = Object.fromEntries(
      Object.entries(words).map(([field, said]) => [field, withNamesIn(names.numbered(said), [])]),
    );
    if (names.found().length === 0) continue;
    await change.update("correspondence_version", row.id, { frozen_json: JSON.stringify(erased) }, null);
    touched.add(row.correspondence_id);
  }
  for (const id of touched) await change.update("correspondence", id, { erased_on: day }, null);
  return touched.size;
}

const versionsWith = keptQuery((read, place: Place<"name">) =>
  read
    .selectFrom("correspondence_version")
    .select(["id", "correspondence_id", "frozen_json"])
    .where(sql<number>`instr(frozen_json, ${place("name")})`, ">", 0),
);

function describe(
  change: Change,
  { campaignId, id }: { campaignId: string; id: string },
  action: string,
  summary: string,
): void {
  change.describe({
    recordKind: "correspondence",
    recordId: id,
    action,
    summary,
    location: `/c/${campaignId}/correspondence/${id}`,
  });
}
