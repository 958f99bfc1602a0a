import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { isCalendarDate } from "#app/time/calendar-date.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { Choices } from "#app/ui/choices.tsx";
import { TextInput } from "#app/ui/controls.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { CHAMBERS } from "../session-day.ts";
import { answerDays } from "./answer-days.server.ts";
import { ConfirmDays } from "./confirm-days.tsx";
import styles from "./session-days.css?url";

export const meta = () => pageTitle("Change Congress’s calendar");
export const links = () => [{ rel: "stylesheet", href: styles }];

const day = z.string().refine(isCalendarDate).catch("");
const search = z.object({
  chamber: z.enum(["House", "Senate"]).nullable().catch(null),
  first: day,
  last: day,
});

export const loader = campaignPage("write", async ({ campaign, now, url, kept }) => {
  const wanted = search.parse(Object.fromEntries(url.searchParams));
  const dateOf = (date: string) => (date === "" ? "" : formatDate(date));
  const opening: Readonly<Record<string, string>> = {
    chamber: wanted.chamber ?? "",
    first: dateOf(wanted.first),
    last: wanted.last === wanted.first ? "" : dateOf(wanted.last),
    which: "working days",
    asOf: formatDate(dateIn(now, WASHINGTON)),
  };
  return { list: `/c/${campaign.id}/session-days`, calendar: `/c/${campaign.id}/calendar`, opening, kept };
});

export const action = campaignAction("write", answerDays);

export default function EditSessionDays() {
  const { list, calendar, opening, kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Change Congress’s calendar"
        sub="What is said here holds for every campaign of this installation."
        crumbs={[
          { label: "Calendar", to: calendar },
          { label: "Congress", to: list },
          { label: "Change", to: null },
        ]}
      />
      <ErrorSummary errors={refused?.errors} />
      {refused?.plan ? <ConfirmDays plan={refused.plan} values={refused.values} leave={list} /> : null}
      <DaysFields values={refused?.values ?? kept} errors={refused?.errors ?? {}} opening={opening} />
    </>
  );
}

const STANDINGS = [
  { value: "in session", label: "In session", hint: "The chamber meets in Washington." },
  { value: "away", label: "Away", hint: "Members are at home; a pro forma session does not count." },
  {
    value: "not known",
    label: "Not known",
    hint: "Forgets what is known of these days. Source and day are not needed.",
  },
];

const WHICH = [
  { value: "working days", label: "Working days only", hint: "Monday to Friday without federal holidays." },
  { value: "every day", label: "Every day between them" },
];

/** The form that says what is known of a range of days of one chamber. */
function DaysFields({
  values,
  errors,
  opening,
}: {
  values: FormValues | null;
  errors: FieldErrors;
  opening: Readonly<Record<string, string>>;
}) {
  const typed = (name: string) => typedValue(values, name, values ? "" : (opening[name] ?? ""));
  const text = (name: string) => ({ name, value: typed(name), error: errors[name] });
  const choice = (name: string) => ({
    name,
    chosen: [typed(name)],
    error: errors[name],
    kind: "one" as const,
  });
  return (
    <FormFrame>
      <Choices
        {...choice("chamber")}
        look="buttons"
        label="Chamber"
        choices={CHAMBERS.map((chamber) => ({ value: chamber, label: chamber }))}
      />
      <TextInput {...text("first")} label="First day" hint="Like 12 Jan 2027" maxLength={40} />
      <TextInput
        {...text("last")}
        label="Last day"
        optional
        hint="Left empty, the first day alone is meant, whatever day it is."
        maxLength={40}
      />
      <Choices {...choice("which")} label="Which days are meant" choices={WHICH} />
      <Choices {...choice("standing")} label="What is known" choices={STANDINGS} />
      <TextInput
        {...text("source")}
        label="Source"
        hint="Who says so, like “House Majority Leader, 2027 House Calendar”"
        maxLength={300}
      />
      <TextInput
        {...text("asOf")}
        label="As of"
        hint="The day on which the source said so, like 18 Nov 2026"
        maxLength={40}
      />
      <p className="save">
        <button type="submit" className="btn primary" data-pending="Saving…">
          Save
        </button>
      </p>
    </FormFrame>
  );
}
