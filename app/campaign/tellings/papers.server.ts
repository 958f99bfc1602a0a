import { type Kysely, sql } from "kysely";
import type { TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { paperIdOf } from "#app/campaign/paper-text/paper-of-event.server.ts";
import { listPapers } from "#app/campaign/talking-points/text.server.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

export type PaperAsTold = { handling: string; text: TalkingPoints };

/** The paper of each event in the words of that day: as it was used, else its last version before the event's end. */
export async function listPapersAsTold(
  read: Kysely<Schema>,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, PaperAsTold>> {
  const rows = await papersOf(read, { events: JSON.stringify(eventIds) });
  const live = await listPapers(
    read,
    rows.filter(({ content_json }) => content_json === null).map(({ id }) => id),
  );
  const told = rows.flatMap(({ id, event_id, handling, content_json: json }): [string, PaperAsTold][] => {
    const text: TalkingPoints | undefined =
      json === null ? live.find((paper) => paper.id === id)?.text : JSON.parse(json);
    return text === undefined ? [] : [[event_id, { handling, text }]];
  });
  return new Map(told);
}

const versionAsTold = sql<string | null>`(select content_json from talking_points_version as version
  where version.talking_points_id = paper.id and (version.reason = 'used' or version.made_at <= event.ends_at)
  order by version.reason = 'used' desc, version.number desc limit 1)`;

const papersOf = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("talking_points as paper")
    .innerJoin("outreach_event as event", (on) => on.on("paper.id", "=", paperIdOf(sql.ref("event.id"))))
    .select(["paper.id", "event.id as event_id", "paper.handling"])
    .select(versionAsTold.as("content_json"))
    .where("event.id", "in", eachIn(place("events"))),
);
