import { expect, test } from "vitest";
import { explainPasswordRefusal } from "#app/campaign/accounts/account.ts";
import { explainAudienceRefusal } from "#app/campaign/audiences/audience-of-organisation.ts";
import { explainDeskRefusal } from "#app/campaign/clearances/desk.ts";
import { explainDueRefusal } from "#app/campaign/clearances/due.ts";
import { explainContactRefusal } from "#app/campaign/contacts/contact.ts";
import { explainFeedbackRefusal } from "#app/campaign/feedback/feedback.ts";
import { explainHoldRefusal } from "#app/campaign/holds/hold.ts";
import { explainLineRefusal } from "#app/campaign/holds/holding-lines/holding-line.ts";
import { explainLineAnswer, explainSendingRefusal } from "#app/campaign/holds/holding-lines/line-answers.ts";
import { explainInstructionRefusal } from "#app/campaign/instructions/instruction.ts";
import { explainMessageClearanceRefusal } from "#app/campaign/messages/clear-message.ts";
import { explainFramingClearanceRefusal } from "#app/campaign/messages/framings/framing.ts";
import { explainHandOnRefusal } from "#app/campaign/new-congress/hand-on.ts";
import { explainLogRefusal } from "#app/campaign/outcomes/log-outcome.ts";
import { explainRuleRefusal } from "#app/campaign/outreach-events/series/parse-rule.ts";
import { explainRepeatRefusal } from "#app/campaign/outreach-events/series/repeat-choice.ts";
import { explainSeriesRefusal } from "#app/campaign/outreach-events/series/scope.ts";
import { explainStandingRefusal } from "#app/campaign/outreach-events/standing.ts";
import { explainReviewRefusal } from "#app/campaign/reviews/review-standing.ts";
import { explainRangeRefusal } from "#app/campaign/session-days/spans.ts";
import { explainUndoRefusal, type UndoRefusal } from "#app/campaign/undo/undo-in-words.ts";
import { explainDateRefusal, explainTimeRefusal } from "#app/time/parse-date.ts";

/** One wording for each reason that a rule may give; a reason without one does not compile. */
function eachSaid<Reason extends string>(
  explain: (reason: Reason) => string,
  sentences: Record<Reason, string>,
) {
  const reasons = Object.keys(sentences) as Reason[];
  return reasons.map((reason) => ({ reason, said: explain(reason), sentence: sentences[reason] }));
}

const DATES = {
  "date-missing": "Enter a date, like 12 Nov 2026",
  "date-not-understood": "Enter the date in this form: 12 Nov 2026",
  "day-does-not-exist": "That day is not in the calendar. Enter a date like 12 Nov 2026",
  "day-and-month-ambiguous":
    "Dates with slashes are read differently in Washington and at home. Write the month as a word, like 12 Nov 2026",
  "weekday-does-not-match": "The weekday and the date do not agree. Enter the date in this form: 12 Nov 2026",
  "year-out-of-range": "Enter a year from 1900 to 2199",
};
const LINES = {
  "expiry-in-the-past": "The line must expire in the future. Enter a later day or time",
  "nothing-changed":
    "Nothing has changed: the words, the handling and the expiry are the same. Change one of them first",
  "hold-lifted": "The hold has been lifted, and its line ended with it",
  "already-cleared": "This version is already cleared",
  "already-sent": "This version is already with the desks",
  "line-expired": "The line has expired. Extend it, then send the new version",
  "line-not-written": "There is no holding line yet. Write one first",
  "no-cleared-line": "No line is cleared at present. Once one is, send it, then mark it as sent",
  "not-of-the-campaign": "Choose people in this campaign: the line can go to no one else",
};

