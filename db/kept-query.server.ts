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
  let kept: CompiledQuery<Row> | null = null;
  return async (read, values) => {
    kept ??= build(read, (name) => MARK + name).compile();
    const given = new Map<string, Bound>(Object.entries(values));
    const parameters = kept.parameters.map((parameter) => valueAt(parameter, given));
    const { rows } = await read.executeQuery<Row>({ ...kept, parameters });
    return rows;
  };
}

/** The ids for the place, which are given as JSON: the SQL stays the same for any number of them. */
export function eachIn(place: string): RawBuilder<string> {
  return sql<string>`(select value from json_each(${place}))`;
}

function valueAt(parameter: unknown, given: ReadonlyMap<string, Bound>): unknown {
  if (typeof parameter !== "string" || !parameter.startsWith(MARK)) return parameter;
  const value = given.get(parameter.slice(MARK.length));
  if (value === undefined) throw new Error(`A kept query was asked without ${parameter.slice(MARK.length)}`);
  return value;
}
