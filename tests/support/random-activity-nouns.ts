import type { Change } from "#db/change.server.ts";
import { system } from "./author.ts";
import type { Dice } from "./random-dice.ts";

/** The ids of everything in a random campaign. */
export type Names = Record<
  "officers" | "audiences" | "messages" | "contacts" | "events" | "papers",
  string[]
> & {
  campaign: string;
};

/** The campaign with who and what belongs to it, before anything happens. */
export async function addNouns(change: Change, names: Names, { dice, chance, pick }: Dice): Promise<void> {
  const { campaign } = names;
  const dates = { starts_on: "2026-08-01", ends_on: "2027-06-30" } as const;
  await change.insert("campaign", { id: campaign, name: campaign, status: "in progress", ...dates });
  await addShared(change, names);
  for (const id of names.audiences) {
    const ended_on = chance(0.2) ? pick(["2026-09-01", "2026-12-24"] as const) : null;
    const standing = { priority: 1 + dice(3), influence: 3, interest: 3, ended_on } as const;
    await change.insert("campaign_audience", {
      id: `${campaign}-${id}`,
      campaign_id: campaign,
      audience_id: id,
      ...standing,
    });
  }
  for (const [at, id] of names.messages.entries()) {
    const retired_at = chance(0.2) ? "2026-09-01T12:00:00.000Z" : null;
    await change.insert("key_message", { id, campaign_id: campaign, number: at + 1, retired_at });
    const words = {
      title: id,
      statement: "A.",
      talking_point: "B.",
      avoid: "",
      text_hash: id,
      reason: "first",
    };
    const made = { made_by: "system", made_at: system.now.toISOString() };
    await change.insert("message_revision", {
      id: `${id}-1`,
      key_message_id: id,
      number: 1,
      ...words,
      ...made,
    });
  }
  for (const [side, zone] of [
    ["embassy", "America/New_York"],
    ["ministry", "Europe/Prague"],
  ] as const)
    await change.insert("clearance_desk", {
      id: `${campaign}-${side}`,
      campaign_id: campaign,
      name: side,
      side,
      country: side === "embassy" ? "US" : "CZ",
      zone,
      asked_by_default: "clear",
      position: side === "embassy" ? 0 : 1,
      holder_account_id: null,
      deputy_account_id: null,
      away_from: null,
      away_until: null,
      retired_at: null,
    });
}

/** Officers, audiences and contacts, which the first campaign of a database brings and all others share. */
async function addShared(change: Change, { officers, audiences, contacts }: Names): Promise<void> {
  const [first = ""] = officers;
  const known = await change.read.selectFrom("account").select("id").where("id", "=", first).execute();
  if (known.length > 0) return;
  for (const id of officers)
    await change.insert("account", {
      id,
      name: id,
      email: `${id}@x.example`,
      zone: "UTC",
      password_hash: null,
      closed_at: null,
    });
  for (const id of audiences) await change.insert("audience", { id, kind: "think tank", name: id });
  for (const id of contacts)
    await change.insert("contact", { id, name: id, sort_name: id, purpose: "mapping", source: "card" });
}
