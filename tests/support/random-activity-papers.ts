import type { Change } from "#db/change.server.ts";
import type { Names } from "./random-activity-nouns.ts";
import type { Dice } from "./random-dice.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Papers that were sent up to sixty days before `now`, some returned, cleared once or twice, used in one of two texts. */
export async function addPapers(
  change: Change,
  names: Names,
  { pick, dice, chance }: Dice,
  now: Date,
): Promise<void> {
  for (const id of names.papers) {
    const event = chance(0.8) ? pick(names.events) : null;
    const sent = now.getTime() - 60 * DAY + dice(70) * DAY;
    const at = (hours: number) => new Date(sent + hours * HOUR).toISOString();
    await change.insert("talking_points", {
      id,
      campaign_id: names.campaign,
      outreach_event_id: event,
      title: id,
      handling: pick(["TLP:RED", "TLP:AMBER", "TLP:CLEAR"]),
      stage: pick(["used", "used", "drafting"]),
      drafted_by: "system",
      started_at: at(-9),
      changed_at: at(0),
      retired_at: null,
    });
    const isReturned = chance(0.3);
    const isCleared = chance(0.7);
    const rounds = chance(0.2) ? [] : isReturned ? [1, 2] : [1];
    for (const sending of rounds)
      for (const side of ["embassy", "ministry"] as const) {
        const answer =
          sending < rounds.length ? pick(["returned", "withdrawn"] as const) : isCleared ? "cleared" : null;
        await change.insert("clearance_request", {
          id: `${id}-${sending}-${side}`,
          campaign_id: names.campaign,
          subject_kind: "talking points",
          subject_id: id,
          text_hash: `text ${sending}`,
          authority: side,
          clearance_desk_id: `${names.campaign}-${side}`,
          asks: chance(0.9) ? "clear" : "inform",
          since_clearance_id: null,
          sending,
          sent_by: "system",
          sent_at: at(sending * 10),
          asked_at: side === "embassy" || chance(0.8) ? at(sending * 10 + 1) : null,
          due_at: chance(0.8) ? at(sending * 10 + 8) : null,
          silence_at: null,
          answer,
          answer_manner: answer === "cleared" ? pick(["by a person", "by silence"] as const) : null,
          answered_by: null,
          answered_for: null,
          answered_at: answer === null ? null : at(sending * 10 + 2 + dice(9)),
        });
      }
    for (const version of [1, 2])
      await change.insert("talking_points_version", {
        id: `${id}-v${version}`,
        talking_points_id: id,
        number: version,
        content_json: "{}",
        text_hash: `text ${version}`,
        reason: "used",
        made_by: "system",
        made_at: at(40),
      });
    for (const clearing of isCleared ? [1, ...(chance(0.3) ? [2] : [])] : [])
      await change.insert("clearance", {
        id: `${id}-clearance${clearing}`,
        campaign_id: names.campaign,
        subject_kind: "talking points",
        subject_id: id,
        text_hash: `text ${pick([1, 2])}`,
        content_json: "{}",
        authority: "ministry",
        handling: pick(["TLP:RED", "TLP:AMBER", "TLP:CLEAR"]),
        manner: pick(["by a person", "by silence", "released by the head of mission"]),
        cleared_by: "system",
        cleared_at: at(28 + clearing * 5),
      });
  }
}
