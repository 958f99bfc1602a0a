import { z } from "zod";
import { explainAskingRefusal } from "#app/campaign/clearances/asked-desks.ts";
import { identifier, line, paragraphs } from "#app/http/fields.ts";
import { afterChange, readForm, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, notAllowed, notFound, type Sent } from "#app/http/page.server.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { holderOf } from "../held.server.ts";
import { explainHoldRefusal } from "../hold.ts";
import { explainLineRefusal } from "../holding-lines/holding-line.ts";
import {
  answerHoldingLine,
  askForRelease,
  releaseHoldingLine,
  returnHoldingLine,
  sendHoldingLine,
} from "../holding-lines/holding-line-clearance.server.ts";
import { reportHoldingLine } from "../holding-lines/holding-line-report.server.ts";
import { explainLineAnswer } from "../holding-lines/line-answers.ts";
import { readAnswerBy } from "../holding-lines/line-times.ts";
import {
  dropNotice,
  markNoticeSent,
  type Recipient,
  sendNewLine,
} from "../holding-lines/new-line-notices.server.ts";
import { liftMessageHold } from "../store.server.ts";

const person = z.string().regex(/^(account|contact):[A-Za-z0-9:._-]{1,128}$/, "Choose people of the list");

const people = z
  .union([person.transform((one) => [one]), z.array(person).max(500, "Choose 500 at most")])
  .default([]);

/** What can be sent about the new line: to whom, or one notice. */
const noticeSchemas = [
  z.object({ intent: z.literal("send-new-line"), to: people }),
  z.object({ intent: z.literal("mark-sent"), notice: identifier }),
  z.object({ intent: z.literal("drop-notice"), notice: identifier }),
] as const;

type NoticeAct = z.infer<(typeof noticeSchemas)[number]>;

/** Sends the new line to people, or keeps it for them; notes that it was sent by hand; takes a kept one back. */
async function answerNoticeAct(arrival: CampaignArrival & Sent, act: NoticeAct) {
  const { database, author, submission, campaign, params, form, may } = arrival;
  if (!may("write")) notAllowed("Only those who write in this campaign send the new line.");
  const target = { campaignId: campaign.id, holdId: params.hold ?? "" };
  if (act.intent === "send-new-line" && act.to.length === 0) {
    return refuseForm(form, { to: "Choose to whom the new line goes" });
  }
  const done = await database.change(author, submission, async (change) => {
    switch (act.intent) {
      case "send-new-line":
        return sendNewLine(change, target, act.to.map(recipientOf));
      case "mark-sent":
        return markNoticeSent(change, target, act.notice);
      case "drop-notice":
        return dropNotice(change, target, act.notice);
    }
  });
  if (done.ok) return afterChange(done);
  return done.reason === "not-found" ? notFound() : refuseByRule(form, explainLineRefusal(done.reason));
}

function recipientOf(one: string): Recipient {
  const [kind, ...id] = one.split(":");
  return { kind: kind === "account" ? "account" : "contact", id: id.join(":") };
}

const shownHash = z.string({ error: "The page is out of date: load it again" }).max(200);
const schema = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("lift"), reason: paragraphs(2_000, "Write why it can be lifted") }),
    z.object({ intent: z.literal("send-line"), answerBy: z.string().max(40).default("") }),
    z.object({ intent: z.literal("clear-line"), request: identifier, shownHash }),
    z.object({
      intent: z.literal("return-line"),
      request: identifier,
      reasons: paragraphs(2_000, "Write what should change"),
    }),
    z.object({ intent: z.literal("release-line"), shownHash }),
    z.object({ intent: z.literal("ask-for-release") }),
    z.object({
      intent: z.literal("report-line"),
      on: line(60, "Enter the day of the report, like 12 Nov 2026"),
      to: line(120, "Say to whom it was reported"),
    }),
    ...noticeSchemas,
  ],
  { error: "Choose what to do" },
);

type Acting = CampaignArrival & Sent;
type Act = z.infer<typeof schema>;

