import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { draftCable } from "#app/campaign/correspondence/cable/cable.ts";
import { readCableRecords } from "#app/campaign/correspondence/cable/cable-records.server.ts";
import { aboutMeeting, embassyOf } from "#app/campaign/correspondence/drafting.server.ts";
import { draftMemorandum } from "#app/campaign/correspondence/meeting/memorandum.ts";
import { draftThankYou } from "#app/campaign/correspondence/meeting/thank-you.ts";
import { draftCorrespondence } from "#app/campaign/correspondence/store.server.ts";
import { listReviews } from "#app/campaign/reviews/lists.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { readInstallation } from "#db/installation.server.ts";
import { AUTONOMY, COLLEAGUES, SAMPLE_HANDLING } from "../who-is-who.ts";
import { act, atNoon, type Scribe } from "./scribe.server.ts";

const WRITTEN_ABOUT = "note/hadley";
const HOUR_MS = 3_600_000;

/** The cable that went with the first campaign's review, and the memorandum and the thanks for one of its meetings. */
export async function writeCorrespondence(scribe: Scribe): Promise<void> {
  await writeCable(scribe);
  await writeAboutMeeting(scribe);
}

async function writeCable(scribe: Scribe): Promise<void> {
  const { read } = scribe.database;
  const campaign = await findCampaign(read, AUTONOMY);
  const [review] = await listReviews(read, AUTONOMY);
  if (campaign === null || review === undefined) return;
  const { homeZone } = await readInstallation(read);
  const at = new Date(Date.parse(review.savedAt) + HOUR_MS);
  const account = { id: scribe.idOf("account", "eva"), name: review.savedBy };
  const asked = { campaign, account, homeZone, reviewId: review.id, monthFrom: null, daysTo: null, now: at };
  const records = await readCableRecords(read, asked);
  if (records === null) return;
  const about = {
    monthFrom: records.span.from,
    daysTo: null,
    reviewId: review.id,
    eventId: null,
    contactId: null,
  };
  const written = { words: draftCable(records), handling: SAMPLE_HANDLING };
  await act(scribe, { by: "eva", at, campaign: AUTONOMY }, (change) =>
    draftCorrespondence(change, { campaignId: AUTONOMY, kind: "cable", about }, written),
  );
}

async function writeAboutMeeting(scribe: Scribe): Promise<void> {
  const { read } = scribe.database;
  const eventId = scribe.idOf("event", WRITTEN_ABOUT);
  // Noon of today may be still to come when the sample is made.
  const now = atNoon(addDays(scribe.sample.days.today, -1));
  const home = await readInstallation(read);
  const name = COLLEAGUES.find(({ key }) => key === "officer")?.name ?? "";
  const ofMeeting = { campaignId: AUTONOMY, campaignHandling: SAMPLE_HANDLING, eventId };
  const asked = await aboutMeeting(read, { ...ofMeeting, account: { name }, home, now });
  const [to] = asked?.meeting.attended ?? [];
  if (asked === null || to === undefined) return;
  const handling = asked.meeting.handling;
  const about = { monthFrom: null, daysTo: null, reviewId: null, eventId, contactId: null };
  const memorandum = { words: draftMemorandum(asked), handling };
  const thanks = { words: draftThankYou({ ...asked, to, embassy: embassyOf(home) }), handling };
  const drafts = [
    { kind: "memorandum of conversation", about, written: memorandum },
    { kind: "thank-you note", about: { ...about, contactId: to.id }, written: thanks },
  ] as const;
  for (const { kind, about, written } of drafts) {
    await act(scribe, { by: "officer", at: now, campaign: AUTONOMY }, (change) =>
      draftCorrespondence(change, { campaignId: AUTONOMY, kind, about }, written),
    );
  }
}
