import { data, redirect } from "@remix-run/node";
import { formatDayAndTime } from "#app/time/format.ts";
import type { Change, RecordKind } from "#db/change.server.ts";
import { listChanges } from "#db/history.server.ts";
import { OUT_OF_DATE, version } from "./fields.ts";
import { valuesOf } from "./form.server.ts";
import type { FieldErrors, FormValues, RefusedForm, StaleRecord } from "./form-values.ts";
import { notFound, type Sent, type SignedInArrival } from "./page.server.ts";
import type { Read } from "./read-form.ts";

type Arrival = SignedInArrival & Sent;
type Refusal = { ok: false; reason: string };

/** What this tail answers by itself: the record is gone, or somebody saved first what the form shows beside what was typed. */
type Common<P> = P extends null ? "not-found" : "not-found" | "changed-by-somebody-else";

type ToExplain<R extends Refusal, P> = R extends { reason: Common<P> }
  ? never
  : R & { reason: Exclude<R["reason"], Common<P>> };

/** What is said against it: at fields of the form (400), in one sentence over it (409), or what somebody saved first (409). */
type Explained = FieldErrors | string | { stale: StaleRecord };
type Explain<R extends Refusal, P> = (refusal: ToExplain<R, P>) => Explained | Promise<Explained>;

/** The version that the page showed: null where the form adds. */
type Seen<P> = P extends null ? null : number;

/** A record as it stands now: of which history it is, its version, and what its form opens on. */
export type Present = { kind: RecordKind; id: string; version: number; values: FormValues };

/**
 * The one tail of a form: what was typed is written or refused, and the browser is sent on, where Undo is offered. A form
 * that edits says what stands there now by `present`, and its version comes to `write`; who saved first is told beside what
 * was typed. A form that adds, and an act that is one button, has no `present`, and no version.
 */
export async function save<Typed, R extends Refusal, P extends (() => Promise<Present>) | null = null>(
  arrival: Arrival,
  read: Read<Typed>,
  write: (change: Change, typed: Typed, version: Seen<P>) => Promise<{ ok: true } | R>,
  explain: Explain<R, P>,
  present?: P,
) {
  const { form, database, author, submission } = arrival;
  if (!read.ok) return refuseForm(form, read.errors);
  const seen = present ? (version.safeParse(form.get("version")).data ?? null) : null;
  if (!isSeen<P>(seen, present)) return refuseForm(form, { version: OUT_OF_DATE });
  const done = await database.change(author, submission, async (change) =>
    kept(await write(change, read.value, seen)),
  );
  if (done.ok) return afterChange(done);
  if (present && done.reason === "changed-by-somebody-else") {
    const theirs = await present();
    return refuseStale(form, await staleRecord(arrival, theirs, theirs.values));
  }
  if (!isToExplain<R, P>(done.refusal)) notFound();
  const said = await explain(done.refusal);
  if (typeof said === "string") return refuseByRule(form, said);
  return isStale(said) ? refuseStale(form, said.stale) : refuseForm(form, said);
}

function isStale(said: FieldErrors | { stale: StaleRecord }): said is { stale: StaleRecord } {
  return typeof said.stale === "object";
}

/** The refusal as a whole beside its reason, so that what it carries is still there after the transaction. */
function kept<R extends Refusal>(result: { ok: true } | R) {
  return result.ok ? { ok: true as const } : { ok: false as const, reason: result.reason, refusal: result };
}

/** Whether the form says which version it shows, where it edits. */
function isSeen<P>(seen: number | null, present: P | undefined): seen is Seen<P> {
  return !present || seen !== null;
}

function isToExplain<R extends Refusal, P>(refusal: R): refusal is R & ToExplain<R, P> {
  return refusal.reason !== "not-found";
}

/** Who saved a record last, and when: for a form whose version is no longer the record's. */
export async function staleRecord(
  { database, today }: Pick<SignedInArrival, "database" | "today">,
  record: { kind: RecordKind; id: string; version: number },
  theirs: Readonly<Record<string, string | readonly string[]>>,
): Promise<StaleRecord> {
  const [last] = await listChanges(database.read, record.kind, record.id);
  return {
    by: last?.accountName ?? "Someone",
    at: last === undefined ? "" : formatDayAndTime(new Date(last.madeAt), today),
    version: record.version,
    theirs: Object.fromEntries(
      Object.entries(theirs).map(([name, typed]) => [name, typeof typed === "string" ? [typed] : typed]),
    ),
  };
}

/** The form as it was typed, with what is wrong at each field: 400. */
export function refuseForm(form: FormData, errors: FieldErrors, status = 400) {
  const refused = { values: valuesOf(form), errors: asOnPage(form, asWritten(errors)), stale: null };
  return data<RefusedForm>(refused, { status });
}

/** One sentence stands without a full stop, several with. */
function asWritten(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, words]) => {
      const bare = words.replace(/(?<=[\p{L}\d”)])\.$/u, "");
      return [name, /[.?!]”? [\p{Lu}“]/u.test(bare) && !/[.?!]$/.test(bare) ? `${bare}.` : bare];
    }),
  );
}

/** What is wrong in the order of the page, in which a browser sends the fields; a field that sent nothing keeps to the one before it. */
export function asOnPage(form: FormData, errors: FieldErrors): FieldErrors {
  const sent = [...form.keys()];
  let place = -1;
  const placed = Object.entries(errors).map((error) => {
    if (sent.includes(error[0])) place = sent.indexOf(error[0]);
    return { error, place };
  });
  return Object.fromEntries(placed.sort((one, other) => one.place - other.place).map(({ error }) => error));
}

/** A rule of the campaign stands against it: 409 with the reason in words, and the form as it was typed. */
export function refuseByRule(form: FormData, sentence: string) {
  return refuseForm(form, { "": sentence }, 409);
}

/** Somebody saved the record first: 409 with both texts. The version becomes theirs, so that saving again keeps mine. */
export function refuseStale(form: FormData, stale: StaleRecord) {
  const values = { ...valuesOf(form), version: [String(stale.version)] };
  return data<RefusedForm>({ values, errors: {}, stale }, { status: 409 });
}

/** Sends the browser on after a change; the page there says what was done and offers Undo. */
export function afterChange(changed: { changeId: string; location: string }) {
  const [path = "/", fragment] = changed.location.split("#");
  const sign = path.includes("?") ? "&" : "?";
  return redirect(
    `${path}${sign}done=${encodeURIComponent(changed.changeId)}${fragment === undefined ? "" : `#${fragment}`}`,
    303,
  );
}
