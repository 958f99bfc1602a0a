import { z } from "zod";
import { identifier } from "#app/http/fields.ts";
import { afterChange, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { type Cell, saveWhoGoes } from "../../items.server.ts";
import { targetHere, visitHere } from "../../visit-here.server.ts";
import { PARTS, type Part } from "../who-goes.ts";

const part = z
  .enum([...PARTS, "none"], { error: "Choose one of the list" })
  .transform((value): Part | null => (value === "none" ? null : value));
const cells = z.record(identifier, z.record(identifier, part)).default({});
const schema = z.object({ part: cells, was: cells });

/** Saves the whole table; where somebody changed one of the same cells meanwhile, both are shown and nothing is saved. */
export async function saveWhoGoesHere(arrival: CampaignArrival & Sent) {
  const { form, database, author, submission } = arrival;
  const { event } = await visitHere(arrival);
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  const saved = await database.change(author, submission, (change) =>
    saveWhoGoes(change, targetHere(arrival, "#who-goes"), cellsOf(read.value)),
  );
  if (saved.ok) return afterChange(saved);
  if (saved.reason === "not-found") notFound();
  const record = { kind: "outreach event", id: event.id, version: event.version } as const;
  const theirs = saved.cells.map(({ memberId, itemId, was }) => [
    `part.${memberId}.${itemId}`,
    was ?? "none",
  ]);
  return refuseStale(form, await staleRecord(database, record, Object.fromEntries(theirs)));
}

function cellsOf({ part: parts, was }: z.infer<typeof schema>): Cell[] {
  return Object.entries(parts).flatMap(([memberId, byItem]) =>
    Object.entries(byItem).map(([itemId, wanted]) => ({
      memberId,
      itemId,
      was: was[memberId]?.[itemId] ?? null,
      part: wanted,
    })),
  );
}
