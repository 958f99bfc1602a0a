import { createHash } from "node:crypto";
import type { AudienceOffer } from "#app/campaign/contacts/audiences-of-contact.ts";
import { linkOutsideError, readEventForm } from "#app/campaign/outreach-events/event-form.server.ts";
import { linkOutsideCampaign } from "#app/campaign/outreach-events/links.server.ts";
import { warningsOfDraft } from "#app/campaign/outreach-events/warnings/event-warnings.server.ts";
import type { Warning } from "#app/campaign/outreach-events/warnings/warnings.ts";
import { unusualGap, whenInWords } from "#app/campaign/outreach-events/when-in-words.ts";
import type { WishRecord } from "#app/campaign/outreach-wishes/store.server.ts";
import { laterThanWished } from "#app/campaign/outreach-wishes/wish.ts";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { dateIn, dayOf, WASHINGTON } from "#app/time/wall-time.ts";

/** What is known of a plan before it is saved: when it is on both clocks, and what speaks against it. */
export type PlanPreview = {
  when: string | null;
  notes: string[];
  /** What is wrong with what was typed so far; what is still empty is not. */
  errors: FieldErrors;
  warnings: Warning[];
};

/** Looks at what stands in the form as if it were saved now. */
export async function planPreview(
  arrival: CampaignArrival,
  values: FormValues,
  wish: WishRecord | null,
): Promise<PlanPreview> {
  const { today } = arrival;
  const read = readEventForm(formOf(values), WASHINGTON, today);
  if (!read.ok) return { when: null, notes: [], errors: ofTyped(read.errors, values), warnings: [] };
  const stranger = await linkOutsideCampaign(
    arrival.database.read,
    arrival.campaign.id,
    read.details,
    read.contactIds,
  );
  if (stranger !== null) return { when: null, notes: [], errors: linkOutsideError(stranger), warnings: [] };
  const { time } = read.details;
  const { homeZone } = arrival.home;
  const day = time.isAllDay ? dayOf(time.wallStart) : dateIn(time.startsAt, WASHINGTON);
  const notes = [
    time.endsAt > arrival.now ? null : day < today ? "That day has passed" : "That time has passed",
    time.isAllDay ? null : unusualGap(time.startsAt, homeZone),
    laterThanWished(wish?.bestBy ?? null, day, today),
  ];
  return {
    when: whenInWords(time, homeZone, today),
    notes: notes.flatMap((note) => (note === null ? [] : [note])),
    errors: {},
    warnings: await warningsOfDraft(arrival, read.details, read.contactIds),
  };
}

/** A name for these warnings and offers: a form that carries it was sent by somebody who has read them. */
export function digestOf(warnings: readonly Warning[], offers: readonly AudienceOffer[] = []): string {
  const said = warnings.map((warning) => `${warning.kind} ${warning.words}`);
  const offered = offers.map(({ contactId, isOtherSide }) => `${contactId} ${isOtherSide}`);
  const words = [...said, ...offered].join("\n");
  return createHash("sha256").update(words).digest("hex").slice(0, 16);
}

function formOf(values: FormValues): FormData {
  const form = new FormData();
  for (const [name, list] of Object.entries(values)) for (const value of list) form.append(name, value);
  if (typedValue(values, "title", "").trim() === "") form.set("title", "An event");
  return form;
}

function ofTyped(errors: FieldErrors, values: FormValues): FieldErrors {
  const isDayTyped = typedValue(values, "date", "").trim() !== "";
  return Object.fromEntries(
    Object.entries(errors).filter(([name]) => {
      return name === "occurrence" ? isDayTyped : typedValue(values, name, "").trim() !== "";
    }),
  );
}
