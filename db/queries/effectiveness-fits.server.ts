import type { Kysely } from "kysely";
import { NOT_ESTIMATED, type ParametersInUse } from "#app/domain/effectiveness/parameters-in-use.ts";
import type { Schema } from "#db/schema.ts";

/** What the campaign's figures are worked out with: the last estimate, or the defaults. */
export function findParametersInUse(_read: Kysely<Schema>, _campaignId: string): Promise<ParametersInUse> {
  return Promise.resolve(NOT_ESTIMATED);
}
