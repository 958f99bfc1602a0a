import type { Connection, Row } from "../sqlite3-connection.server.ts";

/** What the text of a table says that SQLite does not tell otherwise: comments, and the words that a CHECK allows. */
export type Definitions = { about: readonly string[]; columns: ReadonlyMap<string, Column> };

type Column = { about: readonly string[]; allowed: readonly string[] | null };
type Part = { text: string; about: string[] };

const TEXT = "'(?:[^']|'')*'";
const TOKENS = new RegExp(`--[^\\n]*|${TEXT}|\\s+|[^\\s'(),-]+|.`, "g");

/** A comment stands before its column; one before the first column is the table's. */
function definitionsOf(sql: string): Definitions {
  const parts = partsOf(sql.slice(sql.indexOf("(") + 1, sql.lastIndexOf(")")));
  const columns = parts.map(({ text, about }, position): [string, Column] => {
    const name = /^\w+/.exec(text)?.[0] ?? "";
    return [name, { about: position === 0 ? [] : about, allowed: allowedIn(text, name) }];
  });
  return { about: parts[0]?.about ?? [], columns: new Map(columns) };
}

/** The parts between the commas that stand in no brackets, each without its comments. */
function partsOf(body: string): Part[] {
  let part: Part = { text: "", about: [] };
  const parts = [part];
  let depth = 0;
  for (const [token] of body.matchAll(TOKENS)) {
    if (token === "(") depth += 1;
    if (token === ")") depth -= 1;
    if (token === "," && depth === 0) {
      part = { text: "", about: [] };
      parts.push(part);
    } else if (token.startsWith("--")) part.about.push(token.slice(2).trim());
    else part.text = `${part.text}${token.trim() === "" ? " " : token}`.trimStart();
  }
  return parts;
}

/** As TypeScript writes them: of `CHECK (promised_by IN ('us', 'them'))` or `CHECK (id = 1)`; null where anything is. */
function allowedIn(text: string, column: string): string[] | null {
  const values = `IN \\(((?:[^()']|${TEXT})*)\\)|= (${TEXT}|\\d+)`;
  const found = new RegExp(`CHECK \\( ?${column} (?:${values}) ?\\)`, "i").exec(text);
  const list = found?.[1] ?? found?.[2];
  if (list === undefined) return null;
  return (list.match(new RegExp(`${TEXT}|-?\\d+`, "g")) ?? []).map(literal);
}

function literal(value: string): string {
  return value.startsWith("'") ? JSON.stringify(value.slice(1, -1).replaceAll("''", "'")) : value;
}

const LONGEST_LINE = 110;

const HEAD = `// Made by \`npm run schema\` from migrations/, and not edited by hand.
import type { Generated, Kysely } from "kysely";
import type { Handling, HandlingIfAny } from "#app/text/handling.ts";
import type { CalendarDate, TimeOfDay, WallTime, Zone } from "#app/time/wall-time.ts";
`;
const ABOUT =
  "The tables as they are stored. Times are UTC ISO text, days are `2026-11-10`, truth is 0 or 1.";

/** What a new row is to say although SQL has a default for it. */
const ALWAYS_SAID: readonly string[] = ["clearance_comment.side"];

const NOTHING_SAID = { about: [], allowed: null };
const STORED_AS: Readonly<Record<string, string>> = { TEXT: "string", INTEGER: "number", REAL: "number" };

/** What a column of text holds by its name: `sample_made_on` a day, `wall_start` a wall time, `home_zone` a zone. Facts and their sources may be of a month or a year. */
const KINDS_OF_TEXT: readonly [RegExp, string][] = [
  [
    /(?<!published)_on$|[._]day$|\.(?:review|best)_by$|\.(?:effective|expected|retain|away|month)_(?:from|until)$|(?<!proof_point)\.as_of$/,
    "CalendarDate",
  ],
  [/\.wall_|[._]slot$|\.decide_by$/, "WallTime"],
  [/[._]zone$/, "Zone"],
  [/\.due_time$/, "TimeOfDay"],
  // A letter about no text has none, nor has a wording of the library.
  [/^(?:mail|clearance\w*)\.handling$/, "HandlingIfAny"],
  [/\.handling$/, "Handling"],
];

/** A type for each table as Kysely wants it: its columns, the words that a CHECK allows, and what may be left out. */
export async function schemaAsTypes(connection: Connection): Promise<string> {
  const tables = await connection.all(
    `select list.name, list.wr as is_without_rowid, made.sql from pragma_table_list as list
       join sqlite_schema as made on made.name = list.name
     where list.schema = 'main' and list.type = 'table' and list.name not like 'sqlite\\_%' escape '\\'
     order by made.rowid`,
    [],
  );
  const types = [];
  for (const table of tables) types.push(await typeOfTable(connection, table));
  const names = tables.map(({ name }) => `  ${String(name)}: ${typeName(String(name))};\n`);
  return `${HEAD}\n${docstring([ABOUT], "")}export type Schema = {\n${names.join("")}};\n${QUERIES}${types.join("")}`;
}

const QUERIES = `
/** Typed statements over them; those of \`database.read\` only read. */
export type Queries = Kysely<Schema>;
`;

function typeName(table: string): string {
  const words = table.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join("")}Table`;
}

async function typeOfTable(connection: Connection, table: Row): Promise<string> {
  const name = String(table.name);
  const definitions = definitionsOf(String(table.sql));
  const columns = await connection.all("select * from pragma_table_info(?)", [name]);
  const lines = columns.map((column) => {
    const { about, allowed } = definitions.columns.get(String(column.name)) ?? NOTHING_SAID;
    const parts = [...(allowed ?? [storedAs(name, column)])];
    if (column.notnull === 0 && column.pk === 0) parts.push("null");
    const isNumbered = column.type === "INTEGER" && column.pk === 1 && table.is_without_rowid === 0;
    const isMade = (isNumbered && allowed === null) || column.dflt_value !== null;
    const isOptional = isMade && !ALWAYS_SAID.includes(`${name}.${String(column.name)}`);
    return docstring(about, "  ") + lineOf(String(column.name), parts, isOptional);
  });
  return `\n${docstring(definitions.about, "")}type ${typeName(name)} = {\n${lines.join("")}};\n`;
}

function storedAs(table: string, { name, type }: Row): string {
  const stored = STORED_AS[String(type)];
  if (stored === undefined) throw new Error(`The column ${table}.${String(name)} is ${String(type)}`);
  if (stored !== "string") return stored;
  return KINDS_OF_TEXT.find(([names]) => names.test(`${table}.${String(name)}`))?.[1] ?? stored;
}

function lineOf(column: string, parts: readonly string[], isOptional: boolean): string {
  const union = parts.join(" | ");
  const line = `  ${column}: ${isOptional ? `Generated<${union}>` : union};\n`;
  if (line.length <= LONGEST_LINE + 1 || isOptional) return line;
  return `  ${column}:${parts.map((part) => `\n    | ${part}`).join("")};\n`;
}

function docstring(about: readonly string[], indent: string): string {
  if (about.length === 0) return "";
  const line = `${indent}/** ${about.join(" ")} */\n`;
  if (line.length <= LONGEST_LINE + 1) return line;
  return `${indent}/**\n${about.map((each) => `${indent} * ${each}\n`).join("")}${indent} */\n`;
}
