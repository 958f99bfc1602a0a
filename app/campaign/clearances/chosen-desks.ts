import { z } from "zod";
import { identifier, optionalLine } from "#app/http/fields.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { ASKS, type Asks } from "./desk.ts";
import { explainDueRefusal, parseDue } from "./due.ts";
import type { OfferedDesk } from "./who-must-clear.ts";

/** What the drafter chose for one desk; `dueAt` null where no time is set. */
export type ChosenDesk = { deskId: string; asks: Asks; dueAt: Date | null };

/** What a form says of each desk that it offers; left out where it offers none. */
export const chosenDesks = z
  .array(
    z.strictObject({
      desk: identifier,
      asks: z.enum(ASKS, { error: "Choose what the desk is asked to do" }),
      due: optionalLine(60),
    }),
  )
  .max(60)
  .optional();

type ReadDesks = { ok: true; chosen: ChosenDesk[] | null } | { ok: false; errors: FieldErrors };

/** What was chosen, with the due times read by Washington's clock; null where nothing was, and the errors by field. */
export function readChosenDesks(typed: z.infer<typeof chosenDesks>, now: Date): ReadDesks {
  if (typed === undefined) return { ok: true, chosen: null };
  const errors: Record<string, string> = {};
  const chosen = typed.map(({ desk, asks, due }, index): ChosenDesk => {
    const parsed = parseDue(asks === "clear" ? due : "", now);
    if (!parsed.ok) errors[`desks[${index}].due`] = explainDueRefusal(parsed.reason);
    return { deskId: desk, asks, dueAt: parsed.ok ? parsed.dueAt : null };
  });
  return Object.keys(errors).length === 0 ? { ok: true, chosen } : { ok: false, errors };
}

const NOT_ASKED = { asks: "not asked", dueAt: null } as const;

/** As it was chosen, or as it is offered where nothing was: an id of no desk that is offered counts for nothing. */
export function chooseDesks(
  offered: readonly OfferedDesk[],
  chosen: readonly ChosenDesk[] | null,
): readonly OfferedDesk[] {
  if (chosen === null) return offered;
  return offered.map(({ desk }) => {
    const { asks, dueAt } = chosen.find(({ deskId }) => deskId === desk.id) ?? NOT_ASKED;
    return { desk, asks, dueAt };
  });
}
