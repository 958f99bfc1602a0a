import type { LastTold } from "#app/campaign/outreach-events/brief.ts";
import type { BeforeYouSayIt } from "#app/campaign/tellings/before-you-say-it.server.ts";
import { plainWords } from "#app/text/marks.ts";
import { formatShortDate } from "#app/time/format.ts";

type Before = BeforeYouSayIt;

const MOST_LINES = 4;

/** The lines under "Say it openly" on the brief: each point that says otherwise and does not say so yet. */
export function sayOpenly({ differences }: Before): string[] {
  const open = differences.filter(({ isSaidOpenly }) => !isSaidOpenly);
  const lines = open.slice(0, MOST_LINES).map(lineOf);
  const rest = open.length - lines.length;
  return rest > 0 ? [...lines, `${rest} more stand on the event’s page under “Before you say it”.`] : lines;
}

function lineOf({
  kind,
  told,
  now,
  soThat,
  point,
  whom,
  occasion,
  day,
}: Before["differences"][number]): string {
  const who = whom.join(" and ");
  const where = point === null ? "A reply if raised" : `Point ${point}`;
  const when = `${formatShortDate(day, day)}${occasion === null ? ", another campaign" : ""}`;
  if (told === null)
    return `${where}: ${who} were given another value or edition by another campaign (${when}).`;
  if (kind === "wording") return `${where} puts it in other words than ${who} heard (${when}).`;
  const then =
    told.carriedWith === null
      ? `${who} were told ${told.text}`
      : `What ${who} heard carried, with the source ${told.carriedWith}: ${told.text}`;
  const today =
    now.carriedWith === null
      ? `${where} says ${now.text}`
      : `${where} carries, with the source ${now.carriedWith}: ${now.text}`;
  return `${then}, ${when}. ${today}. ${soThat ?? ""}`.trim();
}

/** What was last told of each message, in the words that its paper had on that day where there was one. */
export function inTheirWords(told: readonly LastTold[], { occasions }: Before): LastTold[] {
  return told.map((one) => {
    const then = occasions
      .filter(({ day, isOtherCampaign }) => day === one.day && !isOtherCampaign)
      .flatMap(({ points }) => points)
      .find(({ messageNumber, text }) => messageNumber === one.messageNumber && text !== "");
    return then === undefined ? one : { ...one, words: plainWords(then.text) };
  });
}
