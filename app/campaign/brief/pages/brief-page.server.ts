import { withHoldingLines } from "#app/campaign/holds/holding-lines/in-its-place.ts";
import type { BriefReply, BriefText, LastTold } from "#app/campaign/outreach-events/brief.ts";
import { backgroundOf, eventHere, objectionsOf } from "#app/campaign/outreach-events/event-page.server.ts";
import type { EventRecord } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import {
  countObjectionsHeard,
  libraryCodes,
  messageNumbers,
  type PaperParts,
  type PaperWithStatus,
  paperParts,
} from "#app/campaign/outreach-events/paper-parts.server.ts";
import { personInWords } from "#app/campaign/outreach-events/participants/participation.ts";
import { hasRoom } from "#app/campaign/outreach-events/warnings/days-taken.ts";
import {
  type BeforeYouSayIt,
  beforeYouSayIt,
} from "#app/campaign/past-statements/before-you-say-it.server.ts";
import { listRaisedWithoutWords } from "#app/campaign/talking-points/from-event/planned-paper.server.ts";
import { heldMessages } from "#app/campaign/talking-points/held-messages.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { inWords } from "#app/text/in-words.ts";
import { plainWords } from "#app/text/marks.ts";
import { sentence } from "#app/text/sentences.ts";
import { formatDay, spanOnClocks, takenInWords } from "#app/time/format.ts";
import { fitToOnePage } from "../one-page.ts";
import { briefLeaving } from "./brief-leaving.server.ts";

/** The one page that is carried into the room. */
export async function briefPage(arrival: CampaignArrival) {
  const { campaign, account, database, home, now, today, url } = arrival;
  const event = await eventHere(arrival);
  const background = await backgroundOf(arrival, event);
  const [heard, numbers, codes, before] = await Promise.all([
    countObjectionsHeard(database.read, objectionsOf(background.paper)),
    messageNumbers(database.read, campaign.id),
    libraryCodes(database.read, campaign.id),
    beforeYouSayIt(arrival, { event, paper: background.paper?.paper ?? null }, Number.POSITIVE_INFINITY),
  ]);
  const { asked, owed } = background;
  const told = inTheirWords(background.told, before);
  const leaving = await briefLeaving(arrival, background.paper);
  const words = background.paper?.paper.text ?? null;
  const held: Held = words === null ? new Map() : await heldMessages(arrival, words, "our side");
  const paper = partsAsSaid(background.paper, held, { heard, numbers, codes, today });
  const status = leaving?.line ?? "NO TALKING POINTS";
  const head = { status, ...headOf(event, paper) };
  const openly = sayOpenly(before, today);
  const planned = textOf(paper, held);
  const ifRaised = [...planned.ifRaised, ...(await raisedWithoutWords(arrival, event, background.paper))];
  const whole = { title: event.title, head, told, openly, asked, owed, ...planned, ifRaised };
  const { text, leftOut, size } = fitToOnePage(whole);
  return {
    event,
    own: addressOf.event(campaign.id, event.id),
    calendar: `${addressOf.calendar(campaign.id)}?view=week&date=${event.day}`,
    campaignName: campaign.name,
    clock: spanOnClocks(event, home.homeZone, today),
    handling: paper?.handling ?? event.handling,
    leaving,
    status,
    isPrintedNow: url.searchParams.get("print") === "yes",
    isCleared: leaving !== null && leaving.mark === null,
    numbers: paper?.numbers ?? {},
    text,
    leftOut,
    size,
    differing: before.differing,
    stale: paper?.stale ?? [],
    printed: takenInWords("Printed", account.name, now, home.homeZone),
  };
}

type Held = Awaited<ReturnType<typeof heldMessages>>;
export type BriefPage = Awaited<ReturnType<typeof briefPage>>;

/** The paper taken apart as it is said: a held message's holding line in its place. */
function partsAsSaid(
  leaving: PaperWithStatus | null,
  held: Held,
  known: Parameters<typeof paperParts>[1],
): PaperParts | null {
  if (leaving === null) return null;
  const text = withHoldingLines(leaving.paper.text, held);
  return paperParts({ ...leaving, paper: { ...leaving.paper, text } }, known);
}

/** The lines at the top of the page, as long as they are. */
function headOf(event: EventRecord, paper: PaperParts | null): Omit<BriefText["head"], "status"> {
  const isSaid = event.isPlaceConfirmed || event.place === "" || /confirm/i.test(event.place);
  const ask = sentence(event.ask || paper?.ask || "Nothing in particular");
  const people = event.participants.map(personInWords).join(". ");
  return {
    where: `${event.place || (hasRoom(event) ? "Place to be confirmed" : "No place")}${isSaid ? "" : ", room not confirmed"}`,
    link: event.link,
    fromUs: officersOf(event, paper?.speaker ?? "").join(", ") || "No one yet",
    with: people || event.audiences.map(({ name }) => name).join(", "),
    ask: `${ask} Ground rule: ${event.groundRule}`,
  };
}

