// biome-ignore-all lint/a11y/noRedundantRoles: on narrow screens the style takes the table's own roles away

import { useActionData, useLoaderData } from "@remix-run/react";
import { WriteAboutMeeting } from "#app/campaign/outreach-events/write-about-meeting.tsx";
import { ReportTabs } from "#app/campaign/reports/report-tabs.tsx";
import { identifier } from "#app/http/fields.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { capital } from "#app/text/in-words.ts";
import { isOnRecord } from "#app/text/person-name.ts";
import { formatDay } from "#app/time/format.ts";
import { ButtonForm, ErrorSummary, FormFrame, Submit } from "#app/ui/form-frame.tsx";
import { TableHead } from "#app/ui/list.tsx";
import { State } from "#app/ui/marks.tsx";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import { DayAndClocks, useToday } from "#app/ui/two-clocks.tsx";
import { listCableStates } from "../clearing.server.ts";
import { listCorrespondence } from "../lists.server.ts";
import { findMeeting } from "../meeting/meetings.server.ts";
import { daysRecord } from "../record.ts";
import { leftToWrite } from "../words.ts";
import { answerWriteLetter } from "./write-letter.server.ts";

export const meta = () => pageTitle("Cables, memoranda and notes");

export const loader = campaignPage("read", async ({ campaign, database, url, may }) => {
  const asked = identifier.safeParse(url.searchParams.get("event"));
  const review = identifier.safeParse(url.searchParams.get("review"));
  const meeting = asked.success ? await findMeeting(database.read, campaign.id, asked.data) : null;
  const letters = await listCorrespondence(database.read, campaign.id, meeting?.eventId ?? null);
  const areCleared = campaign.cablesAreCleared && meeting === null;
  const states = areCleared ? await listCableStates(database.read, campaign.id, letters) : null;
  return {
    campaignId: campaign.id,
    letters: letters.map((letter) => ({ ...letter, state: states?.get(letter.id) ?? null })),
    areCleared,
    meeting:
      meeting === null
        ? null
        : {
            id: meeting.eventId,
            title: meeting.title,
            day: meeting.day,
            attended: meeting.attended.filter(({ name }) => isOnRecord(name)),
          },
    review: review.success ? review.data : "",
    mayWrite: may("write"),
  };
});

export const action = campaignAction("write", answerWriteLetter);

/** Everything that was written, the last changed first; of one meeting, and what can be written about it. */
export default function AllCorrespondence() {
  const { campaignId, letters, areCleared, meeting, review, mayWrite } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const base = `/c/${campaignId}`;
  const here = `${base}/correspondence`;
  return (
    <>
      <PageHead
        title={meeting === null ? "Cables, memoranda and notes" : "What to write after the meeting"}
        sub={meeting === null ? "Drafted from the records, for you to finish" : meeting.title}
        crumbs={
          meeting === null
            ? [{ label: "Reports", to: `${base}/reports` }, "Cables"]
            : [{ label: meeting.title, to: `${base}/events/${meeting.id}` }, "Memorandum and thank-you note"]
        }
        acts={
          mayWrite && meeting === null ? (
            <ButtonForm
              action={here}
              label="Write the monthly cable"
              fields={{ write: "cable", review }}
              className="button primary"
            />
          ) : null
        }
      />
      {meeting === null ? <ReportTabs base={base} current="correspondence" /> : null}
      <ErrorSummary errors={refused?.errors} />
      {mayWrite && meeting === null ? <CableOfDays refused={refused} here={here} /> : null}
      {mayWrite && meeting !== null ? <AboutMeeting base={base} meeting={meeting} /> : null}
      {letters.length === 0 ? (
        <Empty
          text={
            meeting === null
              ? "Nothing has been written yet. A cable reports a month, or certain days, to the capital; a memorandum and a thank-you note follow a logged meeting."
              : "Nothing has been written about this meeting yet."
          }
        />
      ) : (
        <Letters base={here} letters={letters} areCleared={areCleared} />
      )}
    </>
  );
}

type Refused = ReturnType<typeof useActionData<typeof action>>;

/** A cable of certain days, such as the day of one meeting. */
function CableOfDays({ refused, here }: { refused: Refused; here: string }) {
  return (
    <details open={refused?.values.write?.[0] === "cable of days"}>
      <summary>Write a cable about certain days</summary>
      <FormFrame action={here}>
        <input type="hidden" name="write" value="cable of days" />
        <Fields
          of={daysRecord}
          values={refused?.values ?? { from: ["today"], to: ["today"] }}
          errors={refused?.errors ?? {}}
        />
        <div className="save">
          <Submit>Write the cable</Submit>
        </div>
      </FormFrame>
    </details>
  );
}

type Meeting = Exclude<ReturnType<typeof useLoaderData<typeof loader>>["meeting"], null>;

function AboutMeeting({ base, meeting: { id, day, attended } }: { base: string; meeting: Meeting }) {
  return (
    <>
      <WriteAboutMeeting base={base} eventId={id} people={attended} />
      <ButtonForm
        action={`${base}/correspondence`}
        label={`Cable of ${formatDay(day, useToday())}`}
        fields={{ write: "cable of days", from: day, to: day }}
      />
    </>
  );
}

type Listed = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "letters" | "areCleared">;

function Letters({ base, letters, areCleared }: Listed & { base: string }) {
  const clearance = areCleared ? ["Clearance"] : [];
  return (
    <table className="table stacked" role="table">
      <TableHead labels={["Document", "About", ...clearance, "Still to write", "Last saved"]} />
      <tbody>
        {letters.map(({ id, kind, newest, eventTitle, state }) => (
          <tr key={id} role="row">
            <td role="cell">{capital(kind)}</td>
            <th scope="row" role="rowheader">
              <a href={`${base}/${id}`}>{newest.subject}</a>
              {eventTitle === null ? null : <span className="note"> {eventTitle}</span>}
            </th>
            {areCleared ? (
              <td role="cell">{state === null ? null : <State kind={state.kind}>{state.words}</State>}</td>
            ) : null}
            <td role="cell">
              <span className="cell-label">Still to write: </span>
              {leftToWrite(newest).length === 0 ? "Nothing" : leftToWrite(newest).length}
            </td>
            <td role="cell">
              Version {newest.number}, <DayAndClocks at={newest.madeAt} />, {newest.madeBy.name}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
