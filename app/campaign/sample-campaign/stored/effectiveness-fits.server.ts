import { SYSTEM_ACCOUNT } from "#app/campaign/accounts/store.server.ts";
import { listNotedCells } from "#app/campaign/effectiveness/campaign-levels.server.ts";
import {
  findObservationsState,
  listCampaignsToRefit,
} from "#app/campaign/effectiveness/fits/refits-due.server.ts";
import { keepFit } from "#app/campaign/effectiveness/fits/store.server.ts";
import {
  listAudiencesByPriority,
  listMessagesReadOver,
} from "#app/campaign/effectiveness/read-over.server.ts";
import { cellsOfCampaign } from "#app/method/campaign-cells.ts";
import type { NotedCell } from "#app/method/noted-cell.ts";
import { estimateParameters } from "#app/method/parameters.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import { startOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import type { Scribe } from "./scribe.server.ts";

/** What last night would have estimated from the sample's ratings: the same from the same ratings. */
export async function writeFits({ database, sample }: Scribe): Promise<void> {
  const { today } = sample.days;
  for (const campaignId of await listCampaignsToRefit(database.read)) {
    const { state } = await findObservationsState(database.read, campaignId);
    const noted = await readCellsByName(database, campaignId);
    const { cells, dimensions, notes } = cellsOfCampaign(noted, dayNumber(today));
    const estimate = estimateParameters(cells, dimensions);
    const now = startOfDay(today, WASHINGTON);
    const fit = { ...estimate, at: now.toISOString(), asOf: today, notes, requestedBy: null, state };
    const author = { accountId: SYSTEM_ACCOUNT, channel: "web", now } as const;
    await database.change(author, { submission: null, campaignId }, (change) =>
      keepFit(change, campaignId, fit),
    );
  }
}

/** Each sample has other identifiers: by number and name the sums come in the same order to the last digit. */
async function readCellsByName({ read }: Database, campaignId: string): Promise<NotedCell[]> {
  const messages = await listMessagesReadOver(read, campaignId);
  const audiences = await listAudiencesByPriority(read, campaignId);
  const numbers = new Map(messages.map(({ id, number }) => [id, String(number).padStart(3, "0")]));
  const names = new Map(audiences.map(({ id, name }) => [id, name]));
  const noted = (await listNotedCells(read, campaignId)).map((cell) => ({
    ...cell,
    messageId: numbers.get(cell.messageId) ?? cell.messageId,
    audienceId: names.get(cell.audienceId) ?? cell.audienceId,
  }));
  return noted.sort((a, b) => placeOf(a).localeCompare(placeOf(b)));
}

function placeOf({ messageId, audienceId }: NotedCell): string {
  return `${messageId}/${audienceId}`;
}
