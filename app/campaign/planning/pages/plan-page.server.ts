import { type EventChoices, listEventChoices } from "#app/campaign/campaigns/choices.server.ts";
import { eventChoices } from "#app/campaign/campaigns/choices.ts";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { listContactsNamedIn } from "#app/campaign/outreach-events/participants/contacts.server.ts";
import { findWish, type WishRecord } from "#app/campaign/outreach-wishes/store.server.ts";
import { type FormValues, typedValue } from "#app/http/form-values.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { listMeantWhole } from "../both-sides.server.ts";
import { bodyOf } from "../one-line/audiences.ts";
import { understoodInWords } from "../one-line/doubts.ts";
import type { LineContext } from "../one-line/said.ts";
import { LONGEST_LINE, type ReadLine, readLine } from "../one-line.ts";
import { digestOf, planPreview } from "../plan-preview.server.ts";
import { valuesOfCopy, valuesOfNewEvent, valuesOfWish } from "./event-form-values.ts";
import { mergeByHand, valuesOfLine } from "./line-values.ts";
import { peopleToAsk } from "./people-to-ask.server.ts";

/** What the address brings: the line, the fields as they stand where the form was open already, and where it started. */
type Entry = { line: string; lineBefore: string | null; start: URLSearchParams; typed: FormValues };

/** The page on which an event is planned, as one line and as fields; read anew while it is typed. */
export async function planPage(arrival: CampaignArrival) {
  const { campaign, database, url, kept } = arrival;
  const entry = readEntry(url.searchParams);
  const [choices, start] = await Promise.all([
    listEventChoices(database.read, campaign.id),
    planStart(arrival, entry.start),
  ]);
  const context = await lineContext(arrival, choices, entry);
  const read = readLine(readable(entry.line), context);
  const filled = valuesOfLine(start.values, read.fields);
  const { values, byHand } = merge(entry, start.values, filled, context);
  const shown = kept ?? values;
  const [preview, people] = await Promise.all([
    planPreview(arrival, shown, start.wish),
    peopleToAsk(arrival, shown, typedValue(shown, "who", "")),
  ]);
  return {
    campaignId: campaign.id,
    choices: eventChoices(choices),
    values: shown,
    line: kept === null ? entry.line : typedValue(kept, "line", ""),
    lineError: isTooLong(entry.line) ? `Use ${LONGEST_LINE} characters at most` : null,
    start: entry.start.toString().slice(0, 1000),
    copiedFrom: start.copiedFrom,
    wish: start.wish === null ? null : { id: start.wish.id, title: start.wish.title },
    reading: isTooLong(entry.line)
      ? tooLong(entry.line)
      : entry.line.trim() === ""
        ? null
        : readingOf(read, context, byHand),
    preview,
    digest: digestOf(preview.warnings, people.offers),
    people,
  };
}

export type PlanPage = Awaited<ReturnType<typeof planPage>>;

/** What is said about the line of a plan that comes back, beside the fields as they were sent; null without a line. */
export async function readingOfSent(arrival: CampaignArrival, sent: FormValues): Promise<LineReading | null> {
  const line = typedValue(sent, "line", "");
  if (line.trim() === "") return null;
  if (isTooLong(line)) return tooLong(line);
  const entry = {
    line,
    lineBefore: line,
    start: new URLSearchParams(typedValue(sent, "start-from", "")),
    typed: sent,
  };
  const choices = await listEventChoices(arrival.database.read, arrival.campaign.id);
  const [start, context] = [
    await planStart(arrival, entry.start),
    await lineContext(arrival, choices, entry),
  ];
  const read = readLine(line, context);
  const { byHand } = merge(entry, start.values, valuesOfLine(start.values, read.fields), context);
  return readingOf(read, context, byHand);
}

