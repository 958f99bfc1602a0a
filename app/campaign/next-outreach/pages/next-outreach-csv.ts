import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { reportCsv } from "#app/documents/export-csv.ts";
import { textAnswer } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { factorsInWords, reasonInWords } from "../in-words.ts";
import type { OutreachOption } from "../next-outreach.ts";
import { readEverybodyRanked } from "../store.server.ts";

const HEADERS = [
  "person",
  "title",
  "audience",
  "message",
  "message title",
  "worth now",
  "would teach",
  "together",
  "chance of a good meeting",
  "chance of a bad meeting",
  "level",
  "likely range from",
  "likely range to",
  "verdict",
  "ratings",
  "priority",
  "influence",
  "openness",
  "time since the last contact",
  "repetition",
  "last contact on",
  "meetings planned",
  "reason",
];

/** Everybody with the best message, the best first, unrounded. */
export const loader = campaignPage("read", async ({ campaign, database, today: day }) => {
  const report = await readReceptionReport(database.read, campaign, day);
  const all = (limit: number) => ({ limit, offset: 0 });
  const { options, people } = await readEverybodyRanked(database.read, campaign, report, day, all);
  const personOf = new Map(people.map((person) => [person.id, person]));
  const rows = options.map((option) => {
    const person = personOf.get(option.contactId);
    return [person?.name ?? "", person?.title ?? "", ...cellsOf(option, day)];
  });
  const csv = reportCsv({ kind: "next outreach", headers: HEADERS, rows }, campaign.handling);
  return textAnswer(`next-outreach-${campaign.id}-${day}`, "csv", csv);
});

function cellsOf(option: OutreachOption, day: CalendarDate) {
  const { audience, message, valueNow, valueLearn, total, pGood, pBad, level, factors } = option;
  const { mean, lower, upper, verdict, notes } = level;
  const worth = [valueNow, valueLearn, total, pGood, pBad];
  const from = [factors.recency.lastContactOn, factors.plannedMeetings, reasonInWords(option)];
  const values = factorsInWords(option, day).map(({ value }) => value);
  return [
    audience.name,
    message.number,
    message.title,
    ...worth,
    mean,
    lower,
    upper,
    verdict,
    notes,
    ...values,
    ...from,
  ];
}
