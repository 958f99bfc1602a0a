import { findHold } from "#app/campaign/holds/hold-records.server.ts";
import {
  answerHoldingLine,
  sendHoldingLine,
} from "#app/campaign/holds/holding-lines/holding-line-clearance.server.ts";
import { findLineNow } from "#app/campaign/holds/holding-lines/holding-line-standing.server.ts";
import { listLinesInstead } from "#app/campaign/holds/holding-lines/lines-instead.server.ts";
import { saveHoldingLine } from "#app/campaign/holds/holding-lines/store.server.ts";
import type { Handling } from "#app/text/handling.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "./author.ts";
import { placeHoldOn } from "./builders/held-message.ts";
import { addPaper, addTeamAndLibrary, by, inCampaign } from "./builders/started-paper.ts";
import { freshDatabase } from "./database.ts";

export const expiresAt = new Date("2026-11-11T23:00:00.000Z");
export const dueAt = new Date("2026-11-11T10:00:00.000Z");
export const settings = { embassyClearsAlone: true, ownDraftMayBeCleared: false, silenceIsAgreement: true };

export let database: Database;
export let target: { campaignId: string; holdId: string };

/** A message with a hold, the campaign's two desks and the mission to NATO. */
export async function setLineScene(): Promise<void> {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  await addPaper(database);
  await addDesks();
  target = { campaignId: "esa", holdId: await placeHoldOn(database) };
}

export async function addMarcus(): Promise<void> {
  const names = { id: "marcus", name: "Marcus Bell", sort_name: "Bell" };
  const added = { recordKind: "contact", recordId: "marcus", action: "added", summary: "Added" } as const;
  await database.change(by("jana"), inCampaign, async (change) => {
    await change.insert("contact", { ...names, purpose: "mapping", source: "card" });
    await change.insert("campaign_contact", { id: "esa-marcus", campaign_id: "esa", contact_id: "marcus" });
    change.describe({ ...added, location: "/" });
    return { ok: true };
  });
}

/** Beside the two desks of every campaign, the mission to NATO; silence is agreement, and Petr is head of mission. */
async function addDesks(): Promise<void> {
  await database.change(by("petr"), inCampaign, async (change) => {
    await change.insert("clearance_desk", {
      id: "d-nato",
      campaign_id: "esa",
      name: "Mission to NATO",
      side: "ministry",
      holder_account_id: null,
      deputy_account_id: null,
      away_from: null,
      away_until: null,
      country: "CZ",
      zone: "Europe/Prague",
      asked_by_default: "clear",
      position: 2,
      retired_at: null,
    });
    await change.update(
      "campaign",
      "esa",
      { silence_is_agreement: 1, head_of_mission_account_id: "petr" },
      null,
    );
    change.describe({
      recordKind: "campaign",
      recordId: "esa",
      action: "edited",
      summary: "Desks",
      location: "/",
    });
    return { ok: true };
  });
}

export const write = (
  text: string,
  seen: number | null,
  until = expiresAt,
  who = "jana",
  handling: Handling = "TLP:GREEN",
) =>
  database.change(by(who), inCampaign, (change) =>
    saveHoldingLine(
      change,
      target,
      {
        text,
        handling,
        expiresAt: until,
        wallExpires: "2026-11-11T18:00",
        zone: "America/New_York",
        reason: "",
      },
      seen,
    ),
  );
export const send = () =>
  database.change(by("jana"), inCampaign, (change) =>
    sendHoldingLine(change, target, { dueAt, settings, shownHash: null }),
  );

export async function lineNow(at = now) {
  const hold = await findHold(database.read, "esa", target.holdId);
  if (hold === null) throw new Error("The hold is not there");
  return { hold, ...(await findLineNow(database.read, hold, at)) };
}

export async function answer(who: string, desk: string, shownHash: string | null = null, at = now) {
  const { line, round } = await lineNow(at);
  const request = round.find((one) => one.desk.name === desk);
  const act = {
    requestId: request?.id ?? "",
    shownHash: shownHash ?? line?.versions[0].hash ?? "",
    settings,
  };
  return database.change({ ...by(who), now: at }, inCampaign, (change) =>
    answerHoldingLine(change, target, act),
  );
}

export async function offered(at = now): Promise<string | null> {
  const { hold } = await lineNow(at);
  return (await listLinesInstead(database.read, [hold.message.id], at)).get(hold.message.id)?.text ?? null;
}

export async function cleared(text = "We talk to our American partners."): Promise<void> {
  await write(text, null);
  await send();
  await answer("petr", "Embassy");
  await answer("tomas", "Ministry desk");
  await answer("tomas", "Mission to NATO");
}
