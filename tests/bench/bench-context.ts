import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDemo } from "#app/cli/demo-database.ts";
import { openDatabase } from "#db/database.server.ts";

const CAMPAIGN = "european-strategic-autonomy";

/** What every benchmark stands on: the sample of today in a database of its own, and the four pages. */
export type Bench = {
  folder: string;
  database: string;
  email: string;
  password: string;
  campaign: string;
  pages: { name: string; path: string }[];
  close(): Promise<void>;
};

export async function prepareBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), "demarche-bench-"));
  const database = join(folder, "sample.sqlite");
  const password = "a long sample password";
  const prepared = await prepareDemo(database, { isFresh: true, password, now: new Date() });
  if (!prepared.ok) throw new Error(prepared.sentence);
  const home = `/c/${CAMPAIGN}`;
  return {
    folder,
    database,
    email: "officer@demarche.example",
    password,
    campaign: CAMPAIGN,
    pages: [
      { name: "overview", path: home },
      { name: "week", path: `${home}/calendar?view=week` },
      { name: "message", path: `${home}/messages/2` },
      { name: "audience", path: `${home}/audiences/${await audienceHeardMost(database)}` },
    ],
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function audienceHeardMost(path: string): Promise<string> {
  const database = await openDatabase(path);
  const row = await database.read
    .selectFrom("observation_cell")
    .select(["audience_id", (eb) => eb.fn.sum<number>("n").as("heard")])
    .where("campaign_id", "=", CAMPAIGN)
    .groupBy("audience_id")
    .orderBy("heard", "desc")
    .executeTakeFirstOrThrow();
  await database.close();
  return row.audience_id;
}
