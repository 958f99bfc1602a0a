import { z } from "zod";
import { listBelongings, listCampaignAudiences } from "#app/campaign/contacts/audiences-of-contact.server.ts";
import { belongsTo, type CampaignAudience } from "#app/campaign/contacts/audiences-of-contact.ts";
import { errorsIn, readTime } from "#app/campaign/outreach-events/event-form.server.ts";
import {
  findContactsToInvite,
  type Invitable,
  listContactsChosen,
} from "#app/campaign/outreach-events/participants/contacts.server.ts";
import type { PlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { eventRecord } from "#app/campaign/outreach-events/record.ts";
import type { EventDetails } from "#app/campaign/outreach-events/store.server.ts";
import { optionalLine, severalChosen } from "#app/http/fields.ts";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { twoClocks } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { type EventToRate, type OutcomeForm, outcomeFormOf } from "../outcome-form.server.ts";
import { listMetLately } from "./store.server.ts";
import { MANNERS, type Manner, minutesOfUnplanned, titleOfUnplanned } from "./unplanned.ts";

const fields = z.object({
  attended: severalChosen(60),
  audiences: severalChosen(60),
  who: optionalLine(100),
  called: optionalLine(200),
  manner: z.enum(
    MANNERS.map(({ value }) => value),
    "Choose how you met",
  ),
});

/** Who it was, as far as it is chosen, with those whom the form offers beside them. */
export type Company = {
  people: Invitable[];
  offered: Invitable[];
  /** Those in which they were put, and those that are ticked. */
  audiences: { id: string; name: string }[];
  /** What is not of this campaign, or not to be found. */
  errors: FieldErrors;
  /** What is to be said before it is saved. */
  missing: FieldErrors;
};

type Asked = { attended: readonly string[]; audiences: readonly string[]; who: string };

/** A name that only one contact has is that contact; one that several have is asked about. */
export async function companyOf(
  { campaign, account, database: { read } }: CampaignArrival,
  asked: Asked,
): Promise<Company> {
  const [found, lately, all] = await Promise.all([
    findContactsToInvite(read, campaign.id, asked.who),
    listMetLately(read, campaign.id, account.id),
    listCampaignAudiences(read, campaign.id),
  ]);
  const [only, ...more] = found.rows;
  const ids = only !== undefined && more.length === 0 ? [...asked.attended, only.id] : asked.attended;
  const [people, belongings] = await Promise.all([
    listContactsChosen(read, campaign.id, [...new Set(ids)]),
    listBelongings(read, ids),
  ]);
  const isOf = (audience: CampaignAudience) =>
    belongings.some((one) => one.audienceIds.includes(audience.id) && belongsTo(one, audience));
  const others = [...found.rows, ...lately].filter(({ id }) => !ids.includes(id));
  const chosen = {
    people: people.length,
    audiences: all.filter(({ id }) => asked.audiences.includes(id)).length,
  };
  return {
    people,
    offered: [...new Map(others.map((contact) => [contact.id, contact])).values()],
    audiences: all
      .filter((audience) => asked.audiences.includes(audience.id) || isOf(audience))
      .map(({ id, name }) => ({ id, name })),
    errors: strangersAmong(asked, new Set(people.map(({ id }) => id)), chosen.audiences, found.rows.length),
    missing: missingOf(chosen, found.rows.length),
  };
}

function strangersAmong(
  { attended, audiences, who }: Asked,
  known: ReadonlySet<string>,
  knownAudiences: number,
  found: number,
): FieldErrors {
  if (!attended.every((id) => known.has(id))) return { attended: "Choose people from the list" };
  if (knownAudiences < new Set(audiences).size) return { audiences: "Choose from this campaign’s list" };
  if (who !== "" && found === 0)
    return { who: "No contact has that name. Choose their group below, or add the contact first" };
  return {};
}

function missingOf(chosen: { people: number; audiences: number }, found: number): FieldErrors {
  if (found > 1) return { attended: "Several people have that name. Choose who it was" };
  return chosen.people + chosen.audiences === 0 ? { attended: "Say who it was" } : {};
}

/** What is logged, as an event that is in no calendar yet. */
export function formOfUnplanned(
  { campaign, database, today }: CampaignArrival,
  { people, audiences }: Company,
): Promise<OutcomeForm<EventToRate>> {
  const present = { reply: "accepted", attendance: "attended" } as const;
  return outcomeFormOf(database.read, {
    id: "",
    campaignId: campaign.id,
    day: today,
    audiences,
    messages: [],
    participants: people.map(({ id, name }) => ({ contactId: id, name, ...present })),
    groundRule: "background",
    handling: campaign.handling,
    ask: "",
  });
}

type ReadUnplanned =
  | { ok: true; details: Omit<EventDetails, "groundRule"> }
  | { ok: false; errors: FieldErrors };

/** Who, how and when, as the event that it makes. */
export function readUnplanned(
  { campaign, account, now, today }: CampaignArrival,
  form: FormData,
  company: Company,
): ReadUnplanned {
  const { people, audiences } = company;
  const errors = { ...company.missing, ...company.errors };
  const read = readForm(form, fields);
  const manner = MANNERS.find(({ value }) => read.ok && value === read.value.manner);
  const when = readWhen(form, manner ?? MANNERS[0], now, today);
  if (!read.ok || manner === undefined || !when.ok || Object.keys(errors).length > 0)
    return { ok: false, errors: { ...errors, ...errorsIn(read, when) } };
  const { kind, place } = manner;
  const names = { people: people.map(({ name }) => name), audiences: audiences.map(({ name }) => name) };
  return {
    ok: true,
    details: {
      ...eventRecord.leftEmpty,
      title: titleOfUnplanned(manner, { called: read.value.called, ...names }),
      kind,
      place,
      schedule: "confirmed",
      handling: campaign.handling,
      time: when.time,
      objectiveId: null,
      ownerAccountId: account.id,
      officerIds: [account.id],
      messageIds: [],
      audienceIds: audiences.map(({ id }) => id),
    },
  };
}

/** An hour that the clocks show twice is the first of them: what is logged has been. */
function readWhen(
  form: FormData,
  manner: Manner,
  now: Date,
  today: CalendarDate,
): { ok: true; time: PlannedTime } | { ok: false; errors: FieldErrors } {
  const typed = new FormData();
  for (const name of ["date", "start"]) typed.set(name, String(form.get(name) ?? ""));
  typed.set("occurrence", "first");
  const begun = readTime(typed, WASHINGTON, 1, today);
  if (!begun.ok) return begun;
  if (begun.time.startsAt > now) return { ok: false, errors: { start: "Enter a time in the past" } };
  return readTime(typed, WASHINGTON, minutesOfUnplanned(manner, begun.time.startsAt, now), today);
}

/** When it was on both clocks, by what stands in the form; null where that is no time that has passed. */
export function whenItWas(values: FormValues, now: Date, homeZone: Zone): string | null {
  const form = new FormData();
  for (const name of ["date", "start"]) form.set(name, typedValue(values, name, ""));
  const read = readWhen(form, MANNERS[0], now, dateIn(now, WASHINGTON));
  if (!read.ok) return null;
  const { washington, home } = twoClocks(read.time.startsAt, homeZone, dateIn(now, WASHINGTON));
  return `${washington} · ${home}`;
}

/** Who is chosen in a form, and the name that is typed to find somebody. */
export function askedIn(form: FormData): Asked {
  const texts = (name: string) => form.getAll(name).map(String).slice(0, 60);
  const who = String(form.get("who") ?? "");
  return { attended: texts("attended"), audiences: texts("audiences"), who: who.slice(0, 100).trim() };
}
