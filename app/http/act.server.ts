import type { Change, RecordKind } from "#db/change.server.ts";
import { OUT_OF_DATE, version } from "./fields.ts";
import { afterChange, type Read, refuseByRule, refuseForm, refuseStale } from "./form.server.ts";
import type { FieldErrors, FormValues } from "./form-values.ts";
import { notFound, type Sent, type SignedInArrival } from "./page.server.ts";
import { staleRecord } from "./stale-record.server.ts";

type Arrival = SignedInArrival & Sent;
type Refusal = { ok: false; reason: string };

/** What this tail answers by itself: the record is gone, or somebody saved it first. */
type Common = { reason: "not-found" | "changed-by-somebody-else" };

/** What a rule of the campaign says against it: at fields of the form (400), or in one sentence over it (409). */
type Explain<R extends Refusal> = (refusal: Exclude<R, Common>) => FieldErrors | string;

/** A record as it stands now: of which history it is, its version, and what its form opens on. */
export type Present = { kind: RecordKind; id: string; version: number; values: FormValues };

/**
 * The one tail of a form: what was typed is written or refused, and the browser is sent on, where Undo is offered. A form
 * that edits says what stands there now by `present`, and its version comes to `write`; who saved first is told beside what
 * was typed. A form that adds has no `present`, and no version.
 */
export async function save<Typed, R extends Refusal>(
  arrival: Arrival,
  read: Read<Typed>,
  write: (change: Change, typed: Typed, version: number | null) => Promise<{ ok: true } | R>,
  explain: Explain<R>,
  present: (() => Promise<Present>) | null = null,
) {
  const { form, database, author, submission } = arrival;
  if (!read.ok) return refuseForm(form, read.errors);
  const seen = present === null ? null : version.safeParse(form.get("version"));
  if (seen?.success === false) return refuseForm(form, { version: OUT_OF_DATE });
  const done = await database.change(author, submission, async (change) =>
    kept(await write(change, read.value, seen?.data ?? null)),
  );
  if (done.ok) return afterChange(done);
  if (done.reason !== "changed-by-somebody-else" || present === null)
    return refused(form, done.refusal, explain);
  const theirs = await present();
  return refuseStale(form, await staleRecord(database, theirs, theirs.values));
}

/** The refusal as a whole beside its reason, so that what it carries is still there after the transaction. */
function kept<R extends Refusal>(result: { ok: true } | R) {
  return result.ok ? { ok: true as const } : { ok: false as const, reason: result.reason, refusal: result };
}

function refused<R extends Refusal>(form: FormData, refusal: R, explain: Explain<R>) {
  if (!isOwn(refusal)) notFound();
  const said = explain(refusal);
  return typeof said === "string" ? refuseByRule(form, said) : refuseForm(form, said);
}

function isOwn<R extends Refusal>(refusal: R): refusal is Exclude<R, Common> {
  return refusal.reason !== "not-found" && refusal.reason !== "changed-by-somebody-else";
}
