import { mayGoToOutsiders } from "#app/domain/talking-points/for-outsiders.ts";
import type { HoldOnPaper } from "#app/domain/talking-points/leaving.ts";
import { messageOfOrigin, type TalkingPoints } from "#app/domain/talking-points/talking-points.ts";
import { twoClocks } from "#app/domain/time/two-clocks.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { listHoldsOnMessages } from "#db/queries/hold-marks.server.ts";
import { type LineInstead, listLinesInstead } from "#db/queries/lines-instead.server.ts";

/** For whom a copy is. */
export type Side = "our side" | "outsiders";

/**
 * What stands at the blocks of each message on which a hold lies, by message: since when, and what to say instead
 * where that line may go to whom the copy is for.
 */
export async function heldMessages(
  { database, home, now }: CampaignArrival,
  text: TalkingPoints,
  side: Side,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const messages = text.blocks.flatMap(({ origin }) => messageOfOrigin(origin) ?? []);
  const holds = await listHoldsOnMessages(database.read, messages);
  const lines = await listLinesInstead(database.read, [...holds.keys()], now);
  const words = [...holds].map(([message, lying]): [string, string[]] => {
    const instead = lines.get(message);
    const say = instead !== undefined && maySay(instead, side) ? [insteadLine(instead, home.homeZone)] : [];
    return [message, [...lying.map((hold) => holdLine(hold, home.homeZone)), ...say]];
  });
  return new Map(words);
}

function maySay({ handling }: LineInstead, side: Side): boolean {
  return side === "our side" || mayGoToOutsiders(handling);
}

function holdLine({ messageNumber, heldSince }: HoldOnPaper, homeZone: string): string {
  const { washington, home } = twoClocks(heldSince, homeZone);
  return `ON HOLD: message ${messageNumber}, since ${washington} in Washington, ${home}`;
}

function insteadLine({ text, expiresAt }: LineInstead, homeZone: string): string {
  const { washington, home } = twoClocks(expiresAt, homeZone);
  return `Say instead, until ${washington} in Washington, ${home}: ${text}`;
}
