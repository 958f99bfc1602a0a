import { CompiledQuery } from "kysely";
import { holdingLineHash } from "#app/campaign/holds/holding-lines/holding-line.ts";
import { wallTimeInUtc } from "#app/time/wall-time.ts";
import type { NewRow, Patch, RecordedTable } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { primaryCodeOf } from "#db/database-trouble.server.ts";
import { unsent } from "./author.ts";

/** No blank to break at, as a German compound or an address may be; and a long line of ordinary words after it. */
const LONGEST = `${"Verteidigungszusammenarbeit".repeat(4)} ${"and so it goes on and on ".repeat(4).trim()}`;
const ADDRESS = `https://meet.example/${"a1b2c3d4".repeat(30)}`;

/** What a person may write, by the name of its column. */
const WORDS = [
  ...[
    "title",
    "name",
    "place",
    "ask",
    "ask_answer",
    "claim",
    "edition",
    "caveat",
    "says",
    "reply",
    "say",
    "who",
  ],
  ...["publisher", "office", "text", "words", "said", "impression", "assessment", "heading", "speaker"],
  ...[
    "statement",
    "talking_point",
    "avoid",
    "note",
    "sentence",
    "indicator",
    "reason",
    "topic",
    "host",
    "plan_b",
  ],
  ...[
    "plan_b_note",
    "schedule_reason",
    "result_reason",
    "confidence",
    "how_measured",
    "reference",
    "red_lines",
  ],
];
const ADDRESSES = ["link", "address"];

type Row = Record<string, string | number | null> & { id: string };

/** Puts the longest words into every field of every record that a person writes; papers keep who drafted them. */
export async function lengthenEverything(database: Database, now: Date): Promise<string[]> {
  const { rows: tables } = await database.read.executeQuery<{ name: RecordedTable }>(
    CompiledQuery.raw(
      "select t.name from sqlite_schema t join pragma_table_info(t.name) c on c.name = 'version' where t.type = 'table'",
    ),
  );
  const lengthened: string[] = [];
  for (const { name } of tables) {
    if (["account", "campaign"].includes(name)) continue;
    const { rows } = await database.read.executeQuery<Row>(
      CompiledQuery.raw(`select * from "${name}" limit 60`),
    );
    const [first] = rows;
    const columns = Object.keys(first ?? {}).filter((column) => [...WORDS, ...ADDRESSES].includes(column));
    for (const column of columns) {
      const long = ADDRESSES.includes(column) ? ADDRESS : LONGEST;
      const done = await database
        .change({ accountId: "system", channel: "command line", now }, unsent, async (change) => {
          for (const row of rows) {
            const own = typeof row[column] === "string" ? row[column] : "";
            const patch: Patch<RecordedTable> = {
              [column]: ADDRESSES.includes(column) ? long : `${own} ${long}`,
            };
            await change.update(name, row.id, patch, null);
          }
          const what = { recordKind: "campaign", recordId: "all", action: "lengthened" } as const;
          change.describe({ ...what, summary: `Lengthened: ${LONGEST}`, location: "/" });
          return { ok: true };
        })
        // A word of a fixed list, or a name that must be told from others.
        .catch((error: unknown) => {
          if (primaryCodeOf(error) !== "SQLITE_CONSTRAINT") throw error;
          return { ok: false };
        });
      if (done.ok) lengthened.push(`${name}.${column}`);
    }
  }
  return lengthened;
}

/** A hold on a message, with a cleared line to say in its place. */
export async function holdWithLine(
  database: Database,
  messageId: string,
  text: string,
  now: Date,
): Promise<void> {
  const { campaign_id } = await database.read
    .selectFrom("key_message")
    .select("campaign_id")
    .where("id", "=", messageId)
    .executeTakeFirstOrThrow();
  const expiresAt = new Date(now.getTime() + 8 * 3_600_000);
  const hash = holdingLineHash({ text, handling: "TLP:AMBER", expiresAt });
  const at = now.toISOString();
  const version: NewRow<"holding_line_version"> = {
    id: "line-1",
    holding_line_id: "line",
    number: 1,
    text,
    handling: "TLP:AMBER",
    wall_expires: wallTimeInUtc(expiresAt),
    zone: "UTC",
    expires_at: expiresAt.toISOString(),
    text_hash: hash,
    reason: "First",
    made_by: "system",
    made_at: at,
    expiry_noted_at: null,
  };
  const clearance: NewRow<"clearance"> = {
    id: "line-cleared",
    campaign_id,
    subject_kind: "holding line",
    subject_id: "line",
    text_hash: hash,
    content_json: "{}",
    authority: "ministry",
    manner: "by a person",
    cleared_by: "system",
    cleared_at: at,
  };
  await database.change({ accountId: "system", channel: "command line", now }, unsent, async (change) => {
    const hold = {
      id: "hold",
      campaign_id,
      key_message_id: messageId,
      reason: "A remark",
      placed_by: "system",
    };
    await change.insert("message_hold", { ...hold, placed_at: at, lifted_by: null, lifted_at: null });
    await change.insert("holding_line", { id: "line", message_hold_id: "hold" });
    await change.insert("holding_line_version", version);
    await change.insert("clearance", clearance);
    const what = { recordKind: "hold", recordId: "hold", action: "placed" } as const;
    change.describe({ ...what, summary: "Placed", location: "/" });
    return { ok: true };
  });
}
