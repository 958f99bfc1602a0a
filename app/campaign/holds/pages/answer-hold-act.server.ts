import { z } from "zod";
import { identifier, line, paragraphs } from "#app/http/fields.ts";
import { type CampaignArrival, notAllowed, type Sent } from "#app/http/page.server.ts";
import { type Read, readForm } from "#app/http/read-form.ts";
import { refuseForm, save } from "#app/http/save-form.server.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
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
import { reportHoldingLine } from "../holding-lines/holding-line-standing.server.ts";
import { explainLineAnswer, explainSendingRefusal } from "../holding-lines/line-answers.ts";
import { readAnswerBy } from "../holding-lines/line-times.ts";
import {
  dropNotice,
  markNoticeSent,
  type Recipient,
  sendNewLine,
} from "../holding-lines/new-line-notices.server.ts";
import { liftMessageHold } from "../store.server.ts";

const person = z.string().regex(/^(account|contact):[A-Za-z0-9:._-]{1,128}$/, "Choose people from the list");

const people = z
  .union([person.transform((one) => [one]), z.array(person).max(500, "Choose no more than 500 people")])
  .default([]);

/** What can be sent about the new line: to whom, or one notice. */
const noticeSchemas = [
  z.object({ intent: z.literal("send-new-line"), to: people }),
  z.object({ intent: z.literal("mark-sent"), notice: identifier }),
  z.object({ intent: z.literal("drop-notice"), notice: identifier }),
] as const;

type NoticeAct = z.infer<(typeof noticeSchemas)[number]>;

/** Sends the new line to people, or keeps it for them; notes that it was sent by hand; takes a kept one back. */
function answerNoticeAct(arrival: Acting, act: NoticeAct) {
  if (!arrival.may("write")) notAllowed("Only those who may write in this campaign may send the new line.");
  const target = targetOf(arrival);
  if (act.intent === "send-new-line" && act.to.length === 0) {
    return refuseForm(arrival.form, { to: "Choose who should get the new line" });
  }
  return save(
    arrival,
    { ok: true, value: act },
    async (change) => {
      switch (act.intent) {
        case "send-new-line":
          return sendNewLine(change, target, act.to.map(recipientOf));
        case "mark-sent":
          return markNoticeSent(change, target, act.notice);
        case "drop-notice":
          return dropNotice(change, target, act.notice);
      }
    },
    ({ reason }) => explainLineRefusal(reason),
  );
}

function recipientOf(one: string): Recipient {
  const [kind, ...id] = one.split(":");
  return { kind: kind === "account" ? "account" : "contact", id: id.join(":") };
}

const shownHash = z.string({ error: "This page is out of date. Reload it" }).max(200);
const schema = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("lift"), reason: paragraphs(2_000, "Write why it can be lifted") }),
    z.object({
      intent: z.literal("send-line"),
      answerBy: z.string().max(40).default(""),
      shownHash: shownHash.optional(),
    }),
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
      to: line(120, "Say who it was reported to"),
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

function lift(arrival: Acting, reason: string) {
  const request = { by: holderOf(arrival), reason, handling: arrival.campaign.handling };
  return save(
    arrival,
    { ok: true, value: request },
    (change) => liftMessageHold(change, targetOf(arrival), request),
    ({ reason: refusal }) => {
      if (refusal === "not-for-the-embassy") notAllowed(explainHoldRefusal(refusal));
      return explainHoldRefusal(refusal);
    },
  );
}

function send(arrival: Acting, { answerBy, shownHash: shown }: Extract<Act, { intent: "send-line" }>) {
  const { campaign: settings, now, may } = arrival;
  if (!may("write")) notAllowed("Only those who may write in this campaign may send a line to the desks.");
  const dueAt = readAnswerBy(answerBy, now);
  return save(
    arrival,
    dueAt.ok ? { ok: true, value: dueAt.at } : { ok: false, errors: { answerBy: dueAt.sentence } },
    (change, at) =>
      sendHoldingLine(change, targetOf(arrival), { dueAt: at, settings, shownHash: shown ?? null }),
    (refusal) =>
      refusal.reason === "cannot-be-asked"
        ? explainSendingRefusal(refusal.refusal)
        : explainLineAnswer(refusal.reason),
  );
}

function report(arrival: Acting, { on, to }: Extract<Act, { intent: "report-line" }>) {
  const { today, may } = arrival;
  if (!may("write")) notAllowed("Only those who may write in this campaign may record a report.");
  return save(
    arrival,
    readDayOfReport(on, today),
    (change, day) => reportHoldingLine(change, targetOf(arrival), { on: day, to }),
    ({ reason }) => explainLineAnswer(reason),
  );
}

function readDayOfReport(on: string, today: CalendarDate): Read<CalendarDate> {
  const day = parseDate(on, today);
  if (!day.ok) return { ok: false, errors: { on: explainDateRefusal(day.reason) } };
  if (day.date <= today) return { ok: true, value: day.date };
  return {
    ok: false,
    errors: { on: "Enter the day it was reported: today or earlier" },
  };
}

type Answer = Extract<Act, { intent: "clear-line" | "return-line" | "release-line" | "ask-for-release" }>;

function answer(arrival: Acting, act: Answer) {
  return save(
    arrival,
    { ok: true, value: act },
    (change) => perform(arrival, change, act),
    ({ reason }) => explainLineAnswer(reason),
  );
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
      return askForRelease(change, target, headOfMissionId);
  }
}

export function targetOf({ campaign, params }: Acting) {
  return { campaignId: campaign.id, holdId: params.hold ?? "" };
}
