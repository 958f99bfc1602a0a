import { type SqlBool, sql } from "kysely";

/** Of a query of `outreach_event` as `event`: `takesPlace` of `standing.ts`. */
export const takesPlace = sql<SqlBool>`event.schedule <> 'cancelled' and event.result <> 'not held'`;

/** Of the same: an act of outreach, with an audience; an internal meeting is none (DOMAIN.md, outreach event). */
export const isOutreach = sql<SqlBool>`event.kind <> 'internal'`;

/** Of the same, from a day on: outreach that takes place, on the day itself only where it is not over. */
export function isOutreachExpectedFrom(day: string) {
  return sql<SqlBool>`${takesPlace} and ${isOutreach} and (event.day > ${day} or event.result = 'planned')`;
}
