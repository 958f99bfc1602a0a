import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import { formsOf } from "../support/forms-of.ts";
import type { Bench } from "./bench-context.ts";
import { fillToFullSize } from "./fill-to-full-size.ts";
import { processorOf, untilQuiet } from "./processor.ts";
import { limited, median, type Rows } from "./row.ts";
import { signIn, startServer } from "./servers.ts";

/** Milliseconds of processor. */
const LIMIT = 8;
const WARM_UP = 12;
const MEETINGS = Array.from({ length: WARM_UP + 40 }, (_, index) => `benchmeeting${10_000_000 + index}`);

/** What the processor spends when a meeting is logged with three ratings, by its form, with 20,000 events stored. */
export async function* logOutcomeOverHttp(bench: Bench): Rows {
  const database = join(bench.folder, "log-outcome.sqlite");
  await copyFile(bench.database, database);
  const native = await sqlite3.open(database);
  await fillToFullSize(native, bench.campaign);
  for (const id of MEETINGS) for (const statement of held(id, bench.campaign)) await native.exec(statement);
  await native.close();
  const server = await startServer("app/server/start.ts", { DATABASE_PATH: database });
  try {
    const cookie = await signIn(server.address, bench.email, bench.password);
    await untilQuiet(server.processId);
    const spent: number[] = [];
    for (const id of MEETINGS) {
      const path = `${server.address}/c/${bench.campaign}/events/${id}/log`;
      const body = await filledForm(path, cookie);
      const before = await processorOf(server.processId);
      await send(path, body, { Cookie: cookie, Origin: server.address });
      spent.push((await processorOf(server.processId)) - before);
    }
    yield limited("an outcome logged, at full size", median(spent.slice(WARM_UP)), LIMIT, "ms of processor");
  } finally {
    await server.stop();
  }
}

/** The form of the page as it opens, with what was said and how each message was taken. */
async function filledForm(path: string, cookie: string): Promise<URLSearchParams> {
  const html = await (await fetch(path, { headers: { Cookie: cookie } })).text();
  const form = formsOf(html, new URL(path).pathname).find(({ action }) => action.endsWith("/log"));
  if (form === undefined) throw new Error(`${path} has no form`);
  const body = new URLSearchParams(form.fields.map(({ name, value }) => [name, value]));
  const ratings = new Set(form.controls.filter(({ kind }) => kind === "radio").map(({ name }) => name));
  for (const name of ratings) if (name.startsWith("received-")) body.set(name, "1");
  body.set("said", "They asked for the text of the declaration.");
  body.delete("reshape");
  return body;
}

async function send(path: string, body: URLSearchParams, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(path, { method: "POST", body, headers, redirect: "manual" });
  if (answer.status !== 303) throw new Error(`Logging answered ${answer.status}`);
}

/** A briefing of yesterday on the first three messages, for the audience that stands first, by the officer of the bench. */
function held(id: string, campaign: string): string[] {
  const officer = `(SELECT account_id FROM campaign_role WHERE campaign_id = '${campaign}' AND role = 'officer'
    ORDER BY account_id LIMIT 1)`;
  return [
    `INSERT INTO outreach_event (id, campaign_id, title, kind, wall_start, wall_end, zone, starts_at, ends_at, day,
       schedule, result, ground_rule, handling, owner_account_id, planned_at)
     SELECT '${id}', '${campaign}', 'Briefing to log', 'briefing', day || 'T10:00', day || 'T10:30', 'America/New_York',
       day || 'T15:00:00.000Z', day || 'T15:30:00.000Z', day, 'confirmed', 'planned', 'background', 'TLP:GREEN',
       ${officer}, day || 'T12:00:00.000Z' FROM (SELECT date('now', '-2 days') AS day)`,
    `INSERT INTO outreach_event_officer (id, outreach_event_id, account_id)
     SELECT 'o' || substr('${id}', 2), '${id}', ${officer}`,
    `INSERT INTO outreach_event_audience (id, outreach_event_id, audience_id)
     SELECT 'a' || substr('${id}', 2), '${id}', audience_id FROM campaign_audience WHERE campaign_id = '${campaign}'
     ORDER BY position, audience_id LIMIT 1`,
    `INSERT INTO outreach_event_message (id, outreach_event_id, key_message_id, position)
     SELECT number || substr('${id}', 2), '${id}', id, number FROM key_message
     WHERE campaign_id = '${campaign}' AND number <= 3`,
  ];
}
