import type { Library } from "#app/domain/messages/library.ts";
import { RENEWED_DAYS_AGO } from "#app/domain/sample-campaign/earlier-evidence.ts";
import type { SamplePaper } from "#app/domain/sample-campaign/papers.ts";
import type { Sample } from "#app/domain/sample-campaign/sample-campaign.ts";
import { updateInstallationRow } from "#db/queries/installation.server.ts";
import { clearOldLetters } from "#db/queries/mail.server.ts";
import type { Database } from "./database.server.ts";
import { writeAccountsAndCampaigns } from "./sample-campaign/accounts.server.ts";
import { writeFits } from "./sample-campaign/effectiveness-fits.server.ts";
import { writeFeedback } from "./sample-campaign/feedback.server.ts";
import { writeFramings } from "./sample-campaign/framings.server.ts";
import { writeInstruction } from "./sample-campaign/instruction.server.ts";
import { readKnown } from "./sample-campaign/known-records.server.ts";
import { renewEvidence, writeLibraries } from "./sample-campaign/message-library.server.ts";
import { writeObjectives } from "./sample-campaign/objectives.server.ts";
import { writeOutcome } from "./sample-campaign/outcomes.server.ts";
import { placed, writeEvent } from "./sample-campaign/outreach-events.server.ts";
import { writeWishes } from "./sample-campaign/outreach-wishes.server.ts";
import { writePastHold } from "./sample-campaign/past-hold.server.ts";
import { writeCoffee } from "./sample-campaign/repeated-coffee.server.ts";
import { writeReviews } from "./sample-campaign/reviews.server.ts";
import { atNoon, writeEntry } from "./sample-campaign/scribe.server.ts";
import { writeSessionDays } from "./sample-campaign/session-days.server.ts";
import { writePapers } from "./sample-campaign/talking-points.server.ts";
import { writeVisit } from "./sample-campaign/visit.server.ts";
import { writeWhoIsWho } from "./sample-campaign/who-is-who.server.ts";

/**
 * Writes the sample into a new database: every record as a change of the colleague who would have made it, on the
 * day on which that was. `library` is the folder `messages/`. The mark of a sample comes last.
 */
export async function writeSample(
  database: Database,
  { sample, library, passwordHash }: { sample: Sample; library: Library; passwordHash: string },
): Promise<void> {
  await writeAccountsAndCampaigns(database, sample, passwordHash);
  await writeLibraries(database, sample, library);
  await writeWhoIsWho(database, sample);
  const known = await readKnown(database.read, sample);
  await writeObjectives(database, sample, known);
  const events = sample.events.map(placed);
  for (const one of events) await writeEvent(database, one, known);
  for (const one of events) await writeOutcome(database, one, known);
  await writeFeedback(database, sample.days.today, known);
  await writeFramings(database, sample.days.today, known);
  const isEarlier = (paper: SamplePaper) => paper.startedDaysAgo > RENEWED_DAYS_AGO;
  await writePapers(database, sample, events, known, isEarlier);
  await renewEvidence(database, sample, library);
  await writePapers(database, sample, events, known, (paper) => !isEarlier(paper));
  await writePastHold(database, sample.days.today);
  await writeInstruction(database, sample.days.today);
  await writeWishes(database, sample.days.today, known);
  await writeVisit(database, sample.days);
  await writeCoffee(database, sample.series, sample.days.today);
  await writeSessionDays(database, sample.days.today);
  await writeReviews(database, sample.days.today);
  await writeFits(database, sample.days.today);
  await dropLetters(database, sample.days.today);
  await markAsSample(database, sample);
}

/** Nobody gets the letters of a year that was written in a moment. */
function dropLetters(database: Database, today: string): Promise<void> {
  const now = atNoon(today);
  return clearOldLetters(database, { waitingSince: now, queuedBefore: now, now });
}

async function markAsSample(database: Database, { days }: Sample): Promise<void> {
  const entry = {
    by: "system",
    at: atNoon(days.today),
    campaign: null,
    kind: "installation",
    id: "installation",
    action: "marked",
    summary: "Marked as sample data",
    location: "/",
  } as const;
  await writeEntry(database, entry, async (change) => {
    await updateInstallationRow(change, "installation", { sample_made_on: days.today });
  });
}
