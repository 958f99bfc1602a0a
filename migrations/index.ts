import { accounts } from "./0001-accounts.ts";
import { changes } from "./0002-changes.ts";
import { messages } from "./0003-messages.ts";
import { whoIsWho } from "./0004-who-is-who.ts";
import { outreachEvents } from "./0005-outreach-events.ts";
import { talkingPoints } from "./0006-talking-points.ts";
import { outcomes } from "./0007-outcomes.ts";
import { derivedFigures } from "./0008-derived-figures.ts";
import { search } from "./0009-search.ts";
import { objectionHeard } from "./0010-objection-heard.ts";
import { clearanceDesks } from "./0011-clearance-desks.ts";
import { evidence } from "./0012-evidence.ts";
import { holds } from "./0013-holds.ts";
import { mail } from "./0014-mail.ts";
import { paperCopies } from "./0015-paper-copies.ts";
import { judgements } from "./0016-judgements.ts";
import { tellings } from "./0017-tellings.ts";
import { searchWholeWords } from "./0018-search-whole-words.ts";
import { searchBlocks } from "./0019-search-blocks.ts";
import { calendar } from "./0020-calendar.ts";
import { calendarDays } from "./0021-calendar-days.ts";
import { visitDeadlines } from "./0024-visit-deadlines.ts";
import { termEnds } from "./0025-term-ends.ts";
import { calendarStamps } from "./0027-calendar-stamps.ts";
import { feedback } from "./0028-feedback.ts";
import { observationStamps } from "./0029-observation-stamps.ts";
import { changesLookedAt } from "./0030-changes-looked-at.ts";
import { effectivenessFits } from "./0031-effectiveness-fits.ts";
import { reviews } from "./0032-reviews.ts";
import { objectiveCourses } from "./0033-objective-courses.ts";
import { coverageCounts } from "./0034-coverage-counts.ts";
import { loggedMeetings } from "./0035-logged-meetings.ts";
import { wordingStamps } from "./0036-wording-stamps.ts";
import { clearedHandling } from "./0039-cleared-handling.ts";
import { commentsOfASide } from "./0040-comments-of-a-side.ts";
import { wordsToSay } from "./0044-words-to-say.ts";
import { wordsInPapers } from "./0045-words-in-papers.ts";
import { copiesThatFollow } from "./0047-copies-that-follow.ts";
import { sequenceLeads } from "./0050-sequence-leads.ts";
import { knownDevices } from "./0052-known-devices.ts";

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
