import { type BriefText, heardInOtherWords } from "#app/domain/outreach-events/brief.ts";
import { fitToOnePage, leftOutSentence } from "#app/domain/outreach-events/one-page.ts";
import { statusLine } from "#app/domain/talking-points/status-line.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { cityOf, twoClocksSpan } from "#app/domain/time/two-clocks.ts";
import { dateIn, timeIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { countObjectionsHeard, messageNumbers } from "#db/queries/outreach-event-papers.server.ts";
import type { EventRecord } from "#db/queries/outreach-event-record.server.ts";
import { backgroundOf, eventHere, objectionsOf } from "./event-page.server.ts";
import { type PaperParts, paperParts } from "./paper-parts.ts";
import { personInWords } from "./person-in-words.ts";

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
  const paper = background.paper === null ? null : paperParts(background.paper, { heard, numbers, today });
  const { told, asked, owed } = background;
  const head = headOf(event, paper);
  const whole = { title: event.title, head, told, asked, owed, ...textOf(paper) };
  const { text, leftOut, size } = fitToOnePage(whole);
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
    hasPaper: paper !== null,
    isCleared: paper?.status.status === "cleared",
    text,
    leftOut: leftOutSentence(leftOut),
    size,
    otherWords: told.filter((one) => heardInOtherWords(one, whole.points)),
    stale: paper?.stale ?? [],
    printed: `Printed by ${account.name}, ${formatDate(today)}, ${timeIn(now, WASHINGTON)} (${timeIn(now, home.homeZone)} ${cityOf(home.homeZone)})`,
  };
}

export type BriefPage = Awaited<ReturnType<typeof briefPage>>;

/** The lines at the top of the page, as long as they are. */
function headOf(event: EventRecord, paper: PaperParts | null): BriefText["head"] {
  const isSaid = event.isPlaceConfirmed || /confirm/i.test(event.place);
  const ask = (event.ask || paper?.ask || "Nothing in particular").replace(/[.\s]+$/, "");
  const people = event.participants.map(personInWords).join(". ");
  return {
    where: `${event.place || "Place not said yet"}${isSaid ? "" : ", room not confirmed"}`,
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

function textOf(paper: PaperParts | null) {
  if (paper === null) return { points: [], ifRaised: [], avoid: [], sources: [] };
  return {
    points: paper.points.map(({ text, footnotes, messageNumber }) => ({ text, footnotes, messageNumber })),
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
