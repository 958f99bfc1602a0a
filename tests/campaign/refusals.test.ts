import { expect, test } from "vitest";
import { explainPasswordRefusal } from "#app/campaign/accounts/account.ts";
import { explainAudienceRefusal } from "#app/campaign/audiences/refusals.ts";
import { explainDeskRefusal } from "#app/campaign/clearances/desk.ts";
import { explainDueRefusal } from "#app/campaign/clearances/due.ts";
import { explainContactRefusal } from "#app/campaign/contacts/contact.ts";
import { explainFeedbackRefusal } from "#app/campaign/feedback/feedback.ts";
import { explainHoldRefusal } from "#app/campaign/holds/hold.ts";
import { explainLineRefusal } from "#app/campaign/holds/holding-lines/holding-line.ts";
import { explainLineAnswer } from "#app/campaign/holds/holding-lines/line-answers.ts";
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
import { explainUndoRefusal, type UndoRefusal } from "#app/campaign/undo/undo.ts";
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
  "date-not-understood": "Enter the date like 12 Nov 2026",
  "day-does-not-exist": "That day is not in the calendar. Enter a date like 12 Nov 2026",
  "day-and-month-ambiguous":
    "With slashes, day and month are read differently in Washington and at home. Write the month as a word, like 12 Nov 2026",
  "weekday-does-not-match": "The weekday and the date do not agree. Enter the date like 12 Nov 2026",
  "year-out-of-range": "Enter a year from 1900 to 2199",
};
const LINES = {
  "expiry-in-the-past": "The line must expire after now. Enter a later day or time",
  "nothing-changed": "Nothing is changed: the line says this already, until the same time",
  "hold-lifted": "The hold has been lifted, and its line ended with it",
  "already-cleared": "This version is cleared already",
  "already-sent": "This version is with the desks already",
  "line-expired": "The line has expired. Give it a new time, and send that version",
  "line-not-written": "There is no holding line yet. Write it first",
  "no-cleared-line": "No line is cleared that could be sent. It is kept until one is",
  "not-of-the-campaign": "Choose people of this campaign: nobody else gets its line",
};

