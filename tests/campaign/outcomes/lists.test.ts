import { expect, test } from "vitest";
import { listOutcomes } from "#app/campaign/outcomes/lists.server.ts";
import { openDatabase } from "#db/database.server.ts";
import { openConnection } from "#db/sqlite3-connection.server.ts";
import { recording } from "../../bench/recorded-page.ts";
import { DEMO_CAMPAIGN, demoPath } from "../../support/demo.ts";

test.for([
  { audienceId: "a", messageId: null },
  { audienceId: null, messageId: "m" },
  { audienceId: "a", messageId: "m" },
])(
  "for $audienceId and $messageId each outcome is asked for its own receptions, not everything that was said",
  async (filter) => {
    const path = await demoPath();
    const database = await openDatabase(path);
    const work = () => listOutcomes(database.read, DEMO_CAMPAIGN, { ...filter, officerId: null }, 1);
    const { statements } = await recording(work).finally(() => database.close());
    const listed = statements.find(({ sql }) => sql.includes('from "reception"'));
    const connection = await openConnection(path, "inspecting", new Map());
    const plan = await connection
      .all(`explain query plan ${listed?.sql}`, listed?.values ?? [])
      .finally(() => connection.close());
    const read = plan.map(({ detail }) => String(detail)).filter((detail) => detail.includes("reception"));
    expect(read).toEqual([expect.stringContaining("reception_of_outcome (outcome_id=?")]);
  },
);
