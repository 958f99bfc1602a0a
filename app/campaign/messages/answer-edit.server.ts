import { z } from "zod";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm, refuseStale } from "#app/http/form.server.ts";
import type { FormValues } from "#app/http/form-values.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import type { Change, RecordKind } from "#db/change.server.ts";

/** What the page that asks to save had shown: the record's version and the records tied to it. */
export type Seen = { version: number; links: string };

const seenSchema = z.object({ version, links: z.string().max(200_000).default("") });

type Edited = { ok: true } | { ok: false; reason: "changed-by-somebody-else" | "not-found" };

/** A record as it stands, with its texts under the names of the form's fields; only those with a label are compared. */
export type EditedRecord = {
  kind: RecordKind;
  id: string;
  version: number;
  values: FormValues;
  labels: Readonly<Record<string, string>>;
};

/** Saves an edited record. Where somebody saved first, both texts come back and nothing is written. */
export async function answerEdit(
  { form, database, author, submission }: CampaignArrival & Sent,
  { kind, id, version: present, values, labels }: EditedRecord,
  edit: (change: Change, seen: Seen) => Promise<Edited>,
) {
  const seen = readForm(form, seenSchema);
  if (!seen.ok) return refuseForm(form, seen.errors);
  const edited = await database.change(author, submission, (change) => edit(change, seen.value));
  if (edited.ok) return afterChange(edited);
  if (edited.reason === "not-found") notFound();
  const theirs = Object.entries(values).filter(([name]) => name in labels);
  const texts = Object.fromEntries(theirs.map(([name, text]) => [name, text.join(", ")]));
  return refuseStale(form, await staleRecord(database, { kind, id, version: present }, texts));
}
