import type { CampaignArrival } from "#app/http/page.server.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import { withMessagesShown } from "../beside-matrix.ts";
import { readDayAsked } from "../day-form.tsx";
import { readReceptionReport, readReceptionReportAsKnown } from "../reception-report.server.ts";
import type { ReceptionReport } from "../reception-report.ts";
import { audiencesFramedFor, workOutWordingsUsed } from "../wordings/wordings-used.server.ts";
import { type WordingReport, wordingReport, wordingsInWords } from "../wordings/wordings-used.ts";

/**
 * Everything that the effectiveness page and its files show: as of today in Washington, or of the day and the knowledge
 * that the address asks for.
 */
export async function effectivenessView({ campaign, today, may, url, database }: CampaignArrival) {
  const asked = readDayAsked(url.searchParams, today);
  const readReport = asked.knowledge === "then" ? readReceptionReportAsKnown : readReceptionReport;
  return {
    campaignId: campaign.id,
    asked,
    mayWrite: may("write") && asked.isToday,
    ...(await readReport(database.read, campaign, asked.day)),
  };
}

/** What the page shows beside: the wordings of one message, by all that is known now. */
export async function effectivenessPage(arrival: CampaignArrival) {
  const view = await effectivenessView(arrival);
  const isAsKnown = view.asked.knowledge === "then";
  const wordings = isAsKnown ? null : await wordingsView(arrival, view);
  return { ...withMessagesShown(view), ofMessages: view.messages.length, wordings };
}

export type EffectivenessView = Awaited<ReturnType<typeof effectivenessPage>>;

/** The wordings of one message, each with its name; `title` says what they come to. */
type WordingsView = WordingReport & { number: number; labels: readonly string[]; title: string };

/**
 * How one message is received by the wording in which it was said: the one that the address asks for by number, else
 * the heard one that stands lowest, where wording may matter most. Null where no message was heard.
 */
async function wordingsView(
  { database, campaign, url }: Pick<CampaignArrival, "database" | "campaign" | "url">,
  report: ReceptionReport,
): Promise<WordingsView | null> {
  const heard = report.byMessage.filter(({ message, figure }) => figure.notes > 0 && !message.isRetired);
  const asked = heard.find(({ message }) => String(message.number) === url.searchParams.get("wordings"));
  const lowest = heard.toSorted((a, b) => a.figure.mean - b.figure.mean)[0];
  const message = (asked ?? lowest)?.message;
  if (message === undefined) return null;
  const { read } = database;
  const question = { asOfDay: dayNumber(report.day), parameters: report.inUse.parameters };
  const cells = await workOutWordingsUsed(read, campaign.id, message.id, question);
  const audiences = report.rows.map(({ audience }) => audience);
  const wordings = wordingReport(cells, audiences, question);
  const framedFor = await audiencesFramedFor(read, message.id);
  const labels = wordings.wordings.map(({ key }) => labelOf(key, framedFor.get(key) ?? null));
  return { ...wordings, number: message.number, labels, title: wordingsInWords(wordings, labels) };
}

function labelOf(key: string, framedFor: string | null): string {
  if (framedFor !== null) return `Framing for ${framedFor}`;
  return key === "as written" ? "As written" : "In other words";
}
