import { data } from "@remix-run/node";
import { z } from "zod";
import { identifier } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm, valuesOf } from "#app/http/form.server.ts";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { type Cell, saveWhoGoes } from "../../items.server.ts";
import type { VisitRecord } from "../../store.server.ts";
import { targetHere, visitHere } from "../../visit-here.server.ts";
import { PARTS, type Part, partLabel } from "../who-goes.ts";

const part = z
  .enum([...PARTS, "none"], { error: "Choose one of the list" })
  .transform((value): Part | null => (value === "none" ? null : value));
const cells = z.record(identifier, z.record(identifier, part)).default({});
const schema = z.object({ part: cells, was: cells });

/** Saves the whole table; where somebody changed one of the same cells meanwhile, both are shown and nothing is saved. */
export async function saveWhoGoesHere(arrival: CampaignArrival & Sent) {
  const { form, database, author, submission } = arrival;
  const visit = await visitHere(arrival);
  const read = readForm(form, schema);
  if (!read.ok) return refusal(refuseForm(form, read.errors));
  const saved = await database.change(author, submission, (change) =>
    saveWhoGoes(change, targetHere(arrival, "#who-goes"), cellsOf(read.value)),
  );
  if (saved.ok) return afterChange(saved);
  if (saved.reason === "not-found") notFound();
  return conflict(arrival, visit, saved.cells);
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

type Refused = {
  values: FormValues;
  errors: FieldErrors;
  stale: Awaited<ReturnType<typeof staleRecord>> | null;
  mine: FormValues;
  labels: Readonly<Record<string, string>>;
};

function refusal({ data: { values, errors }, init }: ReturnType<typeof refuseForm>) {
  return data<Refused>({ values, errors, stale: null, mine: {}, labels: {} }, init ?? undefined);
}

async function conflict(
  { form, database }: CampaignArrival & Sent,
  visit: VisitRecord,
  theirs: readonly Cell[],
) {
  const values = valuesOf(form);
  const nameOf = ({ memberId, itemId }: Cell) => `part.${memberId}.${itemId}`;
  const stale = await staleRecord(
    database,
    { kind: "outreach event", id: visit.event.id, version: visit.event.version },
    Object.fromEntries(theirs.map((cell) => [nameOf(cell), partLabel(cell.was)])),
  );
  const labels = Object.fromEntries(theirs.map((cell) => [nameOf(cell), cellLabel(visit, cell)]));
  const mine = Object.fromEntries(
    theirs.map((cell) => [nameOf(cell), [mineInWords(typedValue(values, nameOf(cell), "none"))]]),
  );
  return data<Refused>({ values, errors: {}, stale, mine, labels }, { status: 409 });
}

function mineInWords(value: string): string {
  return partLabel(PARTS.find((one) => one === value) ?? null);
}

function cellLabel({ members, items }: VisitRecord, { memberId, itemId }: Cell): string {
  const member = members.find(({ id }) => id === memberId)?.name ?? "Somebody";
  return `${member}: ${items.find(({ id }) => id === itemId)?.title ?? "an item"}`;
}
