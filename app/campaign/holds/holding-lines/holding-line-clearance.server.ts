import type { ClearanceRefusal, ReleaseRefusal } from "#app/campaign/clearances/clear-text.ts";
import type { ClearanceSettings } from "#app/campaign/clearances/clearance-round.ts";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { answerBySilence, releaseText, returnFromDesk } from "#app/campaign/clearances/endings.server.ts";
import { canRelease } from "#app/campaign/clearances/requests.server.ts";
import { answerForDesk, askDesks } from "#app/campaign/clearances/rounds.server.ts";
import type { TextToClear } from "#app/campaign/clearances/text-to-clear.server.ts";
import { type AskingRefusal, askedOf, type OfferedDesk } from "#app/campaign/clearances/who-must-clear.ts";
import { listWriters } from "#app/campaign/clearances/writers.server.ts";
import { queueMail } from "#app/campaign/mail/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Change, Done, Gone } from "#db/change.server.ts";
import type { Hold } from "../hold.ts";
import { describeHold, findHold } from "../hold-records.server.ts";
import { answerLine, type LineRefusal, sendLine } from "./holding-line.ts";
import { findLineNow, type LineNow, subjectOfLine } from "./holding-line-standing.server.ts";
import { sendKeptNotices } from "./new-line-notices.server.ts";
import type { LineVersion } from "./store.server.ts";

type Target = { campaignId: string; holdId: string };
type Refused<Reason> = { ok: false; reason: Reason };

type Present = LineNow & { hold: Hold; newest: LineVersion; text: TextToClear };

/** Sends the present version to every desk that is asked for holding lines, all at once; each answers by `dueAt`. */
export async function sendHoldingLine(
  change: Change,
  target: Target,
  sending: { dueAt: Date; settings: ClearanceSettings; shownHash: string | null },
): Promise<
  Done | Gone | Refused<LineRefusal> | { ok: false; reason: "cannot-be-asked"; refusal: AskingRefusal }
> {
  const present = await findPresent(change, target);
  if (!present.ok) return present;
  const { text, standing, newest } = present.value;
  const decided = sendLine(standing);
  if (!decided.ok) return decided;
  const offered = (await listDesks(change.read, target.campaignId)).map((desk): OfferedDesk => {
    return { desk, asks: desk.isAskedForHoldingLines ? "clear" : "not asked", dueAt: sending.dueAt };
  });
  const how = { inParallel: true, sinceClearanceId: null, ...sending };
  const sent = await askDesks(change, text, offered, how);
  if (!sent.ok) return sent;
  const { length } = askedOf(offered);
  const summary = `Sent version ${newest.number} of the holding line to ${length === 1 ? "one desk" : `${length} desks at once`}`;
  return describeHold(change, target, "sent for clearance", summary);
}

type Answering = { requestId: string; shownHash: string; settings: ClearanceSettings };

/** A desk agrees to the version that it was shown; with the last word that was needed the line is cleared and sent. */
export async function answerHoldingLine(
  change: Change,
  target: Target,
  act: Answering,
): Promise<Done | Gone | Refused<LineRefusal | ClearanceRefusal>> {
  const present = await findAnswerable(change, target);
  if (!present.ok) return present;
  const { text, newest, hold } = present.value;
  // The hash of a version covers how it may travel: what was shown with it is that.
  const answered = await answerForDesk(change, text, { ...act, shownHandling: text.handling });
  if (!answered.ok) return answered;
  const isLast = answered.next === "cleared";
  if (isLast) await sendKeptNotices(change, target, hold.message.id);
  const agreed = `The ${answered.desk} cleared version ${newest.number} of the holding line`;
  return describeHold(change, target, "cleared", isLast ? `${agreed}. The line is now cleared` : agreed);
}

/** A desk objects to the version, and says what should change: the other desks are no longer asked. */
export async function returnHoldingLine(
  change: Change,
  target: Target,
  act: { requestId: string; reasons: string },
): Promise<Done | Gone | Refused<LineRefusal | ClearanceRefusal>> {
  const present = await findAnswerable(change, target);
  if (!present.ok) return present;
  const returned = await returnFromDesk(change, present.value.text, act);
  if (!returned.ok) return returned;
  const { number } = present.value.newest;
  const summary = `The ${returned.desk} returned version ${number} of the holding line: ${act.reasons}`;
  return describeHold(change, target, "returned", summary);
}

