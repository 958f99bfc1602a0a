import type { ChosenDesk } from "#app/campaign/clearances/chosen-desks.ts";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { findClearanceStatus } from "#app/campaign/clearances/paper-standings.server.ts";
import { listRound } from "#app/campaign/clearances/requests.server.ts";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { editBlock } from "#app/campaign/talking-points/blocks.server.ts";
import {
  clearPaper,
  releasePaper,
  sendPaper,
} from "#app/campaign/talking-points/clearing/clearance.server.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "./author.ts";
import { addAccount } from "./builders/campaign.ts";
import { addDesk } from "./builders/clearance-desk.ts";
import { SETTINGS } from "./builders/clearance-round.ts";
import { addPaper, addTeamAndLibrary, by, inCampaign, storedPaper } from "./builders/started-paper.ts";
import { freshDatabase } from "./database.ts";

const HOUR = 3_600_000;
/** Noon in Washington two days on: a working day at every desk lies in between. */
export const noon = new Date(now.getTime() + 48 * HOUR);
export const silent = { ...SETTINGS, silenceIsAgreement: true };

export let database: Database;
export let paper: StoredPaper;
/** The desk that Lenka holds and Hana deputises for; it is not asked unless somebody wishes. */
export let nato: string;

/** A paper of Jana's, the campaign's two first desks with Petr, Tomas and others, and the mission to NATO. */
export async function setScene(): Promise<void> {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  await addAccount(database, "Lenka", { esa: "ministry clearer" });
  await addAccount(database, "Hana", { esa: "ministry clearer" });
  await addAccount(database, "Ambassador", { esa: "embassy clearer" });
  nato = await addDesk(database, "esa", { name: "Mission to NATO", holder: "lenka", deputy: "hana" });
  paper = await addPaper(database);
}

export const target = () => ({ campaignId: "esa", paperId: paper.id });
export const paperNow = () => storedPaper(database, paper.id);
export const hashNow = async () => paperHash((await paperNow()).text);
export const status = async () => findClearanceStatus(database.read, await paperNow());
export const round = () => listRound(database.read, { kind: "talking points", id: paper.id });
export const requestOf = async (desk: string) =>
  (await round()).find((one) => one.desk.name === desk)?.id ?? "";

export function act<T extends { ok: true } | { ok: false; reason: string }>(
  who: string,
  work: (change: Change) => Promise<T>,
  at = now,
) {
  return database.change({ ...by(who), now: at }, inCampaign, work);
}

export async function editFirst(text: string, who = "jana", at = now) {
  const stored = await paperNow();
  const block = stored.text.blocks.find((one) => one.section === "points to make");
  const version = stored.blockVersions[block?.id ?? ""] ?? 0;
  const words = { heading: "", text, origin: null };
  return act(
    who,
    (change) => editBlock(change, { ...target(), blockId: block?.id ?? "" }, words, version),
    at,
  );
}

export async function sendToAll(settings = SETTINGS, dueAt: Date | null = null, at = now) {
  const desks = await listDesks(database.read, "esa");
  const chosen = desks.map(({ id }): ChosenDesk => ({ deskId: id, asks: "clear", dueAt }));
  return act(
    "jana",
    (change) => sendPaper(change, target(), { settings, chosen, onlyDifference: false }),
    at,
  );
}

export async function agree(
  who: string,
  desk: string | null = null,
  given: { hash?: string; handling?: string; settings?: typeof SETTINGS; at?: Date } = {},
) {
  const requestId = desk === null ? null : await requestOf(desk);
  const shownHash = given.hash ?? (await hashNow());
  const shownHandling = given.handling ?? (await paperNow()).handling;
  const { settings = SETTINGS, at = now } = given;
  const shown = { shownHash, shownHandling };
  return act(who, (change) => clearPaper(change, target(), { requestId, ...shown, settings }), at);
}

export const answers = async () => (await round()).map(({ desk, answer }) => [desk.name, answer]);

export const release = async (who: string, headOfMissionId: string | null, hash: string | null = null) => {
  const shownHash = hash ?? (await hashNow());
  const { handling: shownHandling } = await paperNow();
  return act(who, (change) =>
    releasePaper(change, target(), { shownHash, shownHandling, headOfMissionId, settings: SETTINGS }),
  );
};
