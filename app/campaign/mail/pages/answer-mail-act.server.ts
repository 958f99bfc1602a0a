import { z } from "zod";
import { identifier } from "#app/http/fields.ts";
import type { Sent, SignedInArrival } from "#app/http/page.server.ts";
import { afterChange } from "#app/http/save-form.server.ts";
import { updateInstallation } from "#db/installation.server.ts";
import { giveLetterUp, queueOnce, tryLetterNow } from "../store.server.ts";

export const mailForm = z.discriminatedUnion("act", [
  z.object({ act: z.literal("titles"), titles: z.literal("yes").optional() }),
  z.object({ act: z.literal("try"), letter: identifier }),
  z.object({ act: z.literal("give up"), letter: identifier }),
  z.object({ act: z.literal("test") }),
]);

/** Does what the administrator asks of the post; null where nothing of the history is changed. */
export async function answerMailAct(arrival: SignedInArrival & Sent, asked: z.infer<typeof mailForm>) {
  const { account, database, now } = arrival;
  switch (asked.act) {
    case "titles":
      return saveTitles(arrival, asked.titles === "yes");
    case "try":
      await tryLetterNow(database, asked.letter, now);
      return null;
    case "give up":
      await giveLetterUp(database, asked.letter, `Abandoned by ${account.name}.`, now);
      return null;
    case "test":
      await queueTest(arrival);
      return null;
  }
}

async function saveTitles({ database, author, submission }: SignedInArrival & Sent, showsTitles: boolean) {
  const saved = await database.change(author, submission, async (change) => {
    await updateInstallation(change, { mail_shows_titles: showsTitles ? 1 : 0 });
    change.describe({
      recordKind: "installation",
      recordId: "installation",
      action: "changed",
      summary: `${showsTitles ? "Allowed" : "Forbade"} e-mails to name what they are about`,
      location: "/admin/mail",
    });
    return { ok: true } as const;
  });
  return afterChange(saved);
}

/** The page that was sent twice asks for one test. */
function queueTest({ account, database, now, submission }: SignedInArrival & Sent): Promise<void> {
  const letter = {
    kind: "test",
    accountId: account.id,
    campaignId: null,
    subjectTitle: "",
    handling: "",
    path: "/admin/mail",
    details: { dueAt: null, answer: null },
    subjectId: null,
  } as const;
  return queueOnce(database, `test ${account.id} ${submission.submission ?? now.toISOString()}`, letter, now);
}
