import { listEmbassyClearers } from "#app/campaign/clearances/desks.server.ts";
import { afterChange, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { notFound, type Sent, type SignedInArrival } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { type Campaign, changeCampaign, findCampaign } from "../store.server.ts";
import {
  readCampaignForm,
  readCampaignRules,
  readVersion,
  valuesOfCampaign,
} from "./campaign-form.server.ts";

/** Saves what was written of a campaign, with its rules where the page has them. */
export async function saveCampaign(
  { database, form, author, submission, now }: SignedInArrival & Sent,
  campaign: Campaign,
  page: { withRules: boolean; location: string },
) {
  const expected = readVersion(form);
  const read = readCampaignForm(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  if (!expected.ok) return refuseForm(form, expected.errors);
  const heads = (await listEmbassyClearers(database.read, campaign.id)).map(({ accountId }) => accountId);
  const patch = page.withRules ? { ...read.value, ...readCampaignRules(form, heads) } : read.value;
  const what = { id: campaign.id, patch, expectedVersion: expected.value, location: page.location };
  const saved = await database.change(author, submission, (change) => changeCampaign(change, what));
  if (saved.ok) return afterChange(saved);
  const theirs = await findCampaign(database.read, campaign.id);
  if (theirs === null) notFound();
  const record = { kind: "campaign", id: theirs.id, version: theirs.version } as const;
  return refuseStale(form, await staleRecord(database, record, valuesOfCampaign(theirs, formatDate)));
}
