import { type Compilable, type CompiledQuery, type Kysely, type RawBuilder, sql } from "kysely";
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

/**
 * A query whose SQL is worked out once, for what every page asks: Kysely then costs little more than the driver.
 * `build` may not look at the values, only say by `place` where they go.
 */
export function keptQuery<Names extends string, Row, Days extends string = never>(
  build: (read: Kysely<Schema>, place: Place<Names, Days>) => Compilable<Row>,
): (read: Kysely<Schema>, values: Given<Names, Days>) => Promise<Row[]> {
  let kept: { query: CompiledQuery<Row>; parameters: Parameter[] } | null = null;
  return async (read, values) => {
    kept ??= keep(build(read, placeOf).compile());
    const given: Readonly<Record<string, Bound>> = values;
    const parameters = kept.parameters.map(({ place, value }) => (place === null ? value : at(given, place)));
    const { rows } = await read.executeQuery<Row>({ ...kept.query, parameters });
    return rows;
  };
}

/** No value yet, and no day: the mark goes no further than the parameters of the query. */
function placeOf<Value extends string>(name: string): Value {
  return (MARK + name) as Value;
}

/** A value that is always the same, or the name of the place that waits for one. */
type Parameter = { place: string | null; value: unknown };

function keep<Row>(query: CompiledQuery<Row>): { query: CompiledQuery<Row>; parameters: Parameter[] } {
  const parameters = query.parameters.map((value) => {
    const isPlace = typeof value === "string" && value.startsWith(MARK);
    return { place: isPlace ? value.slice(MARK.length) : null, value };
  });
  return { query, parameters };
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
