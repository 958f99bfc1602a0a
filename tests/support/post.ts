import { pino } from "pino";
import { onTestFinished } from "vitest";
import { MAIL_PATIENCE, type MailPatience } from "#app/campaign/due-mail/deliver.server.ts";
import { startPost } from "#app/campaign/due-mail/post.server.ts";
import type { MailSettings } from "#app/http/mail-environment.ts";
import type { Database } from "#db/database.server.ts";
import { now as NOW } from "./author.ts";
import { addAccount, addCampaign } from "./builders/campaign.ts";
import { letters } from "./builders/letter.ts";
import { freshDatabase } from "./database.ts";

export const ORIGIN = "https://demarche.example";
export const MINUTE = 60_000;

/** A campaign with one clearer, Hana. */
export async function embassy(): Promise<Database> {
  const database = await freshDatabase();
  await addCampaign(database, "esa");
  await addAccount(database, "Hana", { esa: "embassy clearer" });
  return database;
}

/** A post with a clock that the test turns, and what it has logged: as patient as the product, unless told otherwise. */
export function postBy(database: Database, mail: MailSettings, patience: Partial<MailPatience> = {}) {
  let time = NOW;
  const logged: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
  const post = startPost(
    { database, mail, origin: ORIGIN, log, now: () => time },
    { ...MAIL_PATIENCE, ...patience },
  );
  onTestFinished(() => post.stop());
  const after = (minutes: number) => {
    time = new Date(time.getTime() + minutes * MINUTE);
    post.nudge();
  };
  return { post, logged, after };
}

/** The letter that was queued first. */
export async function only(database: Database) {
  const [letter] = await letters(database);
  if (letter === undefined) throw new Error("No letter is queued");
  return letter;
}
