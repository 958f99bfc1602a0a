import { describeEvent } from "#app/campaign/outreach-events/links.server.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { VisitTarget } from "../target.server.ts";
import type { ProgrammeCopy } from "./programme-version.ts";

/** The same copy given twice within this time is one: a double click, or printing by the browser's menu as well. */
const ONE_COPY_SECONDS = 60;

type Given = { ok: true } | { ok: false; reason: "given-just-now" };

/** Records who was given which version of the programme; `summary` says so to whoever gave it. */
export async function recordProgrammeCopies(
  change: Change,
  target: VisitTarget,
  {
    number,
    hash,
    holders,
    summary,
  }: { number: number; hash: string; holders: readonly string[]; summary: string },
): Promise<Given> {
  const since = new Date(change.author.now.getTime() - ONE_COPY_SECONDS * 1000).toISOString();
  const lately = await change.read
    .selectFrom("visit_programme_copy")
    .select("holder")
    .where("outreach_event_id", "=", target.eventId)
    .where("programme_hash", "=", hash)
    .where("given_at", ">", since)
    .execute();
  const fresh = holders.filter((holder) => !lately.some((copy) => copy.holder === holder));
  if (fresh.length === 0) return { ok: false, reason: "given-just-now" };
  await change.insertMany(
    "visit_programme_copy",
    fresh.map((holder) => ({
      id: newId(),
      outreach_event_id: target.eventId,
      number,
      programme_hash: hash,
      holder,
      given_at: change.author.now.toISOString(),
      recorded_by: change.author.accountId,
    })),
  );
  return describeEvent(change, target, "programme given out", summary);
}

/** Every copy of a programme that was given out, the first one first. */
export async function listProgrammeCopies(read: Queries, visitId: string): Promise<ProgrammeCopy[]> {
  const rows = await copiesOf(read, { visit: visitId });
  return rows.map(({ id, number, programme_hash, holder, given_at }) => ({
    id,
    number,
    hash: programme_hash,
    holder,
    givenAt: new Date(given_at),
  }));
}

const copiesOf = keptQuery((read, place: Place<"visit">) =>
  read
    .selectFrom("visit_programme_copy")
    .select(["id", "number", "programme_hash", "holder", "given_at"])
    .where("outreach_event_id", "=", place("visit"))
    .orderBy("number")
    .orderBy("given_at")
    .orderBy("id"),
);