/** Everything that can be done on the page of a hold. */
export async function answerHoldAct(arrival: Acting) {
  const read = readForm(arrival.form, schema);
  if (!read.ok) return refuseForm(arrival.form, read.errors);
  const act = read.value;
  switch (act.intent) {
    case "lift":
      return lift(arrival, act.reason);
    case "send-line":
      return send(arrival, act);
    case "report-line":
      return report(arrival, act);
    case "clear-line":
    case "return-line":
    case "release-line":
    case "ask-for-release":
      return answer(arrival, act);
    default:
      return answerNoticeAct(arrival, act);
  }
}

async function lift(arrival: Acting, reason: string) {
  const { database, author, submission, campaign, form } = arrival;
  const request = { by: holderOf(arrival), reason, handling: campaign.handling };
  const lifted = await database.change(author, submission, (change) =>
    liftMessageHold(change, targetOf(arrival), request),
  );
  if (lifted.ok) return afterChange(lifted);
  if (lifted.reason === "not-found") notFound();
  if (lifted.reason === "not-for-the-embassy") notAllowed(explainHoldRefusal(lifted.reason));
  return refuseByRule(form, explainHoldRefusal(lifted.reason));
}

async function send(arrival: Acting, { answerBy }: Extract<Act, { intent: "send-line" }>) {
  const { database, author, submission, campaign: settings, form, now, may } = arrival;
  if (!may("write")) notAllowed("Only those who write in this campaign send a line to the desks.");
  const dueAt = readAnswerBy(answerBy, now);
  if (!dueAt.ok) return refuseForm(form, { answerBy: dueAt.sentence });
  const sent = await database.change(author, submission, (change) =>
    sendHoldingLine(change, targetOf(arrival), { dueAt: dueAt.at, settings }),
  );
  if (sent.ok) return afterChange(sent);
  if (sent.reason === "not-found") notFound();
  const sentence =
    sent.reason === "cannot-be-asked" ? explainAskingRefusal(sent.refusal) : explainLineAnswer(sent.reason);
  return refuseByRule(form, sentence);
}

async function report(arrival: Acting, { on, to }: Extract<Act, { intent: "report-line" }>) {
  const { database, author, submission, form, now, may } = arrival;
  if (!may("write")) notAllowed("Only those who write in this campaign record a report.");
  const today = dateIn(now, WASHINGTON);
  const day = parseDate(on, today);
  if (!day.ok) return refuseForm(form, { on: explainDateRefusal(day.reason) });
  if (day.date > today)
    return refuseForm(form, { on: "Enter the day on which it was reported, today at the latest" });
  const reported = await database.change(author, submission, (change) =>
    reportHoldingLine(change, targetOf(arrival), { on: day.date, to }),
  );
  if (reported.ok) return afterChange(reported);
  return reported.reason === "not-found"
    ? notFound()
    : refuseByRule(form, explainLineAnswer(reported.reason));
}

type Answer = Extract<Act, { intent: "clear-line" | "return-line" | "release-line" | "ask-for-release" }>;

async function answer(arrival: Acting, act: Answer) {
  const { database, author, submission, form } = arrival;
  const answered = await database.change(author, submission, (change) => perform(arrival, change, act));
  if (answered.ok) return afterChange(answered);
  if (answered.reason === "not-found") notFound();
  return refuseByRule(form, explainLineAnswer(answered.reason));
}

type Changing = Parameters<typeof answerHoldingLine>[0];

async function perform(arrival: Acting, change: Changing, act: Answer) {
  const { campaign: settings } = arrival;
  const { headOfMissionId } = settings;
  const target = targetOf(arrival);
  switch (act.intent) {
    case "clear-line":
      return answerHoldingLine(change, target, {
        requestId: act.request,
        shownHash: act.shownHash,
        settings,
      });
    case "return-line":
      return returnHoldingLine(change, target, { requestId: act.request, reasons: act.reasons.trim() });
    case "release-line":
      return releaseHoldingLine(change, target, { shownHash: act.shownHash, headOfMissionId, settings });
    case "ask-for-release":
      if (!arrival.may("write")) return { ok: false, reason: "not-yours-to-ask" } as const;
      if (headOfMissionId === null) return { ok: false, reason: "no-head-of-mission" } as const;
      return askForRelease(change, target, headOfMissionId);
  }
}

export function targetOf({ campaign, params }: Acting) {
  return { campaignId: campaign.id, holdId: params.hold ?? "" };
}
