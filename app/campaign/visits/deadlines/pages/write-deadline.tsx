import { useActionData, useLoaderData } from "@remix-run/react";
import { isOffered } from "#app/http/form-values.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notFound,
  type Sent,
} from "#app/http/page.server.ts";
import { checkRead } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { EndOrReinstate } from "#app/ui/form-frame.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { crumbsOf } from "../../programme-words.ts";
import { colleaguesHere, programmePath, targetHere, visitHere } from "../../visit-here.server.ts";
import type { Deadline } from "../deadlines.ts";
import { deadlineRecord } from "../record.ts";
import { addDeadline, editDeadline, removeDeadline } from "../store.server.ts";

export const meta = ({ data }: { data: { page: string } | undefined }) => pageTitle(data?.page ?? "");

export const loader = campaignPage("write", async (arrival) => {
  const { visit, deadline } = await deadlineHere(arrival);
  return {
    page: deadline === null ? "Add a deadline" : "Edit the deadline",
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    deadline,
    choices: { owner: await colleaguesHere(arrival, deadline?.owner) },
    values:
      arrival.kept ??
      (deadline === null ? deadlineRecord.typed({ owner: arrival.account.id }) : typedOf(deadline)),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { visit, deadline } = await deadlineHere(arrival);
  if (deadline !== null && arrival.form.get("act") === "remove") return remove(arrival, deadline.id);
  const target = { ...targetHere(arrival, "#due"), deadlineId: deadline?.id ?? "" };
  const colleagues = await colleaguesHere(arrival, deadline?.owner);
  const read = deadlineRecord.read(arrival.form, arrival.today);
  return save(
    arrival,
    checkRead(read, ({ owner }) =>
      isOffered(colleagues, owner) ? {} : { owner: "Choose from this campaign’s list" },
    ),
    (change, typed, version) =>
      version === null ? addDeadline(change, target, typed) : editDeadline(change, target, typed, version),
    () => "",
    deadline &&
      (async () => {
        const theirs = (await deadlineHere(arrival)).deadline ?? notFound();
        const { id } = visit.event;
        return { kind: "outreach event" as const, id, version: theirs.version, values: typedOf(theirs) };
      }),
  );
});

function remove(arrival: CampaignArrival & Sent, deadlineId: string) {
  const target = { ...targetHere(arrival, "#due"), deadlineId };
  return save(
    arrival,
    { ok: true, value: undefined },
    (change) => removeDeadline(change, target),
    () => "",
  );
}

/** The visit, and the deadline that is edited; null where one is added. */
async function deadlineHere(arrival: CampaignArrival) {
  const visit = await visitHere(arrival);
  const wanted = arrival.params.deadline;
  if (wanted === undefined) return { visit, deadline: null };
  return { visit, deadline: visit.deadlines.find(({ id }) => id === wanted) ?? notFound() };
}

function typedOf({ days, owner, ...deadline }: Deadline) {
  const side = days > 0 ? "after" : "before";
  return deadlineRecord.typed({ ...deadline, days: Math.abs(days), side, owner: owner?.id });
}

export default function WriteDeadline() {
  const { page, here, title, deadline, choices, values } = useLoaderData<typeof loader>();
  const name = deadline?.title ?? page;
  return (
    <>
      <RecordPage
        of={deadlineRecord}
        head={{ title: name, sub: title, crumbs: crumbsOf({ here, title }, name) }}
        refused={useActionData<typeof action>()}
        values={values}
        choices={choices}
        version={deadline?.version ?? null}
        action="?"
        leave={here}
        save={deadline === null ? "Add" : "Save"}
      />
      {deadline && <EndOrReinstate action="?" end="Delete" fields={{ act: "remove" }} />}
    </>
  );
}
