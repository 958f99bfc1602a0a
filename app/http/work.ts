import type { Database } from "#db/database.server.ts";
import type { Settings } from "./environment.ts";

/** What a piece of work is given: the database, the settings of the environment, and the time. */
export type WorkParts = { database: Database; settings: Settings; now: Date };

/** Work that nobody asks for: it looks for what is due and does it. Found nothing to do, it writes nothing. */
export type Work = { name: string; run(parts: WorkParts): Promise<void> };
