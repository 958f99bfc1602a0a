import { clearOldLetters } from "#app/campaign/mail/store.server.ts";
import type { Library } from "#app/campaign/messages/library/library.ts";
import type { Database } from "#db/database.server.ts";
import { updateInstallation } from "#db/installation.server.ts";
import { RENEWED_DAYS_AGO } from "./earlier-library.ts";
import type { Sample } from "./make-sample.ts";
import type { SamplePaper } from "./papers.ts";
import { writeCampaignsAndColleagues } from "./stored/campaigns-and-colleagues.server.ts";
import { writeCorrespondence } from "./stored/correspondence.server.ts";
import { writeFits } from "./stored/effectiveness-fits.server.ts";
import { placed, writeCoffee, writeEvent } from "./stored/events.server.ts";
import { writeFeedback } from "./stored/feedback.server.ts";
import { writeFramings } from "./stored/framings.server.ts";
import { writeInstruction } from "./stored/instruction.server.ts";
import { renewEvidence, writeLibraries } from "./stored/message-library.server.ts";
import { writeObjectives } from "./stored/objectives.server.ts";
import { writeOutcomes } from "./stored/outcomes.server.ts";
import { writeWishes } from "./stored/outreach-wishes.server.ts";
import { writePastHold } from "./stored/past-hold.server.ts";
import { writeReviews } from "./stored/reviews.server.ts";
import { act, atNoon, type Scribe, SYSTEM, scribeOf } from "./stored/scribe.server.ts";
import { writePapers } from "./stored/talking-points.server.ts";
import { writeVisit } from "./stored/visit.server.ts";
import { writeSessionDays, writeWhoIsWho } from "./stored/who-is-who.server.ts";

/**
 * Writes the sample into a new database by the acts of the product itself: each as the colleague who would have done it,
 * on the day on which that was. `library` is the folder `messages/`. The mark of a sample comes last.
 */
export async function writeSample(
  database: Database,
  { sample, library, passwordHash }: { sample: Sample; library: Library; passwordHash: string },
): Promise<void> {
  const scribe = scribeOf(database, sample);
  await writeCampaignsAndColleagues(scribe, passwordHash);
  await writeLibraries(scribe, library);
  await writeWhoIsWho(scribe);
  await writeObjectives(scribe);
  const events = sample.events.map(placed);
  for (const one of events) await writeEvent(scribe, one);
  await writeOutcomes(scribe, events);
  await writeFeedback(scribe);
  await writeFramings(scribe);
  const isEarlier = (paper: SamplePaper) => paper.startedDaysAgo > RENEWED_DAYS_AGO;
  await writePapers(scribe, events, isEarlier);
  await renewEvidence(scribe, library);
  await writePapers(scribe, events, (paper) => !isEarlier(paper));
  await writePastHold(scribe);
  await writeInstruction(scribe);
  await writeWishes(scribe);
  await writeVisit(scribe);
  await writeCoffee(scribe);
  await writeSessionDays(scribe);
  await writeReviews(scribe);
  await writeFits(scribe);
  await writeCorrespondence(scribe);
  await dropLetters(scribe);
  await markAsSample(scribe);
}

/** Nobody gets the letters of a year that was written in a moment. */
function dropLetters({ database, sample }: Scribe): Promise<void> {
  const now = atNoon(sample.days.today);
  return clearOldLetters(database, { waitingSince: now, queuedBefore: now, now });
}

async function markAsSample(scribe: Scribe): Promise<void> {
  const { today } = scribe.sample.days;
  await act(scribe, { by: SYSTEM, at: atNoon(today), campaign: null }, async (change) => {
    await updateInstallation(change, { sample_made_on: today });
    const marked = { action: "marked", summary: "Marked as sample data", location: "/" };
    return change.describe({ recordKind: "installation", recordId: "installation", ...marked });
  });
}
