import { writtenFile } from "#app/documents/write-in-worker.ts";
import { type Handling, isAtLeastAsStrict } from "#app/text/handling.ts";
import { countryInProse, HOME_CAPITALS } from "#app/time/home-capital.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Installation } from "#db/installation.server.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { CableRecords } from "./cable/cable.ts";
import { type CableAsked, readCableRecords } from "./cable/cable-records.server.ts";
import type { Attendee } from "./meeting/logged-meeting.ts";
import { findMeeting, readNamedInside } from "./meeting/meetings.server.ts";
import type { MeetingAsked, NextMeeting } from "./meeting/memorandum.ts";
import type { Words } from "./words.ts";

/** What the process of the files drafts: the records of a month can be many. */
type ToDraft =
  | { what: "cable"; records: CableRecords }
  | { what: "memorandum of conversation"; asked: MeetingAsked }
  | { what: "thank-you note"; asked: MeetingAsked & { to: Attendee | null; embassy: string } };

declare module "#app/documents/write-in-worker.ts" {
  interface ToWrite {
    correspondence: { draft: ToDraft };
  }
}

async function drafted(draft: ToDraft): Promise<Words> {
  return JSON.parse(Buffer.from(await writtenFile({ kind: "correspondence", draft })).toString());
}

/** A draft with how it travels, and from which month or meeting it is. */
export type Drafted = { words: Words; handling: Handling; monthFrom: CalendarDate | null };

/** The monthly cable as the records would have it now; null where the campaign has no such review. */
export async function draftOfMonth(read: Queries, asked: CableAsked): Promise<Drafted | null> {
  const records = await readCableRecords(read, asked);
  if (records === null) return null;
  const words = await drafted({ what: "cable", records });
  return { words, handling: records.review.campaign.handling, monthFrom: records.span.from };
}

export type MeetingDraftAsked = {
  campaignId: string;
  campaignHandling: Handling;
  eventId: string;
  account: { name: string };
  home: Installation;
  now: Date;
};

/** The memorandum of a meeting as its logs would have it now; null where the campaign has no such meeting. */
export async function draftOfMeeting(read: Queries, asked: MeetingDraftAsked): Promise<Drafted | null> {
  const about = await aboutMeeting(read, asked);
  if (about === null) return null;
  const words = await drafted({ what: "memorandum of conversation", asked: about });
  const { handling } = about.meeting;
  const narrowest = isAtLeastAsStrict(handling, asked.campaignHandling) ? handling : asked.campaignHandling;
  return { words, handling: narrowest, monthFrom: null };
}

/** The thank-you note to one of those who were there, or to nobody by name; null where there is no such meeting or person. */
export async function draftOfThanks(
  read: Queries,
  asked: MeetingDraftAsked & { contactId: string | null },
): Promise<Drafted | null> {
  const about = await aboutMeeting(read, asked);
  const to = about?.meeting.attended.find(({ id }) => id === asked.contactId) ?? null;
  if (about === null || (asked.contactId !== null && to === null)) return null;
  const next = await findNextMeeting(read, about.meeting.eventId, to === null ? [] : [to], asked.now);
  const words = await drafted({
    what: "thank-you note",
    asked: { ...about, next, to, embassy: embassyOf(asked.home) },
  });
  return { words, handling: about.meeting.handling, monthFrom: null };
}

/** Everything that is drafted from about a meeting; null where the campaign has no such one. */
export async function aboutMeeting(read: Queries, asked: MeetingDraftAsked): Promise<MeetingAsked | null> {
  const { campaignId, eventId, account, home, now } = asked;
  const [meeting, inside] = await Promise.all([
    findMeeting(read, campaignId, eventId),
    readNamedInside(read, campaignId),
  ]);
  if (meeting === null) return null;
  return {
    meeting,
    inside,
    next: await findNextMeeting(read, eventId, meeting.attended, now),
    homeZone: home.homeZone,
    today: dateIn(now, WASHINGTON),
    drafter: account.name,
  };
}

/** The next meeting that is planned with the audiences of this one; whether all of these people are in it, and it is confirmed. */
async function findNextMeeting(
  read: Queries,
  eventId: string,
  people: readonly { id: string }[],
  now: Date,
): Promise<NextMeeting | null> {
  const [next] = await nextMeetings(read, { event: eventId, now: now.toISOString() });
  if (next === undefined) return null;
  const ids = JSON.stringify(people.map(({ id }) => id));
  const taking = await takingPart(read, { event: next.id, ids });
  const isWithAll = next.schedule === "confirmed" && people.length > 0 && taking.length === people.length;
  return { day: next.day, kind: next.kind, isWithAll };
}

const nextMeetings = keptQuery((read, place: Place<"event" | "now">) =>
  read
    .selectFrom("outreach_event as event")
    .innerJoin("outreach_event_audience as link", "link.outreach_event_id", "event.id")
    .innerJoin("outreach_event_audience as same", "same.audience_id", "link.audience_id")
    .innerJoin("outreach_event as this", "this.id", "same.outreach_event_id")
    .select(["event.id", "event.day", "event.kind", "event.schedule"])
    .where("this.id", "=", place("event"))
    .whereRef("event.campaign_id", "=", "this.campaign_id")
    .where("event.starts_at", ">", place("now"))
    .where("event.schedule", "<>", "cancelled")
    .where("event.result", "=", "planned")
    .where("event.kind", "<>", "internal")
    .orderBy("event.starts_at")
    .orderBy("event.id")
    .limit(1),
);

const takingPart = keptQuery((read, place: Place<"event" | "ids">) =>
  read
    .selectFrom("outreach_event_participant")
    .select("contact_id")
    .where("outreach_event_id", "=", place("event"))
    .where("contact_id", "in", eachIn(place("ids")))
    .where("reply", "not in", ["declined", "delegated"]),
);

/** "Embassy of the Czech Republic". */
export function embassyOf({ homeZone, homeCountry }: Installation): string {
  const isKnown = HOME_CAPITALS.some((one) => one.zone === homeZone && one.country === homeCountry);
  return isKnown ? `Embassy of ${countryInProse(homeCountry)}` : "[Embassy of …]";
}
