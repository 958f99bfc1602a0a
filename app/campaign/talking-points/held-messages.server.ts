import type { HeldWords } from "#app/campaign/holds/holding-lines/in-its-place.ts";
import {
  type LineInstead,
  listLinesInstead,
} from "#app/campaign/holds/holding-lines/lines-instead.server.ts";
import { listHoldsOnMessages } from "#app/campaign/holds/marked-by-holds.server.ts";
import type { HoldOnPaper } from "#app/campaign/holds/what-a-hold-marks.ts";
import { messageOfOrigin, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { twoClocks } from "#app/time/format.ts";
import type { CalendarDate, Zone } from "#app/time/wall-time.ts";
import { mayGoToOutsiders } from "./checks/for-outsiders.ts";
import type { Side } from "./copies/paper-copy.ts";

/**
 * What stands at the blocks of each message on which a hold lies, by message: since when, and the line that takes their place
 * where that may go to whom the copy is for.
 */
export async function heldMessages(
  { database, home, now, today }: CampaignArrival,
  text: TalkingPoints,
  side: Side,
): Promise<ReadonlyMap<string, HeldWords>> {
  const messages = text.blocks.flatMap(({ origin }) => messageOfOrigin(origin) ?? []);
  const holds = await listHoldsOnMessages(database.read, messages);
  const lines = await listLinesInstead(database.read, [...holds.keys()], now);
  const around = { homeZone: home.homeZone, today };
  const words = [...holds].map(([message, lying]): [string, HeldWords] => {
    const line = lines.get(message);
    const instead = line !== undefined && maySay(line, side) ? line : null;
    const until = instead === null ? [] : [insteadLine(instead, around)];
    const marks = [...lying.map((hold) => holdLine(hold, around)), ...until];
    return [message, { marks, instead: instead?.text ?? null }];
  });
  return new Map(words);
}

function maySay({ handling }: LineInstead, side: Side): boolean {
  return side === "our side" || mayGoToOutsiders(handling);
}

type Around = { homeZone: Zone; today: CalendarDate };

function holdLine({ messageNumber, heldSince }: HoldOnPaper, { homeZone, today }: Around): string {
  const { washington, home } = twoClocks(heldSince, homeZone, today);
  return `ON HOLD: message ${messageNumber}, since ${washington} in Washington, ${home}`;
}

function insteadLine({ expiresAt }: LineInstead, { homeZone, today }: Around): string {
  const { washington, home } = twoClocks(expiresAt, homeZone, today);
  return `Holding line in its place, until ${washington} in Washington, ${home}`;
}
