import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressOf } from "#app/http/addresses.ts";
import { calendarDay } from "#app/http/fields.ts";
import { valuesOf } from "#app/http/form.server.ts";
import type { FieldErrors, RefusedForm } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, type Sent } from "#app/http/page.server.ts";
import { afterChange, refuseForm } from "#app/http/save-form.server.ts";
import { ErrorSummary, FormFrame, SaveBar } from "#app/ui/form-frame.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import { daysRecord, wantedDays } from "../record.ts";
import type { WantedDays } from "../session-day.ts";
import { previewSessionDays, takeSessionDays } from "../store.server.ts";
import { type ShownPlan, shownPlan } from "./answer-days-file.server.ts";
import { ConfirmDays } from "./days-plan.tsx";
import styles from "./session-days.css?url";

export const meta = () => pageTitle("Edit Congress’s calendar");
export const links = () => [{ rel: "stylesheet", href: styles }];

const day = calendarDay().nullable().catch(null);
const search = z.object({
  chamber: z.enum(["House", "Senate"]).nullable().catch(null),
  first: day,
  last: day,
});

export const loader = campaignPage("write", async ({ campaign, today, url, kept }) => {
  const wanted = search.parse(Object.fromEntries(url.searchParams));
  const opening = {
    ...wanted,
    last: wanted.last === wanted.first ? null : wanted.last,
    which: "working days",
    asOf: today,
  };
  return {
    list: addressOf.sessionDays(campaign.id),
    calendar: addressOf.calendar(campaign.id),
    values: kept ?? daysRecord.typed(opening),
  };
});

/** The form as it was typed; `plan` is what it would do to days that are known, to be confirmed. */
type RefusedDays = RefusedForm & { plan: ShownPlan | null };

/** Records or clears a range at once where nothing is known of it; else shows what would change, and then does just that. */
export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission, campaign, today } = arrival;
  const read = daysRecord.read(form, today);
  if (!read.ok) return refused(form, read.errors);
  const meant = wantedDays(read.value, today);
  if (!meant.ok) return refused(form, meant.errors);
  const { wanted } = meant;
  const shown = form.get("shown");
  const agreement =
    typeof shown === "string"
      ? { shown, mayTouchKnown: true, takesOlder: form.get("older") === "yes", mayEnd: true }
      : { shown: null, mayTouchKnown: false, takesOlder: false, mayEnd: false };
  const location = locationOf(campaign.id, wanted);
  const taken = await database.change(author, submission, (change) =>
    takeSessionDays(change, wanted, agreement, location),
  );
  if (taken.ok) return afterChange(taken);
  switch (taken.reason) {
    case "nothing-to-change":
      return refused(form, { "": "Congress’s calendar already says that: there is nothing to change" });
    case "touches-known":
    case "ends-too-much":
      return show(arrival, wanted, {});
    case "changed-since-shown":
      return show(arrival, wanted, {
        "": "Congress’s calendar has been updated since you opened this page. Check the changes again",
      });
  }
});

async function show({ form, database }: CampaignArrival & Sent, wanted: WantedDays, errors: FieldErrors) {
  const plan = shownPlan(await previewSessionDays(database.read, wanted));
  return data<RefusedDays>({ values: valuesOf(form), errors, stale: null, plan }, { status: 409 });
}

function refused(form: FormData, errors: FieldErrors) {
  const answer = refuseForm(form, errors);
  return data<RefusedDays>({ ...answer.data, plan: null }, { status: 400 });
}

function locationOf(campaignId: string, wanted: WantedDays): string {
  const [first] = wanted.act === "record" ? wanted.days.map(({ day }) => day) : wanted.days;
  return `${addressOf.sessionDays(campaignId)}?year=${first?.slice(0, 4) ?? ""}`;
}

export default function EditSessionDays() {
  const { list, calendar, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Edit Congress’s calendar"
        sub="Changes here apply to every campaign on this installation."
        crumbs={[{ label: "Calendar", to: calendar }, { label: "Congress", to: list }, "Change"]}
      />
      <ErrorSummary errors={refused?.errors} />
      {refused?.plan ? <ConfirmDays plan={refused.plan} values={refused.values} leave={list} /> : null}
      <FormFrame>
        <Fields of={daysRecord} values={refused?.values ?? values} errors={refused?.errors ?? {}} />
        <SaveBar label="Save" leave={list} pending="Saving…" />
      </FormFrame>
    </>
  );
}
