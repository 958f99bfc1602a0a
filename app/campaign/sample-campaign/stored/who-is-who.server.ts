import { isStance } from "#app/campaign/audiences/stances/stance.ts";
import {
  addStanceReading,
  type ReadingTarget,
} from "#app/campaign/audiences/stances/stance-readings.server.ts";
import { addAudience } from "#app/campaign/audiences/store.server.ts";
import { describeContact, joinCampaign } from "#app/campaign/contacts/memberships.server.ts";
import { contactRecord } from "#app/campaign/contacts/record.ts";
import { addContact } from "#app/campaign/contacts/store.server.ts";
import { addOrganisation, refreshOrganisations } from "#app/campaign/organisations/store.server.ts";
import { readDaysFile } from "#app/campaign/session-days/days-file.ts";
import { shippedDays } from "#app/campaign/session-days/read-days-upload.server.ts";
import { takeSessionDays } from "#app/campaign/session-days/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { ORGANISATIONS, type SampleAudience, type SampleContact } from "../who-is-who.ts";
import { act, atNoon, type Scribe, SYSTEM } from "./scribe.server.ts";

/** Organisations, audiences and contacts: all as the engagement plan would have them at the start. */
export async function writeWhoIsWho(scribe: Scribe): Promise<void> {
  await writeCongress(scribe);
  for (const organisation of ORGANISATIONS) await writeOrganisation(scribe, organisation);
  for (const audience of scribe.sample.audiences) await writeAudience(scribe, audience);
  for (const contact of scribe.sample.contacts) await writeContact(scribe, contact);
}

type SampleOrganisation = (typeof ORGANISATIONS)[number];

/** Chambers and committees come from the public list of Congress. */
async function writeCongress(scribe: Scribe): Promise<void> {
  const { campaignStarts: day } = scribe.sample.days;
  const listed = ORGANISATIONS.flatMap(({ congressCode: key, kind, name, chamber }) =>
    key === null
      ? []
      : [{ key, kind, name, chamber, parentKey: chamber === key ? null : chamber, address: "", phone: "" }],
  );
  const refresh = { added: listed, changed: [], ended: [], same: 0 };
  await act(scribe, { by: SYSTEM, at: atNoon(day), campaign: null }, async (change) => {
    const ids = await refreshOrganisations(change, [], refresh, { source: "Sample", day });
    for (const { key, congressCode } of ORGANISATIONS) {
      const id = ids.get(congressCode ?? "");
      if (id !== undefined) scribe.keep("organisation", key, id);
    }
    const first = { recordKind: "organisation", recordId: scribe.idOf("organisation", "senate") } as const;
    return change.describe({
      ...first,
      action: "added",
      summary: `Added ${listed.length} organisations`,
      location: "/",
    });
  });
}

async function writeOrganisation(scribe: Scribe, { key, kind, name }: SampleOrganisation): Promise<void> {
  if (kind === "chamber" || kind === "committee") return;
  const { campaigns, days } = scribe.sample;
  const campaign = campaigns[0]?.key ?? "";
  const organisation = { name, kind, address: "", phone: "", source: "Sample" };
  const id = await act(scribe, { by: "officer", at: atNoon(days.campaignStarts), campaign }, (change) =>
    addOrganisation(change, campaign, organisation),
  );
  scribe.keep("organisation", key, id);
}

/** An audience with its place in each campaign and its stance readings. */
async function writeAudience(scribe: Scribe, audience: SampleAudience): Promise<void> {
  const { days, objectives } = scribe.sample;
  const { key, name, kind, side, organisation } = audience;
  const organisationId = organisation === null ? null : scribe.idOf("organisation", organisation);
  for (const { campaign, owner, readings: _, ...place } of audience.campaigns) {
    const goal = objectives.find((one) => one.campaign === campaign && one.audience === key)?.goal ?? "";
    const standing = { ...place, goal, owner: scribe.idOf("account", owner) };
    const at = atNoon(days.campaignStarts);
    const id = await act(scribe, { by: owner, at, campaign }, (change) =>
      addAudience(change, campaign, { name, kind, side, organisationId }, standing),
    );
    scribe.keep("audience", key, id);
  }
  for (const { campaign, owner, readings } of audience.campaigns) {
    const target = { campaignId: campaign, audienceId: scribe.idOf("audience", key), contactId: null };
    for (const reading of readings) await read(scribe, target, owner, reading);
  }
}

type Reading = { daysAgo: number; stance: number; evidence: string };

async function read(
  scribe: Scribe,
  target: ReadingTarget,
  owner: string,
  { daysAgo, stance, evidence }: Reading,
): Promise<void> {
  if (!isStance(stance)) throw new Error(`The sample reads a stance of ${stance}`);
  const readOn = addDays(scribe.sample.days.today, -daysAgo);
  await act(scribe, { by: owner, at: atNoon(readOn), campaign: target.campaignId }, (change) =>
    addStanceReading(change, target, { stance, readOn, evidence, event: null }),
  );
}

/** A contact in the campaigns of its audience; a political appointee with readings. */
async function writeContact(scribe: Scribe, contact: SampleContact): Promise<void> {
  const [audience = ""] = contact.audiences;
  const [campaign = "", ...others] = campaignsOf(scribe, audience);
  const audienceId = scribe.idOf("audience", audience);
  const { campaignStarts } = scribe.sample.days;
  const text = textOf(scribe, contact);
  const id = await act(scribe, { by: contact.owner, at: atNoon(campaignStarts), campaign }, (change) =>
    addContact(change, campaign, text, audienceId),
  );
  scribe.keep("contact", contact.key, id);
  for (const other of others) {
    const target = { campaignId: other, contactId: id };
    await act(scribe, { by: contact.owner, at: atNoon(campaignStarts), campaign: other }, async (change) => {
      await joinCampaign(change, target);
      return describeContact(change, target, "joined", `${text.name} is met in this campaign too`);
    });
  }
  const target = { campaignId: campaign, audienceId, contactId: id };
  for (const reading of contact.readings) await read(scribe, target, contact.owner, reading);
}

function textOf(scribe: Scribe, contact: SampleContact) {
  return {
    ...contactRecord.leftEmpty,
    name: `${contact.givenName} ${contact.familyName}`,
    title: contact.title,
    organisation: scribe.idOf("organisation", contact.organisation),
    source: "Met in Washington (invented)",
    isElectedOrAppointed: contact.politicalAppointee,
    roleInDecision: contact.role,
    purpose: "engagement plan" as const,
    informedOn: addDays(scribe.sample.days.campaignStarts, 30),
    owner: scribe.idOf("account", contact.owner),
  };
}

function campaignsOf({ sample: { audiences } }: Scribe, audience: string): string[] {
  const own = audiences.find(({ key }) => key === audience);
  return own?.campaigns.map(({ campaign }) => campaign) ?? [];
}

const AGREED = { shown: null, mayTouchKnown: false, takesOlder: false, mayEnd: false };

/** Congress's calendar of 2026 as public sources name it. These days are real, whatever day the sample is made for. */
export async function writeSessionDays(scribe: Scribe): Promise<void> {
  const { today } = scribe.sample.days;
  const read = readDaysFile(shippedDays(), today);
  if (!read.ok) throw new Error(`session-days.csv: ${JSON.stringify(read.faults)}`);
  await act(scribe, { by: SYSTEM, at: atNoon(today), campaign: null }, (change) =>
    takeSessionDays(change, { act: "record", days: read.days }, AGREED, "/"),
  );
}
