import type { LetterDetails } from "#app/campaign/mail/letter.ts";
import { type Letter, queueMail } from "#app/campaign/mail/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { system } from "../author.ts";

/** A change that queues a letter, as asking for clearance does; gives the id of the change. */
export async function addLetter(
  database: Database,
  given: Partial<Letter> & { now?: Date; submission?: string | null; by?: string } = {},
  details: LetterDetails = { dueAt: null, answer: null },
): Promise<string> {
  const { now = system.now, submission = null, by = "system", ...letter } = given;
  const author = { ...system, accountId: by, now };
  const made = await database.change(
    author,
    { submission, campaignId: letter.campaignId ?? "esa" },
    async (change) => {
      const asked: Letter = {
        kind: "clearance asked",
        to: ["hana"],
        campaignId: "esa",
        subjectTitle: "Schůzka s paní Hadleyovou",
        handling: "TLP:AMBER",
        path: "/c/esa/talking-points/paper",
        ...letter,
      };
      await queueMail(change, asked, details);
      const what = { recordKind: "talking points", recordId: "paper", action: "sent" } as const;
      change.describe({ ...what, summary: "Sent", location: "/c/esa/talking-points" });
      return { ok: true };
    },
  );
  return made.changeId;
}

export function letters(database: Database) {
  return database.read.selectFrom("mail").selectAll().orderBy("queued_at").orderBy("id").execute();
}
