import type { FormValues } from "#app/http/form-values.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { findFeedback, type StoredFeedback } from "../store.server.ts";

/** The reaction that the address names; another campaign's is not there. */
export async function feedbackHere({ params, campaign, database }: CampaignArrival): Promise<StoredFeedback> {
  return (await findFeedback(database.read, campaign.id, params.feedback ?? "")) ?? notFound();
}

/** What stands in the form of a reaction when it opens. */
export function valuesOf(feedback: StoredFeedback): FormValues {
  return {
    kind: [feedback.kind],
    day: [formatDate(feedback.day)],
    message: [feedback.messageId],
    audience: [feedback.audienceId],
    contact: [feedback.contactId ?? ""],
    score: [String(feedback.score)],
    words: [feedback.words],
    link: [feedback.link],
  };
}

/** The same for a person to read, when somebody else has saved first. */
export function wordsOf(feedback: StoredFeedback): Record<string, string> {
  const { kind, day, message, audience, contact, score, words, link } = feedback;
  const about = {
    message: `${message.number} ${message.title}`,
    audience,
    contact: contact ?? "Nobody in particular",
  };
  return { kind, day: formatDate(day), ...about, score: String(score), words, link };
}
