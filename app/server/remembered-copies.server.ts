import { readCalendarContent } from "#app/campaign/calendar-files/files.server.ts";
import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { workOutWordingsUsed } from "#app/campaign/effectiveness/wordings/wordings-used.server.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries, Schema } from "#db/schema.ts";

type Read = Queries;

/**
 * What a running server keeps in memory of the records that `of` names. One that is kept by a counter holds as long as the
 * counter does; every other one is kept with the handle that reads it, so that another handle makes it anew.
 */
export type RememberedCopy = {
  name: string;
  keptIn: string;
  of: readonly (keyof Schema)[];
  counter: ((read: Read, campaignId: string) => Promise<number>) | null;
  ask(read: Read, campaignId: string, day: CalendarDate): Promise<unknown>;
};

export const REMEMBERED_COPIES: readonly RememberedCopy[] = [
  {
    name: "reports of reception",
    keptIn: "app/campaign/effectiveness/reception-report.server.ts",
    of: [
      "observation",
      "observation_cell",
      "campaign",
      "audience",
      "campaign_audience",
      "key_message",
      "message_revision",
      "objection_heard",
      "change_acknowledgement",
      "effectiveness_fit",
    ],
    counter: null,
    async ask(read, campaignId, day) {
      const campaign = await findCampaign(read, campaignId);
      return campaign === null ? null : readReceptionReport(read, campaign, day);
    },
  },
  {
    name: "reception by wording",
    keptIn: "app/campaign/effectiveness/wordings/wordings-used.server.ts",
    of: ["observation", "reception", "outcome", "framing", "talking_points", "talking_points_block"],
    counter: null,
    async ask(read, campaignId, day) {
      const question = { asOfDay: dayNumber(day), parameters: DEFAULT_PARAMETERS };
      const messages = await read
        .selectFrom("key_message")
        .select("id")
        .where("campaign_id", "=", campaignId)
        .execute();
      const worked: unknown[] = [];
      for (const { id } of messages) worked.push(await workOutWordingsUsed(read, campaignId, id, question));
      return worked;
    },
  },
  {
    name: "calendar feeds",
    keptIn: "app/server/kept-feeds.ts",
    of: [
      "outreach_event",
      "event_series",
      "event_series_exception",
      "outreach_event_officer",
      "outreach_event_message",
      "key_message",
    ],
    async counter(read, campaignId) {
      const row = await read
        .selectFrom("calendar_stamp")
        .select("stamp")
        .where("campaign_id", "=", campaignId)
        .executeTakeFirst();
      return row?.stamp ?? 0;
    },
    ask: (read, campaignId) => readCalendarContent(read, { campaignId }, null),
  },
];
