/** What the text of a table says that SQLite does not tell otherwise: comments, and the words that a CHECK allows. */
export type Definitions = { about: readonly string[]; columns: ReadonlyMap<string, Column> };

type Column = { about: readonly string[]; allowed: readonly string[] | null };
type Part = { text: string; about: string[] };

const TEXT = "'(?:[^']|'')*'";
const TOKENS = new RegExp(`--[^\\n]*|${TEXT}|\\s+|[^\\s'(),-]+|.`, "g");

/** A comment stands before its column; one before the first column is the table's. */
export function definitionsOf(sql: string): Definitions {
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
