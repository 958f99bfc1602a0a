import { insertStanceReadingRows } from "#app/campaign/audiences/stances/stance-readings.server.ts";
import type { Change } from "#db/change.server.ts";
import { accountId, sampleId } from "./scribe.server.ts";

/** A dated stance of an audience, or of one of its people. */
export type Reading = {
  campaign: string;
  audienceId: string;
  contactId: string | null;
  stance: number;
  readOn: string;
  evidence: string;
  owner: string;
};

/** Writes a stance reading by the colleague who looks after the audience. */
export function insertReading(change: Change, reading: Reading): Promise<void> {
  const { campaign, audienceId, contactId, stance, readOn, evidence, owner } = reading;
  return insertStanceReadingRows(change, [
    {
      id: sampleId("stance reading", `${campaign} ${audienceId} ${contactId ?? ""} ${readOn}`),
      campaign_id: campaign,
      audience_id: audienceId,
      contact_id: contactId,
      stance,
      read_on: readOn,
      evidence,
      outreach_event_id: null,
      author_account_id: accountId(owner),
    },
  ]);
}
