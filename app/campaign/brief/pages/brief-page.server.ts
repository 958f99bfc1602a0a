import { withHoldingLines } from "#app/campaign/holds/holding-lines/in-its-place.ts";
import type { BriefText } from "#app/campaign/outreach-events/brief.ts";
import { backgroundOf, eventHere, objectionsOf } from "#app/campaign/outreach-events/event-page.server.ts";
import type { EventRecord } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { type PaperParts, paperParts } from "#app/campaign/outreach-events/paper-parts.ts";
import {
  countObjectionsHeard,
  messageNumbers,
  type PaperWithStatus,
} from "#app/campaign/outreach-events/papers.server.ts";
import { personInWords } from "#app/campaign/outreach-events/participants/person-in-words.ts";
import { whenInWords } from "#app/campaign/outreach-events/when-in-words.ts";
import { heldMessages } from "#app/campaign/talking-points/held-messages.server.ts";
import { beforeYouSayIt } from "#app/campaign/tellings/before-you-say-it.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { cityOf, twoClocksSpan } from "#app/time/two-clocks.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { fitToOnePage, leftOutSentence } from "../one-page.ts";
import { briefLeaving } from "./brief-leaving.server.ts";
import { inTheirWords, sayOpenly } from "./brief-lines.ts";
import { raisedWithoutWords } from "./raised-without-words.server.ts";

/** The one page that is carried into the room. */
export async function briefPage(arrival: CampaignArrival) {
  const { campaign, account, database, home, now, url } = arrival;
  const event = await eventHere(arrival);
  const background = await backgroundOf(arrival, event);
  const today = dateIn(now, WASHINGTON);
  const [heard, numbers, before] = await Promise.all([
    countObjectionsHeard(database.read, objectionsOf(background.paper)),
    messageNumbers(database.read, campaign.id),
    beforeYouSayIt(arrival, { event, paper: background.paper?.paper ?? null }),
  ]);
  const { asked, owed } = background;
  const told = inTheirWords(background.told, before);
  const leaving = await briefLeaving(arrival, background.paper);
  const words = background.paper?.paper.text ?? null;
  const held: Held = words === null ? new Map() : await heldMessages(arrival, words, "our side");
  const paper = partsAsSaid(background.paper, held, { heard, numbers, today });
  const status = leaving?.line ?? "NO TALKING POINTS";
  const head = { status, ...headOf(event, paper) };
  const openly = sayOpenly(before);
  const planned = textOf(paper, held);
  const ifRaised = [...planned.ifRaised, ...(await raisedWithoutWords(arrival, event, background.paper))];
  const whole = { title: event.title, head, told, openly, asked, owed, ...planned, ifRaised };
  const { text, leftOut, size } = fitToOnePage(whole);
  return {
    event,
    own: `/c/${campaign.id}/events/${event.id}`,
    calendar: `/c/${campaign.id}/calendar?view=week&date=${event.day}`,
    campaignName: campaign.name,
    today,
    clock: twoClocksSpan(event.startsAt, event.endsAt, home.homeZone, today),
    wholeDays: event.isAllDay ? whenInWords(event, home.homeZone) : null,
    handling: paper?.handling ?? event.handling,
    leaving,
    status,
    isPrintedNow: url.searchParams.get("print") === "yes",
    isCleared: leaving !== null && leaving.mark === null,
    numbers: paper?.numbers ?? {},
    text,
    leftOut: leftOutSentence(leftOut),
    size,
    differing: before.differing,
    stale: paper?.stale ?? [],
    printed: `Printed by ${account.name}, ${formatDate(today)}, ${timeIn(now, WASHINGTON)} (${timeIn(now, home.homeZone)} ${cityOf(home.homeZone)})`,
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
  const isSaid = event.isPlaceConfirmed || /confirm/i.test(event.place);
  const ask = (event.ask || paper?.ask || "Nothing in particular").replace(/[.\s]+$/, "");
  const people = event.participants.map(personInWords).join(". ");
  return {
    where: `${event.place || "Place not said yet"}${isSaid ? "" : ", room not confirmed"}`,
    link: event.link,
    fromUs: officersOf(event, paper?.speaker ?? "").join(", ") || "Nobody yet",
    with: people || event.audiences.map(({ name }) => name).join(", "),
    ask: `${ask}. Ground rule: ${event.groundRule}`,
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
    points: paper.points.map(({ text, footnotes, endNotes, messageNumber, messageId, stale }) => ({
      text,
      footnotes,
      endNotes,
      messageNumber,
      marks: [...(held.get(messageId ?? "")?.marks ?? []), ...stale],
    })),
    ifRaised: paper.ifRaised.map(({ heading: objection, ...part }) => ({
      objection,
      words: part.words,
      note: part.note,
      footnotes: part.footnotes,
      endNotes: part.endNotes,
      isDifficultQuestion: part.isDifficultQuestion,
      timesHeard: part.timesHeard,
      stale: part.stale,
    })),
    avoid: paper.avoid.map(({ text }) => text),
    sources: paper.sources,
  } satisfies Partial<BriefText>;
}
