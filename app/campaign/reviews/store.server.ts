import { sql } from "kysely";
import { addressOf } from "#app/http/addresses.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Done } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import { eraseFromFrozen, type FrozenReview, sealOf, sealOfNames } from "./freeze-review.ts";
import { readHistoryStamp } from "./history.server.ts";
import { listPeopleInReview, type ReviewTarget } from "./lists.server.ts";
import type { NamedPerson } from "./names-apart.ts";
import type { ReviewContent } from "./review-content.ts";
import type { ReviewRefusal } from "./review-standing.ts";

type Saved = { ok: true; reviewId: string };
type Refused = { ok: false; reason: ReviewRefusal };

/**
 * Keeps a frozen review. `stamp` is that of the history before the content was read: where something was written since, the
 * content would not be of one moment, and is read again.
 */
export async function saveReview(
  change: Change,
  given: { campaignId: string; content: ReviewContent; frozen: FrozenReview; stamp: number },
): Promise<Saved | Refused> {
  const { campaignId, content, frozen, stamp } = given;
  if ((await readHistoryStamp(change.read)) !== stamp) return { ok: false, reason: "record-moved" };
  const reviewId = newId();
  await change.insert("review", {
    id: reviewId,
    campaign_id: campaignId,
    day: content.day,
    saved_at: content.savedAt,
    saved_by: change.author.accountId,
    format: content.format,
    history_stamp: stamp,
    frozen_json: frozen.json,
    frozen_hash: frozen.hash,
    names_hash: frozen.namesHash,
    erased_on: null,
    withdrawn_at: null,
    withdrawn_by: null,
  });
  for (const person of frozen.people) await insertPerson(change, reviewId, person);
  describe(
    change,
    { campaignId, reviewId },
    "saved",
    `Saved the review of ${formatDayWithYear(content.day)}`,
  );
  return { ok: true, reviewId };
}

/** Takes a review back with a reason. It stays listed, and stays as it was saved. */
export async function withdrawReview(
  change: Change,
  target: ReviewTarget,
  reason: string,
): Promise<{ ok: true } | Refused> {
  const row = await rowOf(change.read, target);
  if (row === undefined) return { ok: false, reason: "not-found" };
  if (row.withdrawn_at !== null) return { ok: false, reason: "withdrawn-already" };
  const { accountId, now } = change.author;
  const patch = { withdrawn_at: now.toISOString(), withdrawn_by: accountId, withdrawn_reason: reason };
  await change.update("review", row.id, patch, null);
  return describe(change, target, "withdrawn", `Withdrew the review of ${formatDayWithYear(row.day)}`);
}

/**
 * Takes a name out of every frozen review, where it stands as a person's and where somebody typed it, and says in the
 * review that a name was erased. Whoever erases describes the change, as "erased", which has no Undo. Answers in how many
 * reviews it stood. Source: DOMAIN.md, rule 8.
 */
export async function eraseFromReviews(
  change: Change,
  person: NamedPerson,
  day: CalendarDate,
): Promise<number> {
  const known = await change.read
    .selectFrom("review_person")
    .select(["id", "review_id"])
    .where("frozen_name", "<>", "")
    .where((eb) =>
      eb.or([
        eb(person.kind === "contact" ? "contact_id" : "account_id", "=", person.id),
        eb("frozen_name", "=", person.name),
      ]),
    )
    .execute();
  for (const { id } of known) await change.update("review_person", id, GONE, null);
  const typed = await change.read
    .selectFrom("review")
    .selectAll()
    .where(sql<number>`instr(frozen_json, ${JSON.stringify(person.name).slice(1, -1)})`, ">", 0)
    .execute();
  const rewritten = new Map<string, string>();
  for (const review of typed) {
    const people = await listPeopleInReview(change.read, review.id);
    const number = Math.max(0, ...people.map((one) => one.number)) + 1;
    const json = eraseFromFrozen(review.frozen_json, person, number);
    if (json === null) continue;
    rewritten.set(review.id, json);
    await insertPerson(change, review.id, { ...person, number, name: "" });
  }
  const touched = new Set([...known.map(({ review_id }) => review_id), ...rewritten.keys()]);
  for (const reviewId of touched) {
    const json = rewritten.get(reviewId);
    const anew = json === undefined ? {} : { frozen_json: json, frozen_hash: sealOf(json) };
    const names_hash = sealOfNames(await listPeopleInReview(change.read, reviewId));
    await change.update("review", reviewId, { ...anew, names_hash, erased_on: day }, null);
  }
  return touched.size;
}

async function rowOf(read: Queries, { campaignId, reviewId }: ReviewTarget) {
  return await read
    .selectFrom("review")
    .select(["id", "day", "withdrawn_at"])
    .where("id", "=", reviewId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
}

/** What is left of somebody erased: nothing that leads to a person. */
const GONE = { contact_id: null, account_id: null, frozen_name: "" };

async function insertPerson(
  change: Change,
  reviewId: string,
  { id, kind, number, name }: NamedPerson & { number: number },
): Promise<void> {
  await change.insert("review_person", {
    id: newId(),
    review_id: reviewId,
    number,
    ...(name === ""
      ? GONE
      : {
          contact_id: kind === "contact" ? id : null,
          account_id: kind === "account" ? id : null,
          frozen_name: name,
        }),
  });
}

function describe(
  change: Change,
  { campaignId, reviewId }: ReviewTarget,
  action: string,
  summary: string,
): Done {
  const location = addressOf.review(campaignId, reviewId);
  return change.describe({ recordKind: "review", recordId: reviewId, action, summary, location });
}
