import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { isCalendarDate } from "#app/time/calendar-date.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { Fields } from "#app/ui/record-page.tsx";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { daysRecord } from "../record.ts";
import { answerDays } from "./answer-days.server.ts";
import { ConfirmDays } from "./confirm-days.tsx";
import styles from "./session-days.css?url";

export const meta = () => pageTitle("Change Congress’s calendar");
export const links = () => [{ rel: "stylesheet", href: styles }];

const day = z.string().refine(isCalendarDate).nullable().catch(null);
const search = z.object({
  chamber: z.enum(["House", "Senate"]).nullable().catch(null),
  first: day,
  last: day,
});

export const loader = campaignPage("write", async ({ campaign, now, url, kept }) => {
  const wanted = search.parse(Object.fromEntries(url.searchParams));
  const opening = {
    ...wanted,
    last: wanted.last === wanted.first ? null : wanted.last,
    which: "working days",
    asOf: dateIn(now, WASHINGTON),
  };
  return {
    list: `/c/${campaign.id}/session-days`,
    calendar: `/c/${campaign.id}/calendar`,
    values: kept ?? daysRecord.typed(opening),
  };
});

export const action = campaignAction("write", answerDays);

export default function EditSessionDays() {
  const { list, calendar, values } = useLoaderData<typeof loader>();
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
      <FormFrame>
        <Fields of={daysRecord} values={refused?.values ?? values} errors={refused?.errors ?? {}} />
        <SaveBar label="Save" leave={list} pending="Saving…" />
      </FormFrame>
    </>
  );
}