/** Who speaks stands first; the owner is marked where the paper names no speaker. */
function officersOf({ officers, owner }: EventRecord, speaker: string): string[] {
  if (speaker === "") return officers.map(({ id, name }) => (id === owner?.id ? `${name} (owner)` : name));
  return [`${speaker} speaks`, ...officers.map(({ name }) => name).filter((name) => name !== speaker)];
}

function textOf(paper: PaperParts | null, held: Held) {
  if (paper === null) return { points: [], ifRaised: [], avoid: [], sources: [] };
  return {
    points: paper.points.map(({ text, footnotes, endNotes, messageNumber, messageId, staleNotes }) => ({
      text,
      footnotes,
      endNotes,
      messageNumber,
      marks: [...(held.get(messageId ?? "")?.marks ?? []), ...staleNotes],
    })),
    ifRaised: paper.ifRaised.map(({ heading: objection, ...part }) => ({
      objection,
      words: part.words,
      note: part.note,
      footnotes: part.footnotes,
      endNotes: part.endNotes,
      isDifficultQuestion: part.isDifficultQuestion,
      timesHeard: part.timesHeard,
      stale: part.staleNotes,
    })),
    avoid: paper.avoid.map(({ text }) => text),
    sources: paper.sources,
  } satisfies Partial<BriefText>;
}

/** What these audiences have raised and the paper cannot answer, since nobody has given words to say to it yet. */
async function raisedWithoutWords(
  { campaign, database: { read } }: CampaignArrival,
  event: EventRecord,
  paper: PaperWithStatus | null,
): Promise<BriefReply[]> {
  if (paper === null) return [];
  const audienceIds = event.audiences.map(({ id }) => id);
  const open = await listRaisedWithoutWords(read, campaign.id, audienceIds);
  const missing = open.filter(({ id }) => !objectionsOf(paper).includes(id));
  const heard = await countObjectionsHeard(
    read,
    missing.map(({ id }) => id),
  );
  return missing.map(({ id, name, noteToSpeaker }) => ({
    objection: name,
    words: "",
    note: noteToSpeaker,
    footnotes: [],
    endNotes: [],
    isDifficultQuestion: heard.get(id)?.isDifficultQuestion ?? false,
    timesHeard: heard.get(id)?.timesHeard ?? 0,
    stale: ["No words to say yet"],
  }));
}

type Before = BeforeYouSayIt;

const MOST_LINES = 4;

/** The lines under "Say it openly" on the brief: each point that says otherwise and does not say so yet. */
function sayOpenly({ differences }: Before, today: CampaignArrival["today"]): string[] {
  const open = differences.filter(({ isSaidOpenly }) => !isSaidOpenly);
  const lines = open.slice(0, MOST_LINES).map((one) => lineOf(one, today));
  const rest = open.length - lines.length;
  return rest > 0
    ? [
        ...lines,
        `${rest} more ${rest === 1 ? "is" : "are"} on the event’s page under “Check before speaking”.`,
      ]
    : lines;
}

function lineOf(difference: Before["differences"][number], today: CampaignArrival["today"]): string {
  const { kind, told, now, soThat, point, whom, occasion, day } = difference;
  const who = inWords(whom);
  const where = point === null ? "A reply under “If raised”" : `Point ${point}`;
  const when = `${formatDay(day, today)}${occasion === null ? ", another campaign" : ""}`;
  if (told === null)
    return `${where}: another campaign gave ${who} a different value or edition (${formatDay(day, today)}).`;
  if (kind === "wording") return `${where} is worded differently from what ${who} heard (${when}).`;
  const then =
    told.carriedWith === null
      ? `${who} heard ${told.text}`
      : `What ${who} heard was backed by ${told.carriedWith}: ${told.text}`;
  const said =
    now.carriedWith === null
      ? `${where} says ${now.text}`
      : `${where} is backed by ${now.carriedWith}: ${now.text}`;
  return `${then}, ${when}. ${said}. ${soThat ?? ""}`.trim();
}

/** What was last told of each message, in the words that its paper had on that day where there was one. */
function inTheirWords(told: readonly LastTold[], { occasions }: Before): LastTold[] {
  return told.map((one) => {
    const then = occasions
      .filter(({ day, isOtherCampaign }) => day === one.day && !isOtherCampaign)
      .flatMap(({ points }) => points)
      .find(({ messageNumber, text }) => messageNumber === one.messageNumber && text !== "");
    return then === undefined ? one : { ...one, words: plainWords(then.text) };
  });
}
