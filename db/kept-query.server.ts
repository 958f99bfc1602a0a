import { type Compilable, type CompiledQuery, type Kysely, type RawBuilder, sql } from "kysely";
import type { Schema } from "./schema.ts";

type Bound = string | number | null;

/** Stands in a query for a value that is given later. The type is that of the column which it is compared with. */
export type Place<Names extends string> = (name: Names) => string;

const MARK = "\u0000place:";

/**
 * A query whose SQL is worked out once, for what every page asks: Kysely then costs little more than the driver.
 * `build` may not look at the values, only say by `place` where they go.
 */
export function keptQuery<Names extends string, Row>(
  build: (read: Kysely<Schema>, place: Place<Names>) => Compilable<Row>,
): (read: Kysely<Schema>, values: Readonly<Record<Names, Bound>>) => Promise<Row[]> {
  let kept: { query: CompiledQuery<Row>; parameters: Parameter[] } | null = null;
  return async (read, values) => {
    kept ??= keep(build(read, (name) => MARK + name).compile());
    const given: Readonly<Record<string, Bound>> = values;
    const parameters = kept.parameters.map(({ place, value }) => (place === null ? value : at(given, place)));
    const { rows } = await read.executeQuery<Row>({ ...kept.query, parameters });
    return rows;
  };
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

function at(given: Readonly<Record<string, Bound>>, place: string): Bound {
  const value = given[place];
  if (value === undefined) throw new Error(`A kept query was asked without ${place}`);
  return value;
}
