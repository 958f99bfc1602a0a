import { writeSync } from "node:fs";
import { openDatabase } from "#db/database.server.ts";
import { addAudience } from "./builders/audience.ts";

/** A process of its own that adds audiences until it has added COUNT or is killed; says each id once it is acknowledged. */
const [path = "", count = "1000000"] = process.argv.slice(2);
const database = await openDatabase(path);
for (let number = 0; number < Number(count); number += 1) {
  const { id } = await addAudience(database, `Audience ${number} of ${process.pid}`);
  writeSync(1, `${id}\n`);
}
await database.close();
