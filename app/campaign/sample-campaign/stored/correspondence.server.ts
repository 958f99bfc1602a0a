import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { draftCable } from "#app/campaign/correspondence/cable/cable.ts";
import { readCableRecords } from "#app/campaign/correspondence/cable/cable-records.server.ts";
import { aboutMeeting } from "#app/campaign/correspondence/drafting.server.ts";
import { draftMemorandum } from "#app/campaign/correspondence/meeting/memorandum.ts";
import { draftCorrespondence } from "#app/campaign/correspondence/store.server.ts";
import { listReviews } from "#app/campaign/reviews/lists.server.ts";
import { readInstallation } from "#db/installation.server.ts";
import { AUTONOMY, COLLEAGUES, SAMPLE_HANDLING } from "../who-is-who.ts";
import { act, atNoon, type Scribe } from "./scribe.server.ts";

/** The meeting of which there is a memorandum. */
const WITH_MEMORANDUM = "note/hadley";
const HOUR_MS = 3_600_000;

/** The cable that went with the first campaign's review, and the memorandum of one of its meetings. */
export async function writeCorrespondence(scribe: Scribe): Promise<void> {
  await writeCable(scribe);
  await writeMemorandum(scribe);
}

async function writeCable(scribe: Scribe): Promise<void> {
  const { read } = scribe.database;
  const campaign = await findCampaign(read, AUTONOMY);
  const [review] = await listReviews(read, AUTONOMY);
  if (campaign === null || review === undefined) return;
  const { homeZone } = await readInstallation(read);
  const at = new Date(Date.parse(review.savedAt) + HOUR_MS);
  const account = { id: scribe.idOf("account", "eva"), name: review.savedBy };
  const asked = { campaign, account, homeZone, reviewId: review.id, monthFrom: null, now: at };
  const records = await readCableRecords(read, asked);
  if (records === null) return;
  const about = { monthFrom: records.span.from, reviewId: review.id, eventId: null, contactId: null };
  const written = { words: draftCable(records), handling: SAMPLE_HANDLING };
  await act(scribe, { by: "eva", at, campaign: AUTONOMY }, (change) =>
    draftCorrespondence(change, { campaignId: AUTONOMY, kind: "cable", about }, written),
  );
}

async function writeMemorandum(scribe: Scribe): Promise<void> {
  const { read } = scribe.database;
  const eventId = scribe.idOf("event", WITH_MEMORANDUM);
  const now = atNoon(scribe.sample.days.today);
  const home = await readInstallation(read);
  const name = COLLEAGUES.find(({ key }) => key === "officer")?.name ?? "";
  const ofMeeting = { campaignId: AUTONOMY, campaignHandling: SAMPLE_HANDLING, eventId };
  const about = await aboutMeeting(read, { ...ofMeeting, account: { name }, home, now });
  if (about === null) return;
  const kind = "memorandum of conversation" as const;
  const of = {
    campaignId: AUTONOMY,
    kind,
    about: { monthFrom: null, reviewId: null, eventId, contactId: null },
  };
  const written = { words: draftMemorandum(about), handling: about.meeting.handling };
  await act(scribe, { by: "officer", at: now, campaign: AUTONOMY }, (change) =>
    draftCorrespondence(change, of, written),
  );
}