/** What is said about the line. `isInDoubt`: something is asked, or was not understood. */
function readingOf(read: ReadLine, context: LineContext, byHand: readonly string[]) {
  return {
    understood: understoodInWords(read.fields, context),
    doubts: read.doubts,
    notUnderstood: read.notUnderstood,
    byHand,
    meantWhole: wholeIn(read, context),
    isInDoubt: read.doubts.length > 0 || read.notUnderstood.length > 0,
  };
}

/** The bodies of which both sides were taken because that was chosen once. */
function wholeIn({ fields }: ReadLine, { audiences, meantWhole }: LineContext): string[] {
  const taken = audiences.filter(({ id }) => fields.audienceIds.includes(id));
  return meantWhole.filter(
    (body) => bodyOf(taken.filter(({ name }) => name.split(",")[0] === body)) !== null,
  );
}

export type LineReading = ReturnType<typeof readingOf>;

/** A line that is not read says so where its reading stands: that is shown anew while it is typed. */
function tooLong(line: string): LineReading {
  const why = `The line is longer than ${LONGEST_LINE} characters. Shorten it, or fill in the form`;
  const notUnderstood = [{ text: `${line.slice(0, 40).trim()}…`, why }];
  return { understood: [], doubts: [], notUnderstood, byHand: [], meantWhole: [], isInDoubt: true };
}

function readEntry(search: URLSearchParams): Entry {
  const names = [...new Set(search.keys())].filter((name) => !OWN_NAMES.has(name));
  return {
    line: search.get("clear") ?? search.get("line") ?? "",
    lineBefore: search.get("lineBefore"),
    start: search.has("lineBefore") ? new URLSearchParams(search.get("start-from") ?? "") : search,
    typed: Object.fromEntries(names.map((name) => [name, search.getAll(name).slice(0, 100)])),
  };
}

/** What the form sends beside the fields of the event. */
const OWN_NAMES = new Set(["line", "lineBefore", "clear", "start-from", "submission", "done", "kept"]);

function isTooLong(line: string): boolean {
  return line.length > LONGEST_LINE;
}

/** What is read of a line: of one that is too long nothing. */
function readable(line: string): string {
  return isTooLong(line) ? "" : line;
}

function merge(
  { lineBefore, typed }: Entry,
  start: FormValues,
  filled: FormValues,
  context: LineContext,
): { values: FormValues; byHand: string[] } {
  if (lineBefore === null) return { values: filled, byHand: [] };
  const before = valuesOfLine(start, readLine(readable(lineBefore), context).fields);
  return mergeByHand(before, filled, typed);
}

async function lineContext(
  { account, campaign, database, home, now, today }: CampaignArrival,
  { audiences, messages, colleagues }: EventChoices,
  { line, lineBefore }: Entry,
): Promise<LineContext> {
  const [contacts, whole] = await Promise.all([
    listContactsNamedIn(database.read, campaign.id, `${readable(line)} ${readable(lineBefore ?? "")}`),
    listMeantWhole(database.read, { campaign: campaign.id }),
  ]);
  return {
    today,
    now,
    homeZone: home.homeZone,
    accountId: account.id,
    audiences,
    messages,
    colleagues,
    contacts,
    meantWhole: whole.map(({ body }) => body),
  };
}

/** Where a plan starts from: a gap, a contact, an event that is copied, or a wish that is placed. */
type PlanStart = { values: FormValues; copiedFrom: string | null; wish: WishRecord | null };

/** What stands in the form before anything is typed: what the address says, else the usual. */
async function planStart(arrival: CampaignArrival, search: URLSearchParams): Promise<PlanStart> {
  const { campaign, account, database } = arrival;
  const usual = valuesOfNewEvent(search, account.id, campaign.handling);
  const copied = await findEvent(database.read, campaign.id, search.get("copy") ?? "");
  if (copied !== null) return { values: valuesOfCopy(copied), copiedFrom: copied.title, wish: null };
  const wish = await findWish(database.read, campaign.id, search.get("wish") ?? "");
  if (wish === null) return { values: usual, copiedFrom: null, wish: null };
  return { values: valuesOfWish(wish, usual), copiedFrom: null, wish };
}
