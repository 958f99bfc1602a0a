import { z } from "zod";
import { identifier, line, optionalParagraphs, version } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { HANDLINGS } from "#app/text/handling.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Patch } from "#db/change.server.ts";
import { readCampaignDates } from "../campaign-dates.ts";
import type { Campaign } from "../store.server.ts";

const STATUSES = ["planned", "in progress", "completed", "cancelled"] as const;

const flag = z.literal("yes").optional();

const campaignForm = z.object({
  name: line(120, "Enter the name of the campaign"),
  sentence: optionalParagraphs(500),
  status: z.enum(STATUSES, { error: "Choose how far the campaign is" }),
  startsOn: z.string().max(100).default(""),
  endsOn: z.string().max(100).default(""),
  handling: z.enum(HANDLINGS, { error: "Choose a handling mark" }),
  clashDays: wholeNumber(365, "Enter a number of days from 0 to 365"),
  travelMinutes: wholeNumber(240, "Enter a number of minutes from 0 to 240"),
});

function wholeNumber(most: number, sentence: string) {
  return z
    .string({ error: sentence })
    .trim()
    .regex(/^\d{1,4}$/, sentence)
    .transform(Number)
    .refine((number) => number <= most, sentence);
}

/** What decides who must agree with whom; an administrator's to set. */
const ruleFields = z.object({
  isPersonStanceAllowed: flag,
  embassyClearsAlone: flag,
  ownDraftMayBeCleared: flag,
  silenceIsAgreement: flag,
  headOfMission: identifier.optional(),
});

const versionField = z.object({ version });

type Read<Value> = { ok: true; value: Value } | { ok: false; errors: FieldErrors };

/** Reads what was written of a campaign; its days come back as days. */
export function readCampaignForm(
  form: FormData,
  today: CalendarDate,
): Read<Patch<"campaign"> & { name: string }> {
  const read = readForm(form, campaignForm);
  const text = (name: string) => String(form.get(name) ?? "");
  const dates = readCampaignDates({ startsOn: text("startsOn"), endsOn: text("endsOn") }, today);
  if (read.ok && dates.ok) {
    const { name, sentence, status, handling, clashDays, travelMinutes } = read.value;
    const days = { starts_on: dates.startsOn, ends_on: dates.endsOn };
    const clashes = { clash_days: clashDays, travel_minutes: travelMinutes };
    return { ok: true, value: { name, sentence, status, handling, ...clashes, ...days } };
  }
  const errors: Record<string, string> = read.ok ? {} : { ...read.errors };
  if (!dates.ok && dates.errors.startsOn !== null) errors.startsOn = dates.errors.startsOn;
  if (!dates.ok && dates.errors.endsOn !== null) errors.endsOn = dates.errors.endsOn;
  return { ok: false, errors };
}

/** Reads the rules of a campaign: a box that is not ticked is off. `heads` are the accounts that may be head of mission. */
export function readCampaignRules(form: FormData, heads: readonly string[]): Omit<Patch<"campaign">, "name"> {
  const read = readForm(form, ruleFields);
  const rules = read.ok ? read.value : {};
  return {
    is_person_stance_allowed: rules.isPersonStanceAllowed === "yes" ? 1 : 0,
    embassy_clears_alone: rules.embassyClearsAlone === "yes" ? 1 : 0,
    own_draft_may_be_cleared: rules.ownDraftMayBeCleared === "yes" ? 1 : 0,
    silence_is_agreement: rules.silenceIsAgreement === "yes" ? 1 : 0,
    head_of_mission_account_id: heads.find((id) => id === rules.headOfMission) ?? null,
  };
}

export function readVersion(form: FormData): Read<number> {
  const read = readForm(form, versionField);
  return read.ok ? { ok: true, value: read.value.version } : read;
}

/** What a campaign is, by the names of the form's fields; days as they are shown. */
export function valuesOfCampaign(campaign: Campaign, showDate: (date: CalendarDate) => string) {
  return {
    name: campaign.name,
    sentence: campaign.sentence,
    status: campaign.status,
    startsOn: showDate(campaign.startsOn),
    endsOn: showDate(campaign.endsOn),
    handling: campaign.handling,
    clashDays: String(campaign.clashDays),
    travelMinutes: String(campaign.travelMinutes),
    isPersonStanceAllowed: campaign.isPersonStanceAllowed ? "yes" : "",
    embassyClearsAlone: campaign.embassyClearsAlone ? "yes" : "",
    ownDraftMayBeCleared: campaign.ownDraftMayBeCleared ? "yes" : "",
    silenceIsAgreement: campaign.silenceIsAgreement ? "yes" : "",
    headOfMission: campaign.headOfMissionId ?? "",
    version: String(campaign.version),
  };
}
