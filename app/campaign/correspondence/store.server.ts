import { sql } from "kysely";
import { answerOpenRequests } from "#app/campaign/clearances/store.server.ts";
import { type NamedPerson, namesOf, withNamesIn } from "#app/campaign/reviews/names-apart.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Handling } from "#app/text/handling.ts";
import { withLineFeeds } from "#app/text/text-hash.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import {
  type About,
  type CorrespondenceVersion,
  findCorrespondence,
  findWritten,
  wordsIn,
} from "./lists.server.ts";
import { withoutSalutation } from "./meeting/thank-you.ts";
import type { CorrespondenceKind, Words } from "./words.ts";

type Written = { words: Words; handling: Handling };

/** Puts in a draft that was made by rule, as its first version; where one about the same is there already, that one is opened. */
export async function draftCorrespondence(
  change: Change,
  of: { campaignId: string; kind: CorrespondenceKind; about: About },
  written: Written,
): Promise<{ ok: true; id: string } | { ok: false; reason: "written-already"; id: string }> {
  const { campaignId, kind, about } = of;
  const there = await findWritten(change.read, campaignId, kind, about);
  if (there !== null) return { ok: false, reason: "written-already", id: there };
  const id = newId();
  await change.insert("correspondence", {
    id,
    campaign_id: campaignId,
    kind,
    month_from: about.monthFrom,
    last_day: about.daysTo,
    review_id: about.reviewId,
    outreach_event_id: about.eventId,
    contact_id: about.contactId,
    erased_on: null,
  });
  await insertVersion(change, { id, number: 1, earlier: [], reason: "Drafted from the records" }, written);
  describeLetter(change, { campaignId, id }, "drafted", `Drafted the ${kind}`);
  return { ok: true, id };
}

type Saved = Done | Gone | Stale;

/**
 * Saves the next version: what was typed, what is drafted anew, or what an earlier version said. Where `typed` differs from
 * the newest, it is kept as a version of its own before that. What desks were asked about the version before is withdrawn:
 * an answer counts for its words only.
 */
export async function saveCorrespondence(
  change: Change,
  target: { campaignId: string; id: string },
  written: Written & { reason: string },
  seenVersion: number,
  typed: Written | null = null,
): Promise<Saved> {
  const present = await findCorrespondence(change.read, target.campaignId, target.id);
  if (present === null) return { ok: false, reason: "not-found" };
  const updated = await change.renew("correspondence", present.id, {}, seenVersion);
  if (!updated.ok) return { ok: false, reason: updated.reason };
  const { id, versions: earlier } = present;
  let { number } = earlier[0];
  const isKept = typed !== null && !isSame(typed, earlier[0]);
  for (const { reason, ...words } of [...(isKept ? [{ ...typed, reason: "" }] : []), written]) {
    number += 1;
    await insertVersion(change, { id, number, earlier, reason }, words);
  }
  if (present.kind === "cable")
    await answerOpenRequests(change, { kind: "cable", id: present.id }, "withdrawn");
  const why = written.reason === "" ? "" : `: ${written.reason}`;
  return describeLetter(change, target, "reworded", `Saved version ${number} of the ${present.kind}${why}`);
}

async function insertVersion(
  change: Change,
  of: { id: string; number: number; earlier: readonly CorrespondenceVersion[]; reason: string },
  { words, handling }: Written,
): Promise<void> {
  const same = of.earlier.find((one) => isSame({ words, handling }, one));
  await change.insert("correspondence_version", {
    id: newId(),
    correspondence_id: of.id,
    number: of.number,
    frozen_json: frozenWords(words),
    handling,
    words_id: same?.wordsId ?? newId(),
    reason: of.reason,
    made_by: change.author.accountId,
    made_at: change.author.now.toISOString(),
  });
}

function isSame({ words, handling }: Written, version: CorrespondenceVersion): boolean {
  return version.handling === handling && frozenWords(version) === frozenWords(words);
}

function frozenWords({ subject, to, reference, text }: Words): string {
  return JSON.stringify({ subject, to, reference, text: withLineFeeds(text) });
}

/**
 * Takes a name out of every version of all correspondence, wherever it stands, and of a note of thanks to this person also the
 * salutation, and says on it that a name was erased. Whoever erases describes the change, as "erased", which has no Undo.
 * Answers in how many it stood. Source: DOMAIN.md, rule 8.
 */
export async function eraseFromCorrespondence(
  change: Change,
  person: NamedPerson,
  day: CalendarDate,
): Promise<number> {
  const name = JSON.stringify(person.name).slice(1, -1);
  const named = await versionsWith(change.read, { name, contact: person.id });
  const touched = new Set<string>();
  for (const row of named) {
    const words = wordsIn(row.frozen_json);
    const names = namesOf([person]);
    const text = row.contact_id === person.id ? withoutSalutation(words.text, person.name) : words.text;
    const erased = Object.fromEntries(
      Object.entries({ ...words, text }).map(([field, said]) => [
        field,
        withNamesIn(names.numbered(said), []),
      ]),
    );
    if (text === words.text && names.found().length === 0) continue;
    await change.update("correspondence_version", row.id, { frozen_json: JSON.stringify(erased) }, null);
    touched.add(row.correspondence_id);
  }
  for (const id of touched) await change.update("correspondence", id, { erased_on: day }, null);
  return touched.size;
}

const versionsWith = keptQuery((read, place: Place<"name" | "contact">) =>
  read
    .selectFrom("correspondence_version as version")
    .innerJoin("correspondence as letter", "letter.id", "version.correspondence_id")
    .select(["version.id", "version.correspondence_id", "version.frozen_json", "letter.contact_id"])
    .where((eb) =>
      eb.or([
        eb(sql<number>`instr(version.frozen_json, ${place("name")})`, ">", 0),
        eb("letter.contact_id", "=", place("contact")),
      ]),
    ),
);

/** Says what was done with a letter; the browser goes to it. */
export function describeLetter(
  change: Change,
  { campaignId, id }: { campaignId: string; id: string },
  action: string,
  summary: string,
): Done {
  const location = addressOf.letter(campaignId, id);
  return change.describe({ recordKind: "correspondence", recordId: id, action, summary, location });
}
