import { chosen, day, line, oneOf, optionallyChosen } from "#app/http/fields.ts";
import { record } from "#app/http/record.ts";
import { PROMISED_BY, promiseName } from "./follow-up.ts";

const text = line(500, "Say what was promised").meta({ label: "What was promised" });
const by = day().meta({ label: "By", column: "due_on" });
const SEES_TO_IT = { label: "Owner", column: "owner_account_id" };

/** A promise as it is written down at its event. */
export const promiseRecord = record({
  text,
  promisedBy: oneOf(PROMISED_BY, "Choose one from the list", promiseName).meta({ label: "By whom" }),
  owner: chosen("Choose one from the list").meta(SEES_TO_IT),
  by,
});

/** A promise as it is changed in its row. */
export const followUpRecord = record({
  text,
  owner: optionallyChosen().meta({ ...SEES_TO_IT, none: "No one", optional: false }),
  by,
});
