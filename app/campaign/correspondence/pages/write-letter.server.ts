import { redirect } from "@remix-run/node";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { identifier } from "#app/http/fields.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { checkRead, readForm } from "#app/http/read-form.ts";
import { afterChange, refuseForm } from "#app/http/save-form.server.ts";
import { daysBetween } from "#app/time/calendar-date.ts";
import { type Drafted, draftOfMeeting, draftOfMonth, draftOfThanks } from "../drafting.server.ts";
import { type About, type Correspondence, findWritten } from "../lists.server.ts";
import { daysRecord } from "../record.ts";
import { draftCorrespondence } from "../store.server.ts";
import type { CorrespondenceKind } from "../words.ts";

const optional = identifier.or(z.literal("")).default("");

const schema = z.discriminatedUnion(
  "write",
  [
    z.object({ write: z.literal("cable"), review: optional }),
    z.object({ write: z.literal("memorandum of conversation"), event: identifier }),
    z.object({ write: z.literal("thank-you note"), event: identifier, contact: optional }),
  ],
  { error: "Choose what to write" },
);

const NOTHING: About = { reviewId: null, eventId: null, contactId: null, monthFrom: null, daysTo: null };

/** Drafts what the form asks for from the records, and opens it; where it is written already, opens that. */
export async function answerWriteLetter(arrival: CampaignArrival & Sent) {
  const { form } = arrival;
  if (form.get("write") === "cable of days") return answerWriteCableOfDays(arrival);
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  return writeNow(arrival, read.value.write, aboutOf(read.value));
}

/** Two months: a cable of some days is of a visit or a week, and has no figures. */
const MOST_DAYS = 62;

async function answerWriteCableOfDays(arrival: CampaignArrival & Sent) {
  const { form, today } = arrival;
  const read = checkRead(daysRecord.read(form, today), ({ from, to }): FieldErrors => {
    if (to < from) return { to: "Enter a last day on or after the first" };
    if (to > today) return { to: "Enter today or an earlier day" };
    return daysBetween(from, to) >= MOST_DAYS ? { to: `Choose ${MOST_DAYS} days at most` } : {};
  });
  if (!read.ok) return refuseForm(form, read.errors);
  const { from, to } = read.value;
  return writeNow(arrival, "cable", { ...NOTHING, monthFrom: from, daysTo: to });
}

async function writeNow(arrival: CampaignArrival & Sent, kind: CorrespondenceKind, about: About) {
  const { database, author, submission, campaign } = arrival;
  const there = await findWritten(database.read, campaign.id, kind, about);
  if (there !== null) return redirect(addressOf.letter(campaign.id, there));
  const made = await draftNow(arrival, kind, about);
  if (made === null) notFound();
  const of = { campaignId: campaign.id, kind, about: { ...about, monthFrom: made.monthFrom } };
  const done = await database.change(author, submission, (change) => draftCorrespondence(change, of, made));
  if (done.ok) return afterChange(done);
  return redirect(addressOf.letter(campaign.id, done.id));
}

function aboutOf(asked: z.infer<typeof schema>): About {
  if (asked.write === "cable") return { ...NOTHING, reviewId: asked.review || null };
  const contactId = asked.write === "thank-you note" ? asked.contact || null : null;
  return { ...NOTHING, eventId: asked.event, contactId };
}

/** What the records as they stand now would have it say, of the same month, review or meeting; null where they are no longer there. */
export function draftAgain(arrival: CampaignArrival, letter: Correspondence): Promise<Drafted | null> {
  return draftNow(arrival, letter.kind, letter);
}

async function draftNow(
  arrival: CampaignArrival,
  kind: CorrespondenceKind,
  about: About,
): Promise<Drafted | null> {
  const { database, campaign, account, home, now } = arrival;
  const eventId = about.eventId ?? "";
  const { id: campaignId, handling: campaignHandling } = campaign;
  const ofMeeting = { campaignId, campaignHandling, eventId, account, home, now };
  switch (kind) {
    case "cable":
      return draftOfMonth(database.read, {
        campaign,
        account,
        homeZone: home.homeZone,
        now,
        reviewId: about.reviewId,
        monthFrom: about.monthFrom,
        daysTo: about.daysTo,
      });
    case "memorandum of conversation":
      return draftOfMeeting(database.read, ofMeeting);
    case "thank-you note":
      return draftOfThanks(database.read, { ...ofMeeting, contactId: about.contactId });
  }
}
