import { type BriefText, fitToOnePage, type LastTold } from "#app/domain/outreach-events/brief.ts";
import { statusLine } from "#app/domain/talking-points/status-line.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { cityOf, twoClocksSpan } from "#app/domain/time/two-clocks.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { countObjectionsHeard, messageNumbers } from "#db/queries/outreach-event-papers.server.ts";
import type { EventRecord } from "#db/queries/outreach-event-record.server.ts";
import { backgroundOf, eventHere, objectionsOf } from "./event-page.server.ts";
import { type PaperParts, paperParts } from "./paper-parts.ts";

/** The one page that is carried into the room. */
export async function briefPage(arrival: CampaignArrival) {
  const { campaign, account, database, home, now } = arrival;
  const event = await eventHere(arrival);
  const background = await backgroundOf(arrival, event);
  const today = dateIn(now, WASHINGTON);
  const [heard, numbers] = await Promise.all([
    countObjectionsHeard(database.read, objectionsOf(background.paper)),
    messageNumbers(database.read, campaign.id),
  ]);
  const paper = background.paper === null ? null : paperParts(background.paper, heard, today);
  const head = headOf(event, paper);
  const whole = { ...textOf(paper, numbers), ...background, head: Object.values(head) };
  const { text, leftOut, isTooLong } = fitToOnePage(whole);
  return {
    event,
    own: `/c/${campaign.id}/events/${event.id}`,
    calendar: `/c/${campaign.id}/calendar?view=week&date=${event.day}`,
    campaignName: campaign.name,
    today,
    clock: twoClocksSpan(event.startsAt, event.endsAt, home.homeZone),
    handling: paper?.handling ?? event.handling,
    mark: paper?.mark ?? null,
    status: paper === null ? "NO TALKING POINTS" : statusLine(paper.status, home.homeZone),
    isCleared: paper?.status.status === "cleared",
    head,
    text,
    leftOut,
    isTooLong,
    otherWords: otherWords(background.told, paper, numbers),
    stale: paper?.stale ?? [],
    printed: `Printed by ${account.name}, ${formatDate(today)}, ${timeIn(now, WASHINGTON)} (${timeIn(now, home.homeZone)} ${cityOf(home.homeZone)})`,
  };
}

export type BriefPage = Awaited<ReturnType<typeof briefPage>>;

/** The lines at the top of the page, as long as they are. */
function headOf(event: EventRecord, paper: PaperParts | null) {
  const room = event.isPlaceConfirmed ? "" : ", room not confirmed";
  const officers = event.officers.map(({ id, name }) => (id === event.owner?.id ? `${name} (owner)` : name));
  const speaker = paper?.speaker ? [`${paper.speaker} speaks`] : [];
  const ask = event.ask || paper?.ask || "Nothing in particular";
  return {
    where: `${event.place || "Place not said yet"}${room}`,
    fromUs: [...speaker, ...officers].join(", ") || "Nobody yet",
    with:
      event.participants.map(({ name }) => name).join(", ") ||
      event.audiences.map(({ name }) => name).join(", "),
    ask: `${ask.replace(/[.\s]+$/, "")}. Ground rule: ${event.groundRule}`,
  };
}

function textOf(paper: PaperParts | null, numbers: ReadonlyMap<string, number>) {
  if (paper === null) return { points: [], ifRaised: [], avoid: [], sources: [] };
  return {
    points: paper.points.map(({ text, footnotes, messageId }) => ({
      text,
      footnotes,
      messageNumber: messageId === null ? null : (numbers.get(messageId) ?? null),
    })),
    ifRaised: paper.ifRaised.map(({ heading, text, footnotes, isDifficultQuestion, timesHeard, stale }) => ({
      objection: heading,
      reply: text,
      footnotes,
      isDifficultQuestion,
      timesHeard,
      stale,
    })),
    avoid: paper.avoid.map(({ text }) => text),
    sources: paper.sources,
  } satisfies Partial<BriefText>;
}

/** The messages which these people have heard in other words than those that stand in today's points. */
function otherWords(
  told: readonly LastTold[],
  paper: PaperParts | null,
  numbers: ReadonlyMap<string, number>,
) {
  return told.flatMap((one) => {
    const point = paper?.points.find(
      ({ messageId }) => messageId !== null && numbers.get(messageId) === one.messageNumber,
    );
    const differs = point !== undefined && one.words !== "" && point.text !== one.words;
    return differs ? [{ messageNumber: one.messageNumber, revision: one.revision, day: one.day }] : [];
  });
}