test.each([
  ...eachSaid(explainPasswordRefusal, {
    "password-too-short": "Enter a password of 12 characters or more",
    "password-too-long": "Enter a password of 1,000 characters at most",
    "password-is-the-email": "Enter a password other than the e-mail address",
  }),
  ...eachSaid(explainAudienceRefusal, {
    "side-needed": "Choose majority or minority: the two sides of a committee are separate audiences",
    "side-not-held": "Only a committee has a majority and a minority. Do not choose a side",
    "audience-already-here": "This audience is already in the campaign.",
    "audience-not-found": "This audience is not in the campaign.",
    "reading-in-the-future": "A stance reading cannot be dated in the future. Enter today or an earlier day",
    "organisation-ended": "This organisation no longer exists. Choose another.",
    "changed-by-somebody-else":
      "Someone has changed this audience since you opened it. Go back and check it.",
  }),
  ...eachSaid((reason: Exclude<UndoRefusal["reason"], "desk-is-needed">) => explainUndoRefusal({ reason }), {
    "not-allowed": "You no longer have the right to make this change. Ask someone who has.",
    "changed-since": "It has been changed since. The history shows what it was; change it back by hand.",
    "not-yours": "Only the person who made a change can undo it here.",
    "cannot-be-undone":
      "This cannot be undone. A clearance is replaced by clearing a new version of the text; an erasure is permanent; a cable, memorandum or note can go back to an earlier version, and loses none; a review from an earlier day can be withdrawn with a reason, and one taken back can be saved again.",
    "something-depends-on-it": "Something added since depends on it. Remove that first.",
    "has-ratings": "It already has ratings, which are kept. Retire the message or end the audience instead.",
    "used-is-frozen":
      "The paper has since been used, so its words can no longer be changed. To change them, start a new version.",
  }),
  ...eachSaid(explainContactRefusal, {
    "person-is-staff":
      "For staff and civil servants we record what they said, not a score. Only elected members and senior political appointees have a stance.",
    "campaign-does-not-allow":
      "This campaign does not record stances of individuals. An administrator can allow it in the campaign’s settings.",
    "public-record": "This record comes from a public list and changes with it.",
    "changed-by-somebody-else": "Someone has changed this contact since you opened it. Go back and check it.",
  }),
  ...eachSaid(explainRuleRefusal, {
    "rule-not-understood": "The repeat rule cannot be understood",
    "repeats-by-seconds": "The repeat rule counts in seconds, which a calendar of meetings cannot show",
    "rule-ends-twice": "The repeat rule has both a last day and a number of times; keep only one",
    "rule-part-unknown": "The repeat rule has a part that is not in the calendar standard (RFC 5545)",
    "rule-part-does-not-fit":
      "The repeat rule has a part that the calendar standard (RFC 5545) does not allow in that combination",
  }),
  ...eachSaid(explainSeriesRefusal, {
    "has-happened": "Something has been logged or marked for this date, so the date cannot be removed.",
    "has-a-paper":
      "This date has talking points or follow-ups, so it cannot be left out. A cancelled date keeps them.",
    "is-the-last": "A series must keep at least one date, so this one cannot be left out.",
  }),
  ...eachSaid(explainRepeatRefusal, {
    "no-fifth-weekday": "Not every month has that weekday five times. Choose the last such weekday instead",
    "no-such-day-each-month":
      "Not every month has that day. Choose a day up to the 28th, or the last working day",
    "ends-before-it-begins": "Enter a last day on or after the first",
  }),
  ...eachSaid(explainFeedbackRefusal, {
    "day-in-the-future": "Enter the day it happened: today or earlier",
    "not-of-this-campaign": "Choose from this campaign’s list",
    "not-of-that-audience":
      "That person is not in the audience. Choose someone else, or add this person to the audience first",
  }),
  ...eachSaid(explainHoldRefusal, {
    "not-a-clearer": "Only clearers and the head of mission may place a hold.",
    "not-for-the-embassy": "Only the embassy’s clearers and the head of mission may lift a hold.",
    "no-reason": "Write the reason",
    "message-retired": "The message is retired and cannot be put on hold",
    "on-hold-already": "This message is already on hold",
    "lifted-already": "The hold has already been lifted. Its page says by whom and why",
  }),
  ...eachSaid(explainLineRefusal, LINES),
  ...eachSaid(explainLineAnswer, {
    ...LINES,
    "not-sent-for-clearance": "This version is not with the desks. Send it first",
    "answered-already": "The desk has already given its answer on this version",
    "waits-for-the-embassy": "The embassy has not agreed yet. The other desks will be asked once it has",
    "text-is-another":
      "The line has changed since this page was shown. Read the new version, then answer; nothing has been cleared",
    "sent-text-is-another":
      "The line has changed since this page was shown. Read the new version, then answer; nothing has been cleared",
    "handling-is-wider":
      "The line has changed since this page was shown. Read the new version, then answer; nothing has been cleared",
    "not-your-desk":
      "You cannot answer for this desk. Only its holder, its deputy or, if it has no holder, a clearer on its side can",
    "own-draft":
      "You wrote a version of this line, and no one may clear their own draft in this campaign. Another clearer must clear it; an administrator can name one, or change this rule",
    "nobody-of-the-ministry-asked":
      "No ministry desk has been asked. Set one to be asked about holding lines, then send the line again",
    "not-the-head-of-mission": "Only the head of mission named in the campaign’s settings may release a line",
    "nothing-to-report": "The line was not released by the head of mission, so there is nothing to report",
    "reported-already": "The release has already been recorded as reported",
    "not-yours-to-ask": "Only those who may write in this campaign may ask for a release",
    "no-head-of-mission":
      "The campaign’s settings name no head of mission who may release a line. Name an embassy clearer there first",
  }),
  ...eachSaid(explainInstructionRefusal, {
    "expires-before-received":
      "Enter a last day no earlier than the day on which the instruction was received",
    "received-in-the-future": "Enter the day it was received: today or earlier",
    "answered-already": "The instruction has already been answered",
    "not-answered": "The instruction has not been answered",
    "no-answer-given": "Say how it was answered, with the cable reference",
    "attached-already": "The instruction already applies to that event or paper",
    "nothing-chosen": "Choose an event or a paper",
  }),
  ...eachSaid(explainMessageClearanceRefusal, {
    "already-cleared": "This wording is already cleared",
    retired: "The message is retired and cannot be cleared",
    "text-is-another":
      "Someone has changed the wording since you opened this page. Read the new wording before you clear it",
    "no-proof-point": "A message without a proof point cannot be cleared. Add one first",
    "own-draft": "You wrote this wording, so someone else must clear it",
  }),
  ...eachSaid(explainFramingClearanceRefusal, {
    "message-retired": "The message is retired, so its framings cannot be cleared",
    retired: "The framing is retired and cannot be cleared",
    "no-proof-point": "The message has no proof point, so its framings cannot be cleared. Add one first",
    "already-cleared": "This wording is already cleared",
    "text-is-another":
      "Someone has changed the wording since you opened this page. Read the new wording before you clear it",
    "own-draft": "You wrote this wording, so someone else must clear it",
  }),
  ...eachSaid(explainHandOnRefusal, {
    "no-longer-there": "Someone else has handed this over or changed it. Check the list again",
    "not-a-contact": "Choose someone from the list to take over",
    "same-person": "Choose someone else: these items are already with this person",
    "nothing-to-hand-on": "Tick what to hand over",
    "nobody-cannot-take-it":
      "Follow-ups and relationships cannot be left with no one: choose a person, or leave them unticked",
  }),
  ...eachSaid(explainLogRefusal, {
    "event-cancelled":
      "The event is cancelled, so there is nothing to log. If it did take place, reinstate it first.",
    "event-not-held":
      "The event is marked as not held, so there is nothing to log. If it did take place, remove that mark first.",
    "event-not-begun": "The event has not begun yet. Log it once it has.",
    "already-logged":
      "You have already logged this event. Each officer logs an event once; change your log instead.",
    "not-your-outcome":
      "Only the officer who logged an outcome can change it. Log the event yourself; each officer’s log is kept.",
  }),
  ...eachSaid(explainStandingRefusal, {
    "event-already-cancelled": "The event is already cancelled.",
    "event-is-cancelled": "The event is cancelled. Reinstate it first.",
    "event-not-cancelled": "The event is not cancelled.",
    "event-already-held": "The event is already marked as held.",
    "event-already-not-held": "The event is already marked as not held.",
    "event-was-held": "The event is marked as held. Remove that mark first.",
    "event-was-not-held": "The event is marked as not held. Plan a new one, or remove that mark first.",
    "event-has-not-begun":
      "The event has not begun yet, so it can be marked neither as held nor as not held.",
    "event-has-an-outcome": "An outcome has been logged for this event, so it did take place.",
    "event-not-marked": "The event is marked neither as held nor as not held, so there is no mark to remove.",
    "cancellation-needs-a-reason": "Say why the event is cancelled",
  }),
  ...eachSaid(explainReviewRefusal, {
    "record-moved": "Others were saving at the same moment, so the review could not be frozen. Try again.",
    "withdrawn-already": "This review has already been withdrawn.",
    "not-found": "There is no such review in this campaign.",
  }),
  ...eachSaid(explainRangeRefusal, {
    "last-before-first": "The last day is before the first",
    "range-too-long": "Enter at most two years at a time",
    "no-working-day":
      "These days include no working day in Washington: choose “Every day”, or enter a single day",
  }),
  ...eachSaid(explainDueRefusal, {
    ...DATES,
    "time-missing": "Enter a time, like 14:00, after the day",
    "time-not-understood": "Enter the time on the 24-hour clock, like 14:00, after the day",
    "time-does-not-exist": "The clocks in Washington go forward and skip this time. Choose another",
    "time-occurs-twice": "The clocks in Washington go back and this time occurs twice. Choose another",
    "due-in-the-past": "This time has passed. Choose a later one",
  }),
  ...eachSaid(explainDateRefusal, DATES),
  ...eachSaid(explainTimeRefusal, {
    "time-missing": "Enter a time, like 14:00",
    "time-not-understood": "Enter the time on the 24-hour clock, like 14:00",
  }),
  {
    reason: "desk-is-needed",
    said: explainUndoRefusal({
      reason: "desk-is-needed",
      refusal: { reason: "last-of-its-side", side: "embassy" },
    }),
    sentence: explainDeskRefusal({ reason: "last-of-its-side", side: "embassy" }),
  },
])("what is refused because of $reason has its one wording", ({ said, sentence }) => {
  expect(said).toBe(sentence);
});

test("a line that no desk is asked about is refused with the place where desks are set to be asked", () => {
  const said = (["nobody-asked", "embassy-must-be-asked", "ministry-must-be-asked"] as const).map((reason) =>
    explainSendingRefusal({ reason }),
  );
  const rest =
    "desk is asked about holding lines. Set one to be asked under Settings, then send the line again";
  expect(said).toEqual([`No ${rest}`, `No embassy ${rest}`, `No ministry ${rest}`]);
  const late = { reason: "due-in-the-past", desk: "Mission to NATO" } as const;
  expect(explainSendingRefusal(late)).toContain("“Mission to NATO” has passed");
});
