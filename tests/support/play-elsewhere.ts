import type { RecordedTable } from "#db/change.server.ts";
import { openDatabase } from "#db/database.server.ts";
import { diceOf } from "./random-dice.ts";
import { playerOf } from "./random-play.ts";

/** A process of its own that plays with a database: once each time that it is sent tables, and it says what it did. */
const [path = "", seed = "1"] = process.argv.slice(2);
const player = playerOf(await openDatabase(path), diceOf(Number(seed)));
process.on("message", async (tables: readonly RecordedTable[]) => process.send?.(await player.play(tables)));
process.send?.("ready");