test.each([
  ...eachSaid(explainPasswordRefusal, {
    "password-too-short": "Enter a password of 12 characters or more",
    "password-too-long": "Enter a password of 1,000 characters at most",
    "password-is-the-email": "Enter a password that is not the e-mail address",
  }),
  ...eachSaid(explainAudienceRefusal, {
    "side-needed": "Choose majority or minority: the two sides of a committee are two audiences.",
    "side-not-held": "Only a committee has a majority and a minority. Choose no side.",
    "audience-already-here": "This audience belongs to the campaign already.",
    "audience-not-found": "This audience does not belong to the campaign.",
    "reading-in-the-future": "A stance is read on a day that has been. Enter today or an earlier day.",
    "organisation-ended": "This organisation has ended. Choose one that exists.",
    "changed-by-somebody-else":
      "Somebody changed this audience while you were looking at it. Go back and look again.",
  }),
  ...eachSaid((reason: Exclude<UndoRefusal["reason"], "desk-is-needed">) => explainUndoRefusal({ reason }), {
    "not-allowed":
      "Undoing this needs a right that you do not have now. Ask somebody who may make this change today.",
    "changed-since": "Somebody has changed it since. Its history shows what it was; change it back by hand.",
    "not-yours": "Only the person who made a change can undo it here.",
    "cannot-be-undone":
      "This cannot be undone. A clearance is undone by a new version of the text; an erasure is for good, and a review of the day before is withdrawn with a reason.",
    "something-depends-on-it": "Something that was added since needs it. Remove that first.",
    "has-ratings":
      "Somebody has noted how it was received, and these notes stay. Retire the message, or end the audience in the campaign, instead.",
    "used-is-frozen":
      "The paper was used since, so its words stay as they were. Start a new version of it to change them.",
  }),
  ...eachSaid(explainContactRefusal, {
    "person-is-staff":
      "Of staff and civil servants we keep what they said, not a score. Only elected members and senior political appointees have a stance.",
    "campaign-does-not-allow":
      "This campaign keeps no stance of persons. An administrator can allow it in the campaign's settings.",
    "public-record": "This record comes from a public list and changes with it.",
    "changed-by-somebody-else":
      "Somebody changed this contact while you were looking at it. Go back and look again.",
  }),
  ...eachSaid(explainRuleRefusal, {
    "rule-not-understood": "The rule by which it repeats is not understood",
    "repeats-by-seconds": "It repeats by seconds, which a calendar of meetings does not keep",
    "rule-ends-twice": "The rule names both a last day and a number of times",
    "rule-part-unknown": "The rule has a part that is not in the standard for calendars (RFC 5545)",
    "rule-part-does-not-fit":
      "The rule has a part that the standard for calendars (RFC 5545) does not allow there",
  }),
  ...eachSaid(explainSeriesRefusal, {
    "has-happened":
      "Something has been logged or marked of this time, so it did take place or was given up. It stays.",
    "has-a-paper": "Talking points or follow-ups hang on this time. Cancel it instead, so that they stay.",
    "is-the-last": "This is the only time that is left. Cancel it instead, or end the series.",
  }),
  ...eachSaid(explainRepeatRefusal, {
    "no-fifth-weekday": "Not every month has a fifth such weekday. Choose the last one instead",
    "no-such-day-each-month":
      "Not every month has that day. Choose a day up to the 28th, or the last working day",
    "ends-before-it-begins": "Enter a last day that is not before the first",
  }),
  ...eachSaid(explainFeedbackRefusal, {
    "day-in-the-future": "Enter the day on which it happened: today or before",
    "not-of-this-campaign": "Choose from the list of this campaign",
    "not-of-that-audience": "That person is not in the audience. Choose another, or add them to it first",
  }),
  ...eachSaid(explainHoldRefusal, {
    "not-a-clearer": "Only clearers and the head of mission place a hold.",
    "not-for-the-embassy": "Only the embassy’s clearers and the head of mission lift a hold.",
    "no-reason": "Write the reason",
    "message-retired": "The message is retired: nothing uses it that could be held",
    "on-hold-already": "A hold lies on this message already. One message has one hold at a time",
    "lifted-already": "The hold has been lifted already. Its page says by whom and why",
  }),
  ...eachSaid(explainLineRefusal, LINES),
  ...eachSaid(explainLineAnswer, {
    ...LINES,
    "not-sent-for-clearance": "This version is not with the desks. Send it first",
    "answered-already": "The desk has answered already. Nothing more is asked of it about this version",
    "waits-for-the-embassy": "The embassy has not agreed yet",
    "text-is-another":
      "The line has changed since this page was shown. Read the new version, then answer; nothing has been cleared",
    "sent-text-is-another":
      "The line has changed since this page was shown. Read the new version, then answer; nothing has been cleared",
    "handling-is-wider":
      "The line has changed since this page was shown. Read the new version, then answer; nothing has been cleared",
    "not-your-desk": "Only the holder of the desk or the deputy answers for it",
    "own-draft":
      "You wrote a version of this line, and nobody clears their own draft in this campaign. Another clearer must",
    "nobody-of-the-ministry-asked": "No desk of the ministry is asked. Ask one, then send the line again",
    "not-the-head-of-mission": "Only the head of mission named in the campaign’s settings releases a line",
    "nothing-to-report": "The line was not released by the head of mission: there is nothing to report",
    "reported-already": "The release is on record as reported already",
    "not-yours-to-ask": "Only those who write in this campaign ask for a release",
    "no-head-of-mission": "The campaign’s settings name no head of mission who could release it",
  }),
  ...eachSaid(explainInstructionRefusal, {
    "expires-before-received": "Enter a last day on or after the day on which it was received",
    "received-in-the-future": "Enter the day on which it was received: today or before",
    "answered-already": "The instruction is answered already",
    "not-answered": "The instruction is not answered",
    "no-answer-given": "Write how it was answered, with the reference of the cable",
    "attached-already": "The instruction stands over it already",
    "nothing-chosen": "Choose an event or a paper",
  }),
  ...eachSaid(explainMessageClearanceRefusal, {
    "already-cleared": "This wording is cleared already",
    retired: "The message is retired: a retired message is not cleared",
    "text-is-another":
      "Somebody has changed the wording since this page was shown. Read the new wording before you clear it",
    "no-proof-point": "A message without a proof point cannot be cleared. Add one first",
    "own-draft": "You wrote this wording, so somebody else has to clear it",
  }),
  ...eachSaid(explainFramingClearanceRefusal, {
    "message-retired": "The message is retired: its framings are not cleared",
    retired: "The framing is retired: a retired framing is not cleared",
    "no-proof-point": "The message has no proof point, so its framings cannot be cleared. Add one first",
    "already-cleared": "This wording is cleared already",
    "text-is-another":
      "Somebody has changed the wording since this page was shown. Read the new wording before you clear it",
    "own-draft": "You wrote this wording, so somebody else has to clear it",
  }),
  ...eachSaid(explainHandOnRefusal, {
    "no-longer-there": "This was handed on or changed by somebody else meanwhile. Look at the list again",
    "not-a-contact": "Choose somebody of the list who takes it over",
    "same-person": "Choose somebody else: it hangs on this person now",
    "nothing-to-hand-on": "Tick what is to be handed on",
    "nobody-cannot-take-it":
      "A follow-up and a relationship owner need somebody: choose a person, or leave them unticked",
  }),
  ...eachSaid(explainLogRefusal, {
    "event-cancelled":
      "The event is cancelled, so there is nothing to log. If it did take place, put it back first.",
    "event-not-held":
      "The event is marked not held, so there is nothing to log. If it did take place, take that back first.",
    "event-not-begun": "The event has not begun yet. Log it once it has.",
    "already-logged":
      "You have logged this event already. Each officer logs it once; change what you logged instead.",
    "not-your-outcome":
      "Only the officer who logged an outcome can change it. Log what you saw yourself; differences are kept.",
  }),
  ...eachSaid(explainStandingRefusal, {
    "event-already-cancelled": "The event is cancelled already.",
    "event-is-cancelled": "The event is cancelled. Put it back first.",
    "event-not-cancelled": "The event is not cancelled.",
    "event-was-held": "The event is marked held. Take that back first.",
    "event-was-not-held": "The event is marked not held. Plan a new one, or take that back first.",
    "event-has-not-begun": "The event has not begun yet. Cancel or move it instead.",
    "event-has-an-outcome": "An outcome has been logged of this event, so it did take place.",
    "event-not-marked": "The event is marked neither held nor not held.",
    "cancellation-needs-a-reason": "Say why the event is cancelled.",
  }),
  ...eachSaid(explainReviewRefusal, {
    "record-moved":
      "Others were saving at the same moment, so the review would not be of one moment. Save it again.",
    "withdrawn-already": "This review has been withdrawn already.",
    "not-found": "There is no such review in this campaign.",
  }),
  ...eachSaid(explainRangeRefusal, {
    "last-before-first": "The last day is before the first",
    "range-too-long": "Give two years at most at once",
    "no-working-day": "There is no working day of Washington in it: choose every day, or give a single one",
  }),
  ...eachSaid(explainDueRefusal, {
    ...DATES,
    "time-missing": "Enter a time, like 14:00, after the day",
    "time-not-understood": "Enter the time in 24 hours, like 14:00, after the day",
    "time-does-not-exist": "Clocks in Washington skip this time. Choose another one",
    "time-occurs-twice": "Clocks in Washington show this time twice. Choose another one",
    "due-in-the-past": "This time has passed. Choose one that is still to come",
  }),
  ...eachSaid(explainDateRefusal, DATES),
  ...eachSaid(explainTimeRefusal, {
    "time-missing": "Enter a time, like 14:00",
    "time-not-understood": "Enter the time in 24 hours, like 14:00",
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
