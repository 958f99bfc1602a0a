import { z } from "zod";
import { identifier } from "#app/http/fields.ts";
import { afterChange, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, notAllowed, notFound, type Sent } from "#app/http/page.server.ts";
import { explainLineRefusal } from "../holding-line.ts";
import { dropNotice, markNoticeSent, type Recipient, sendNewLine } from "../new-line-notices.server.ts";

const person = z.string().regex(/^(account|contact):[A-Za-z0-9:._-]{1,128}$/, "Choose people of the list");
const people = z
  .union([person.transform((one) => [one]), z.array(person).max(500, "Choose 500 at most")])
  .default([]);

/** What can be sent about the new line: to whom, or one notice. */
export const noticeSchemas = [
  z.object({ intent: z.literal("send-new-line"), to: people }),
  z.object({ intent: z.literal("mark-sent"), notice: identifier }),
  z.object({ intent: z.literal("drop-notice"), notice: identifier }),
] as const;

type NoticeAct = z.infer<(typeof noticeSchemas)[number]>;

/** Sends the new line to people, or keeps it for them; notes that it was sent by hand; takes a kept one back. */
export async function answerNoticeAct(arrival: CampaignArrival & Sent, act: NoticeAct) {
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
