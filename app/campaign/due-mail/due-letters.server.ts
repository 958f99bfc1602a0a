import { whoIsAsked } from "#app/campaign/clearances/desk.ts";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { listStandings } from "#app/campaign/clearances/paper-standings.server.ts";
import type { LetterDetails, LetterKind } from "#app/campaign/mail/letter.ts";
import { clearOldLetters, type OwnLetter, queueOnce } from "#app/campaign/mail/store.server.ts";
import { workingCountryOf } from "#app/campaign/mail/working-country.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Work } from "#app/http/load-context.ts";
import type { HandlingIfAny } from "#app/text/handling.ts";
import type { Database } from "#db/database.server.ts";
import { type Installation, readInstallation } from "#db/installation.server.ts";
import { digestDayAt, isReminderDue } from "./compose-digest.ts";
import { TRIED_FOR_MS } from "./delivery-fault.ts";
import {
  listEventsToSpeakAt,
  listKnownKeys,
  listMailReaders,
  listOfficersOf,
  listOpenClearances,
  type MailReader,
} from "./due.server.ts";

const DAY_MS = 24 * 3_600_000;
/** Far enough ahead for the last working day before a deadline, over any holidays. */
const REMINDED_AHEAD_MS = 12 * DAY_MS;
const KEPT_MS = 90 * DAY_MS;

type DueLetter = { onceKey: string; letter: OwnLetter };
type Around = { database: Database; home: Installation; readers: readonly MailReader[]; now: Date };

/**
 * Queues what is due by the clock, each letter once for its key: the morning's digests, reminders of clearances, and
 * events that begin without cleared points. Found nothing due, it writes nothing.
 */
export async function queueDueLetters(database: Database, now: Date): Promise<void> {
  const around = {
    database,
    now,
    home: await readInstallation(database.read),
    readers: await listMailReaders(database.read),
  };
  const due = [
    ...digestsDue(around),
    ...(await clearancesDue(around)),
    ...(await eventsWithoutPoints(around)),
  ];
  const known = await listKnownKeys(
    database.read,
    due.map(({ onceKey }) => onceKey),
  );
  for (const { onceKey, letter } of due) {
    if (!known.has(onceKey)) await queueOnce(database, onceKey, letter, now);
  }
}

/** The part of the post that looks at the clock: without a mail server only what waits too long is cleared away. */
export const mailWork: Work = {
  name: "mail",
  async run({ database, settings, now }) {
    if (settings.mail !== null) await queueDueLetters(database, now);
    await clearOldLetters(database, {
      waitingSince: new Date(now.getTime() - TRIED_FOR_MS),
      queuedBefore: new Date(now.getTime() - KEPT_MS),
      now,
    });
  },
};

function digestsDue({ home, readers, now }: Around): DueLetter[] {
  return readers
    .filter(({ wantsDigest }) => wantsDigest)
    .flatMap(({ id, zone }) => {
      const date = digestDayAt(now, { zone, country: workingCountryOf(zone, home) });
      if (date === null) return [];
      const letter = own("digest", id, { campaignId: null, title: "", handling: "", path: "/" });
      return [{ onceKey: `digest ${id} ${date}`, letter }];
    });
}

async function clearancesDue({ database, home, readers, now }: Around): Promise<DueLetter[]> {
  const open = await listOpenClearances(database.read, now, new Date(now.getTime() + REMINDED_AHEAD_MS));
  const due: DueLetter[] = [];
  for (const { requestId, deskId, campaignId, paperId, title, handling, barred, ...when } of open) {
    const desk = (await listDesks(database.read, campaignId)).find(({ id }) => id === deskId);
    const asked = desk === undefined ? [] : whoIsAsked(desk, now, barred).people;
    for (const { accountId } of asked) {
      const zone = readers.find(({ id }) => id === accountId)?.zone;
      if (zone === undefined) continue;
      if (!isReminderDue(when, now, { zone, country: workingCountryOf(zone, home) })) continue;
      const path = addressOf.paper(campaignId, paperId);
      const details = { dueAt: when.dueAt, answer: null };
      const about = { campaignId, title, handling, path, details, subjectId: requestId };
      const onceKey = `clearance due ${requestId} ${accountId} ${when.dueAt.toISOString()}`;
      due.push({ onceKey, letter: own("clearance due", accountId, about) });
    }
  }
  return due;
}

async function eventsWithoutPoints({ database, readers, now }: Around): Promise<DueLetter[]> {
  const events = await listEventsToSpeakAt(database.read, now, new Date(now.getTime() + DAY_MS));
  const papers = events.flatMap(({ paperId }) => (paperId === null ? [] : [paperId]));
  const standings = await listStandings(database.read, papers);
  const due: DueLetter[] = [];
  for (const { eventId, campaignId, title, handling, startsAt, paperId } of events) {
    if (paperId !== null && standings.get(paperId)?.status === "cleared") continue;
    for (const accountId of await listOfficersOf(database.read, eventId)) {
      if (!readers.some(({ id }) => id === accountId)) continue;
      const path = addressOf.event(campaignId, eventId);
      const details = { dueAt: startsAt, answer: null };
      const onceKey = `without points ${eventId} ${accountId} ${startsAt.toISOString()}`;
      const about = { campaignId, title, handling, path, details };
      due.push({ onceKey, letter: own("event without cleared points", accountId, about) });
    }
  }
  return due;
}

type About = {
  campaignId: string | null;
  title: string;
  handling: HandlingIfAny;
  path: string;
  details?: LetterDetails;
  subjectId?: string | null;
};

function own(kind: LetterKind, accountId: string, about: About): OwnLetter {
  const { campaignId, title, handling, path, details, subjectId } = about;
  return {
    kind,
    accountId,
    campaignId,
    subjectTitle: title,
    handling,
    path,
    details: details ?? { dueAt: null, answer: null },
    subjectId: subjectId ?? null,
  };
}