/** The head of mission releases the version that was shown, to be reported after; it goes to whom it is kept for. */
export async function releaseHoldingLine(
  change: Change,
  target: Target,
  act: { shownHash: string; headOfMissionId: string | null; settings: ClearanceSettings },
): Promise<Done | Gone | Refused<LineRefusal | ReleaseRefusal>> {
  const present = await findAnswerable(change, target);
  if (!present.ok) return present;
  const { text, newest, hold } = present.value;
  const released = await releaseText(change, text, { ...act, shownHandling: text.handling });
  if (!released.ok) return released;
  await sendKeptNotices(change, target, hold.message.id);
  const summary = `The head of mission released version ${newest.number} of the holding line, to be reported afterwards`;
  return describeHold(change, target, "released", summary);
}

/** Asks the head of mission by mail to release the line. */
export async function askForRelease(
  change: Change,
  target: Target,
  headOfMissionId: string | null,
): Promise<Done | Gone | Refused<LineRefusal | "no-head-of-mission">> {
  const present = await findAnswerable(change, target);
  if (!present.ok) return present;
  if (headOfMissionId === null || !canRelease(present.value.round, headOfMissionId))
    return { ok: false, reason: "no-head-of-mission" };
  const { title, handling, path } = present.value.text;
  await queueMail(change, {
    kind: "release asked",
    to: [headOfMissionId],
    campaignId: target.campaignId,
    subjectTitle: title,
    handling,
    path,
  });
  const summary = "Asked the head of mission to release the holding line";
  return describeHold(change, target, "asked for release", summary);
}

/** Records the silence of a desk as its agreement, where the rule has it so now; null where it means nothing. */
export async function answerHoldingLineBySilence(
  change: Change,
  target: Target,
  act: { requestId: string; settings: ClearanceSettings },
): Promise<Done | Gone | Refused<LineRefusal | "no-silence">> {
  const present = await findAnswerable(change, target);
  if (!present.ok) return present;
  const { text, newest, hold } = present.value;
  const answered = await answerBySilence(change, text, act);
  if (answered === null) return { ok: false, reason: "no-silence" };
  if (answered.next === "cleared") await sendKeptNotices(change, target, hold.message.id);
  const agreed = `The ${answered.desk} did not object to version ${newest.number} of the holding line by the deadline`;
  const summary = answered.next === "cleared" ? `${agreed}. The line is now cleared by silence` : agreed;
  return describeHold(change, target, "cleared by silence", summary);
}

type Found = { ok: true; value: Present } | Gone | Refused<LineRefusal>;

async function findAnswerable(change: Change, target: Target): Promise<Found> {
  const present = await findPresent(change, target);
  if (!present.ok) return present;
  const decided = answerLine(present.value.standing);
  return decided.ok ? present : decided;
}

async function findPresent(change: Change, target: Target): Promise<Found> {
  const hold = await findHold(change.read, target.campaignId, target.holdId);
  if (hold === null) return { ok: false, reason: "not-found" };
  const lineNow = await findLineNow(change.read, hold, change.author.now);
  const { line, standing } = lineNow;
  if (line === null) return { ok: false, reason: "line-not-written" };
  const [newest] = line.versions;
  const { text: words, handling, expiresAt, hash, madeBy } = newest;
  const text: TextToClear = {
    campaignId: target.campaignId,
    subject: subjectOfLine(line.id),
    hash,
    content: { text: words, handling, expiresAt: expiresAt.toISOString() },
    status: standing.standing === "cleared" ? "cleared" : "draft",
    title: `Holding line on message ${hold.message.number}`,
    handling,
    path: addressOf.hold(target.campaignId, hold.id),
    drafterId: madeBy.id,
    writers: await listWriters(change.read, subjectOfLine(line.id)),
    isAllClearedByMinistry: false,
    openObjections: 0,
  };
  return { ok: true, value: { ...lineNow, hold, newest, text } };
}
