import { clearOldLetters } from "#app/campaign/mail/store.server.ts";
import type { Library } from "#app/campaign/messages/library/library.ts";
import type { Database } from "#db/database.server.ts";
import { updateInstallationRow } from "#db/installation.server.ts";
import { RENEWED_DAYS_AGO } from "./earlier-library.ts";
import type { SamplePaper } from "./papers.ts";
import type { Sample } from "./sample-campaign.ts";
import { writeAccountsAndCampaigns } from "./stored/accounts.server.ts";
import { writeFits } from "./stored/effectiveness-fits.server.ts";
import { writeFeedback } from "./stored/feedback.server.ts";
import { writeFramings } from "./stored/framings.server.ts";
import { writeInstruction } from "./stored/instruction.server.ts";
import { readKnown } from "./stored/known-records.server.ts";
import { renewEvidence, writeLibraries } from "./stored/message-library.server.ts";
import { writeObjectives } from "./stored/objectives.server.ts";
import { writeOutcome } from "./stored/outcomes.server.ts";
import { placed, writeEvent } from "./stored/outreach-events.server.ts";
import { writeWishes } from "./stored/outreach-wishes.server.ts";
import { writePastHold } from "./stored/past-hold.server.ts";
import { writeCoffee } from "./stored/repeated-coffee.server.ts";
import { writeReviews } from "./stored/reviews.server.ts";
import { atNoon, writeEntry } from "./stored/scribe.server.ts";
import { writeSessionDays } from "./stored/session-days.server.ts";
import { writePapers } from "./stored/talking-points.server.ts";
import { writeVisit } from "./stored/visit.server.ts";
import { writeWhoIsWho } from "./stored/who-is-who.server.ts";

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
  await writeVisit(database, sample);
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
