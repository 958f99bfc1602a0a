import type { Handling } from "#app/text/handling.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import type { CorrespondenceKind, Words } from "./words.ts";

/** One saving of a piece of correspondence. */
export type CorrespondenceVersion = Words & {
  id: string;
  number: number;
  handling: Handling;
  /** The same for the same words: what a clearance is bound to. */
  wordsId: string;
  reason: string;
  madeBy: { id: string; name: string };
  madeAt: Date;
};

/**
 * What it is about: a month and perhaps a review, or a meeting and perhaps one person. A cable of some days has the last of
 * them in `daysTo`, and the first where another has that of its month.
 */
export type About = {
  monthFrom: CalendarDate | null;
  daysTo: CalendarDate | null;
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
  read: Queries,
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
  "id" | "kind" | "monthFrom" | "eventId" | "contactId" | "eventTitle"
> & {
  newest: CorrespondenceVersion;
};

const MOST_LISTED = 200;

/** The correspondence of a campaign, the last changed first, 200 at most; of one meeting where it is named. */
export async function listCorrespondence(
  read: Queries,
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
  read: Queries,
  campaignId: string,
  kind: CorrespondenceKind,
  { monthFrom, daysTo, eventId, contactId }: Omit<About, "reviewId">,
): Promise<string | null> {
  const row = await read
    .selectFrom("correspondence")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("kind", "=", kind)
    .where("month_from", "is", monthFrom)
    .where("last_day", "is", daysTo)
    .where("outreach_event_id", "is", eventId)
    .where("contact_id", "is", contactId)
    .executeTakeFirst();
  return row?.id ?? null;
}

function versions(read: Queries) {
  return read
    .selectFrom("correspondence as letter")
    .innerJoin("correspondence_version as version", "version.correspondence_id", "letter.id")
    .innerJoin("account as maker", "maker.id", "version.made_by")
    .leftJoin("outreach_event as event", "event.id", "letter.outreach_event_id")
    .selectAll("version")
    .select(["letter.id as letterId", "letter.campaign_id as campaignId", "letter.kind"])
    .select([
      "letter.version as letterVersion",
      "letter.month_from as monthFrom",
      "letter.last_day as daysTo",
    ])
    .select(["letter.review_id as reviewId", "letter.outreach_event_id as eventId"])
    .select(["letter.contact_id as contactId", "letter.erased_on as erasedOn"])
    .select(["maker.name as maker", "event.title as eventTitle"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>["execute"]>>[number];

function headOf({ letterId: id, letterVersion: version, campaignId, kind, ...row }: Row) {
  const { monthFrom, daysTo, reviewId, eventId, contactId, erasedOn, eventTitle } = row;
  const about = { monthFrom, daysTo, reviewId, eventId, contactId };
  return { id, campaignId, kind, version, ...about, erasedOn, eventTitle };
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

/** What a version says, as it is kept. */
export function wordsIn(json: string): Words {
  const { subject, to, reference, text }: Words = JSON.parse(json);
  return { subject, to, reference, text };
}
