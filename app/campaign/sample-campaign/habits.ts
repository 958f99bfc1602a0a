import { z } from "zod";
import { EVENT_KINDS } from "#app/campaign/outreach-events/kind.ts";
import { SCORES, type Score } from "#app/method/reception-scale.ts";
import { GROUND_RULES } from "#app/text/handling.ts";
import { list, number, numbers, sampleTable, words } from "./read-sample-data.ts";
import { AUDIENCES, AUTONOMY } from "./who-is-who.ts";

/** "message 2: 0.2 0 -0.1; message 3: 0.9×20 -0.9×13": by message, its true levels at even distances. */
const levels = list.transform((cells) =>
  Object.fromEntries(
    cells.map((cell) => {
      const [message = "", values = ""] = cell.replace("message ", "").split(": ");
      return [message, values.split(" ").flatMap(steadily)] as const;
    }),
  ),
);

function steadily(written: string): number[] {
  const [level, times = "1"] = written.split("×");
  return Array.from({ length: Number(times) }, () => Number(level));
}

/**
 * How each audience is usually met, and how its reception of each message moved from the first day to today, −2 to +2.
 * The drop of the sample: reporters received message 3 well until about seven months ago, and doubt it since.
 */
export const HABITS = sampleTable(
  "habits.csv",
  z.strictObject({
    campaign: words,
    audience: words,
    calledInTitles: words,
    // How many meetings there were before the ones that are written out, and when the last of them was.
    meetings: number,
    lastDaysAgo: number,
    owner: words,
    kinds: list.pipe(z.array(z.enum(EVENT_KINDS))),
    place: words,
    groundRule: z.enum(GROUND_RULES),
    // Messages by how often they lead: 2 twice and 3 once leads with 2 in two meetings of three.
    leads: numbers,
    objections: list,
    // How often the reply was given when they objected, 0 to 1.
    answered: number,
    levels,
  }),
);
export type Habit = (typeof HABITS)[number];

const REACTIONS = sampleTable(
  "reactions.csv",
  z.strictObject({
    heard: z.enum(["anywhere", "on the Hill", "from the press", "in the other campaigns"]),
    message: words,
    score: number.pipe(z.literal(SCORES)),
    words,
  }),
);

/** What people of an audience may say on one message of one campaign, taken with this reception. */
export function reactionsTo(
  campaign: string,
  audience: string,
  message: number,
  score: Score,
): readonly string[] {
  if (campaign !== AUTONOMY) return heard("in the other campaigns", "", score);
  const number = String(message);
  const ofThePress = audience === "defence-reporters" ? heard("from the press", number, score) : [];
  if (ofThePress.length > 0) return ofThePress;
  const onTheHill = isOnTheHill(audience) ? heard("on the Hill", number, score) : [];
  return [...heard("anywhere", number, score), ...onTheHill];
}

function heard(where: string, message: string, score: Score): string[] {
  return REACTIONS.filter((one) => one.heard === where && one.message === message && one.score === score).map(
    (one) => one.words,
  );
}

function isOnTheHill(audience: string): boolean {
  const found = AUDIENCES.find(({ key }) => key === audience);
  return found !== undefined && ["congressional committee", "member office"].includes(found.kind);
}

const TOPICS = sampleTable("topics.csv", z.strictObject({ campaign: words, message: number, topic: words }));

/** What an event about this message can be called: "the budget figures". */
export function topicsOf(campaign: string, message: number): readonly string[] {
  return TOPICS.filter((one) => one.campaign === campaign && one.message === message).map(
    ({ topic }) => topic,
  );
}

const REMARKS = sampleTable("remarks.csv", z.strictObject({ kind: words, words }));

/** What officers write beside the reception; short enough to be said. */
export function remarksOf(kind: string): readonly string[] {
  return REMARKS.filter((one) => one.kind === kind).map((one) => one.words);
}

/** Promises that were made and kept; the event's day decides when they were due. */
export const KEPT_PROMISES = REMARKS.filter(({ kind }) => kind.endsWith(" promise")).map(
  ({ kind, words: text }) => ({
    text,
    promisedBy: kind === "our promise" ? ("us" as const) : ("them" as const),
  }),
);
