import { z } from "zod";
import { listColleagues } from "#app/campaign/outreach-events/choices.server.ts";
import { identifier, line, optionalLine } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { parseTime } from "#app/time/parse-time.ts";
import type { DeadlineDetails } from "../store.server.ts";

const MOST_DAYS = 60;

const schema = z.object({
  title: line(120, "Enter what is due"),
  days: z.coerce
    .number({ error: "Enter a number of days" })
    .int("Enter a whole number of days")
    .min(0, "Enter a number of days, and say before or after")
    .max(MOST_DAYS, `Enter ${MOST_DAYS} days at most`),
  side: z.enum(["before", "after"], { error: "Say whether it is before or after" }),
  time: optionalLine(20),
  owner: identifier.optional(),
  note: optionalLine(200),
});

type ReadDeadline = { ok: true; details: DeadlineDetails } | { ok: false; errors: FieldErrors };

/** What the form of a deadline says; noon in Washington unless an hour is given. */
export async function readDeadlineForm({
  form,
  database,
  campaign,
}: CampaignArrival & Sent): Promise<ReadDeadline> {
  const read = readForm(form, schema);
  if (!read.ok) return read;
  const { days, side, time, owner, ...rest } = read.value;
  const hour = time === "" ? ({ ok: true, time: "12:00" } as const) : parseTime(time);
  if (!hour.ok) return { ok: false, errors: { time: "Enter a time, like 12:00" } };
  if (hour.time >= "02:00" && hour.time < "03:00")
    return { ok: false, errors: { time: "Choose another hour: the clocks skip this one in spring" } };
  const colleagues = owner === undefined ? [] : await listColleagues(database.read, campaign.id);
  if (owner !== undefined && !colleagues.some(({ id }) => id === owner))
    return { ok: false, errors: { owner: "Choose from the list of this campaign" } };
  const signed = side === "before" ? -days : days;
  return {
    ok: true,
    details: {
      ...rest,
      days: signed === 0 ? 0 : signed,
      time: hour.time,
      ownerAccountId: owner ?? null,
    },
  };
}
