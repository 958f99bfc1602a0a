import {
  type Compilable,
  type CompiledQuery,
  createQueryId,
  type Kysely,
  type RawBuilder,
  SqliteQueryCompiler,
  sql,
} from "kysely";
import { jsonArrayFrom } from "kysely/helpers/sqlite";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Schema } from "./schema.ts";

type Bound = string | number | null;

/** Stands in a query for a value that is given later: text, or a day where the name is one of `Days`. */
export type Place<Names extends string, Days extends string = never> = <Name extends Names | Days>(
  name: Name,
) => Name extends Days ? CalendarDate : string;

/** What is given for the places. */
export type Given<Names extends string, Days extends string = never> = Readonly<
  Record<Names, Bound> & Record<Days, CalendarDate>
>;

const MARK = "\u0000place:";

/** A select whose SQL is worked out once; `build` is how it may be asked together with others. */
export type KeptQuery<Names extends string, Row, Days extends string = never> = {
  (read: Kysely<Schema>, values: Given<Names, Days>): Promise<Row[]>;
  build: Build<Names, Row, Days>;
};

type Select = Parameters<typeof jsonArrayFrom>[0];
type Build<Names extends string, Row, Days extends string> = (
  read: Kysely<Schema>,
  place: Place<Names, Days>,
) => Compilable<Row> & Select;

/**
 * A query whose SQL is worked out once, for what every page asks: Kysely then costs little more than the driver.
 * `build` may not look at the values, only say by `place` where they go.
 */
export function keptQuery<Names extends string, Row, Days extends string = never>(
  build: Build<Names, Row, Days>,
): KeptQuery<Names, Row, Days> {
  let kept: { query: CompiledQuery; places: readonly string[] } | null = null;
  async function ask(read: Kysely<Schema>, values: Given<Names, Days>): Promise<Row[]> {
    kept ??= compileKept(build(read, placeOf));
    const given: Readonly<Record<string, Bound>> = values;
    const parameters = kept.places.map((place) => at(given, place));
    const { rows } = await read.executeQuery<Row>({ ...kept.query, parameters });
    return rows;
  }
  return Object.assign(ask, { build });
}

function compileKept(query: Select): { query: CompiledQuery; places: readonly string[] } {
  const compiler = new KeptCompiler();
  return { query: compiler.compileQuery(query.toOperationNode(), createQueryId()), places: compiler.places };
}

/**
 * Binds each place once, and writes constants out. Where a constant is bound, SQLite compares it with the conditions of
 * partial indexes, and plans the statement anew each time that it is bound: half of what a wide statement costs.
 */
class KeptCompiler extends SqliteQueryCompiler {
  readonly places: string[] = [];

  protected override appendValue(value: unknown): void {
    if (typeof value === "string" && value.startsWith(MARK)) this.appendPlace(value.slice(MARK.length));
    else this.appendImmediateValue(value);
  }

  private appendPlace(place: string): void {
    if (!this.places.includes(place)) this.places.push(place);
    this.append(`?${this.places.indexOf(place) + 1}`);
  }
}

/** What a kept query answers with, row by row. */
export type KeptRow<Query> = Query extends (...given: never) => Promise<(infer Row)[]> ? Row : never;

/** What several kept queries need between them, and what each answers. */
type Asked<Queries> = {
  [Name in keyof Queries]: Queries[Name] extends (read: never, values: infer Values) => unknown
    ? (values: Values) => void
    : never;
}[keyof Queries];
type Needed<Queries> = Asked<Queries> extends (values: infer Values) => void ? Values : never;

/** What the one row of such a statement holds, while that row is kept. */
const unpacked = new WeakMap<object, Readonly<Record<string, unknown>>>();

/**
 * Several kept queries as one statement, for a page that asks them in one breath; a place of one name has one value in
 * all of them. Each names its columns, and none of them is a blob. Who asks again gets the same rows, so they are frozen.
 */
export function together<
  Queries extends Readonly<Record<string, { build: (read: Kysely<Schema>, place: never) => unknown }>>,
>(
  queries: Queries,
): (
  read: Kysely<Schema>,
  values: Needed<Queries>,
) => Promise<{ readonly [Name in keyof Queries]: readonly KeptRow<Queries[Name]>[] }>;
export function together(
  queries: Readonly<Record<string, { build: Build<string, unknown, string> }>>,
): (read: Kysely<Schema>, values: Given<string, string>) => Promise<Readonly<Record<string, unknown>>> {
  const names = Object.keys(queries);
  const ask = keptQuery((read, place: Place<string, string>) =>
    read.selectNoFrom(
      Object.entries(queries).map(([name, { build }]) =>
        jsonArrayFrom(build(read, place)).$castTo<string>().as(name),
      ),
    ),
  );
  return async (read, values) => {
    const [row = {}] = await ask(read, values);
    const answer = unpacked.get(row) ?? unpack(row, names);
    unpacked.set(row, answer);
    return answer;
  };
}

function unpack(row: Readonly<Record<string, string | null>>, names: readonly string[]) {
  const lists = names.map((name): [string, readonly unknown[]] => [name, JSON.parse(row[name] ?? "[]")]);
  for (const [, rows] of lists) for (const one of [...rows, rows]) Object.freeze(one);
  return Object.freeze(Object.fromEntries(lists));
}

/** No value yet, and no day: the mark goes no further than the parameters of the query. */
function placeOf<Value extends string>(name: string): Value {
  return (MARK + name) as Value;
}

/** The ids for the place, which are given as JSON: the SQL stays the same for any number of them. */
export function eachIn(place: string): RawBuilder<string> {
  return sql<string>`(select value from json_each(${place}))`;
}

/** A day out of a packed row, null where it is empty there. What is stored was read as a day when it came in. */
export function packedDay(text: string | undefined): CalendarDate | null {
  return text === undefined || text === "" ? null : (text as CalendarDate);
}

function at(given: Readonly<Record<string, Bound>>, place: string): Bound {
  const value = given[place];
  if (value === undefined) throw new Error(`A kept query was asked without ${place}`);
  return value;
}

/** What a query has joined by `group_concat(…, char(31))`, each apart; none where there was nothing to join. */
export function partsJoined(joined: string | null | undefined): string[] {
  return joined ? joined.split("\u001f") : [];
}
