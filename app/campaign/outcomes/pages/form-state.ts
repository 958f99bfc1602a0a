import type { HomeCountry } from "#app/campaign/follow-ups/due-date.ts";
import type { FieldErrors, FormValues } from "#app/http/form-values.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { OutcomeForm } from "../outcome-form.server.ts";

/** The days that due dates are read against. */
export type Around = { today: CalendarDate; home: HomeCountry };

/** What every part of the form needs: what there is to choose from, and what stands in the fields. */
export type Parts = { form: OutcomeForm; values: FormValues; errors: FieldErrors };
