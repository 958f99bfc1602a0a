import { accounts } from "#migrations/0001-accounts.ts";
import { changes } from "#migrations/0002-changes.ts";
import { messages } from "#migrations/0003-messages.ts";
import { whoIsWho } from "#migrations/0004-who-is-who.ts";
import { outreachEvents } from "#migrations/0005-outreach-events.ts";
import { talkingPoints } from "#migrations/0006-talking-points.ts";
import { outcomes } from "#migrations/0007-outcomes.ts";
import { derivedFigures } from "#migrations/0008-derived-figures.ts";
import { search } from "#migrations/0009-search.ts";
import { objectionHeard } from "#migrations/0010-objection-heard.ts";
import { clearanceDesks } from "#migrations/0011-clearance-desks.ts";
import { evidence } from "#migrations/0012-evidence.ts";
import { holds } from "#migrations/0013-holds.ts";
import { mail } from "#migrations/0014-mail.ts";
import { paperCopies } from "#migrations/0015-paper-copies.ts";
import { judgements } from "#migrations/0016-judgements.ts";
import { tellings } from "#migrations/0017-tellings.ts";
import { searchWholeWords } from "#migrations/0018-search-whole-words.ts";
import { searchBlocks } from "#migrations/0019-search-blocks.ts";
import { calendar } from "#migrations/0020-calendar.ts";
import { calendarDays } from "#migrations/0021-calendar-days.ts";
import { visitDeadlines } from "#migrations/0024-visit-deadlines.ts";
import { termEnds } from "#migrations/0025-term-ends.ts";
import { calendarStamps } from "#migrations/0027-calendar-stamps.ts";
import { feedback } from "#migrations/0028-feedback.ts";
import { observationStamps } from "#migrations/0029-observation-stamps.ts";
import { changesLookedAt } from "#migrations/0030-changes-looked-at.ts";
import { effectivenessFits } from "#migrations/0031-effectiveness-fits.ts";
import { reviews } from "#migrations/0032-reviews.ts";
import { objectiveCourses } from "#migrations/0033-objective-courses.ts";
import { coverageCounts } from "#migrations/0034-coverage-counts.ts";
import { loggedMeetings } from "#migrations/0035-logged-meetings.ts";
import { wordingStamps } from "#migrations/0036-wording-stamps.ts";
import { clearedHandling } from "#migrations/0039-cleared-handling.ts";
import { commentsOfASide } from "#migrations/0040-comments-of-a-side.ts";
import { wordsToSay } from "#migrations/0044-words-to-say.ts";
import { wordsInPapers } from "#migrations/0045-words-in-papers.ts";
import { copiesThatFollow } from "#migrations/0047-copies-that-follow.ts";
import { sequenceLeads } from "#migrations/0050-sequence-leads.ts";
import { knownDevices } from "#migrations/0052-known-devices.ts";

/** One step of the schema. Never edited after it has landed: its text is checked against the ledger at each start. */
export type Migration = { name: string; sql: string };

/** In the order in which they are applied. */
export const migrations: readonly Migration[] = [
  accounts,
  changes,
  messages,
  whoIsWho,
  outreachEvents,
  talkingPoints,
  outcomes,
  derivedFigures,
  search,
  objectionHeard,
  clearanceDesks,
  evidence,
  holds,
  mail,
  paperCopies,
  judgements,
  tellings,
  searchWholeWords,
  searchBlocks,
  calendar,
  calendarDays,
  visitDeadlines,
  termEnds,
  calendarStamps,
  feedback,
  observationStamps,
  changesLookedAt,
  effectivenessFits,
  reviews,
  objectiveCourses,
  coverageCounts,
  loggedMeetings,
  wordingStamps,
  clearedHandling,
  commentsOfASide,
  wordsToSay,
  wordsInPapers,
  copiesThatFollow,
  sequenceLeads,
  knownDevices,
];
