import { strFromU8, unzipSync } from "fflate";
import { DEMO_NOW, type Demo, demoCookie } from "./demo.ts";
import { openPage } from "./signed-in.ts";

type Row = Readonly<Record<string, unknown>>;

/** What forms saved last in each column, and is not so in the export of everything. */
export async function lostInExport(demo: Demo): Promise<string[]> {
  const saved = new Map<string, { table: string; row: string; after: Row }>();
  const changed = await demo.database.read
    .selectFrom("change_row")
    .innerJoin("change", "change.id", "change_row.change_id")
    .select(["table_name", "row_id", "before_json", "after_json"])
    .where("change.made_at", "=", DEMO_NOW.toISOString())
    .orderBy("change_row.id")
    .execute();
  for (const { table_name: table, row_id: row, after_json } of changed) {
    const key = `${table} ${row}`;
    if (after_json === null) saved.delete(key);
    else saved.set(key, { table, row, after: { ...saved.get(key)?.after, ...JSON.parse(after_json) } });
  }
  const { bytes } = await openPage(
    demo.address,
    "/admin/export.zip",
    await demoCookie(demo, "administrator"),
  );
  const json = strFromU8(unzipSync(new Uint8Array(bytes))["demarche.json"] ?? new Uint8Array());
  const exported: Readonly<Record<string, readonly Row[]>> = JSON.parse(json).records;
  const byId = Map.groupBy(Object.values(exported).flat(), ({ id }) => id);
  const lost: string[] = [];
  for (const { table, row, after } of saved.values()) {
    const found = byId.get(row) ?? [];
    for (const [column, value] of Object.entries(after)) {
      if (!found.some((one) => cellOf(one, column, value))) lost.push(`${table}.${column}`);
    }
  }
  return [...new Set(lost)];
}

/** Whether a record in the export has that value under the words of the column. */
function cellOf(row: Row, column: string, value: unknown): boolean {
  const words = column.replaceAll("_", " ");
  const isThere = [words, `${words} id`, words.replace(/ id$/, " id")].some(
    (header) => row[header] === value,
  );
  const claim = row[words.replace(/^is /, "")];
  return isThere || (typeof claim === "boolean" && Number(claim) === value);
}
