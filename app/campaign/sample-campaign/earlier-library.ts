import { z } from "zod";
import type { Library, LibraryMessage } from "#app/campaign/messages/library/library.ts";
import { PROOF_POINTS } from "#app/campaign/messages/library/library-kinds.ts";
import { readSharedFile } from "#app/campaign/messages/library/read-shared-file.ts";
import { number, readBytes, sampleTable, words } from "./read-sample-data.ts";

/** How long before today the edition of August took the place of the annual report under P3. */
export const RENEWED_DAYS_AGO = 50;

/** The library with the evidence as it stood then: both staffs were told 486 billion on the annual report alone. */
export function withEarlierEvidence(library: Library): Library {
  const text = new TextDecoder().decode(readBytes("earlier-proof-points.md"));
  const earlier = readSharedFile(PROOF_POINTS, { name: "earlier-proof-points.md", text }, []);
  const proofPoints = library.proofPoints.map(
    (proofPoint) => earlier.find(({ record }) => record.code === proofPoint.code)?.record ?? proofPoint,
  );
  return { ...library, proofPoints };
}

/** Each wording of a message, oldest first; the last, without words of its own, is the library's. */
const WORDINGS = sampleTable(
  "earlier-wordings.csv",
  z.strictObject({
    message: number,
    daysAgo: number,
    title: words,
    statement: words,
    talkingPoint: words,
    // Why the wording before this one was changed; of the first, why it was written.
    reason: words,
  }),
);

/** A message as it was worded some days ago, and why. */
export type Wording = { daysAgo: number; reason: string; message: LibraryMessage };

/** What a message of the first campaign has said, from its first wording to the library's own. */
export function wordingsOf(message: LibraryMessage): readonly Wording[] {
  return WORDINGS.filter((one) => one.message === message.number).map(
    ({ daysAgo, reason, title, statement, talkingPoint }) => ({
      daysAgo,
      reason,
      message: title === "" ? message : { ...message, title, statement, talkingPoint },
    }),
  );
}
