import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listColleagues } from "#app/campaign/outreach-events/choices.server.ts";
import { version } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { Conflict } from "#app/ui/conflict.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { crumbsOf } from "../../pages/visit-crumbs.ts";
import { programmePath, targetHere, visitHere } from "../../visit-here.server.ts";
import { editMember } from "../store.server.ts";
import { MEMBER_LABELS, MemberFields } from "./member-fields.tsx";
import { readMemberForm } from "./member-form.server.ts";

export const meta = () => pageTitle("Edit the member");

export const loader = campaignPage("write", async (arrival) => {
  const { visit, member } = await memberHere(arrival);
  return {
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    member,
    colleagues: await listColleagues(arrival.database.read, arrival.campaign.id),
    values: arrival.kept ?? {
      account: [member.accountId ?? ""],
      name: [member.name],
      title: [member.title],
    },
  };
});

const schema = z.object({ version });

export const action = campaignAction("write", async (arrival) => {
  const { form, database, author, submission } = arrival;
  const { member } = await memberHere(arrival);
  const shown = readForm(form, schema);
  if (!shown.ok) return refuseForm(form, shown.errors);
  const read = await readMemberForm(arrival);
  if (!read.ok) return refuseForm(form, read.errors);
  const target = { ...targetHere(arrival, "/members"), memberId: member.id };
  const edited = await database.change(author, submission, (change) =>
    editMember(change, target, read.member, shown.value.version),
  );
  if (edited.ok) return afterChange(edited);
  if (edited.reason === "not-found") notFound();
  const { visit, member: theirs } = await memberHere(arrival);
  const record = { kind: "outreach event", id: visit.event.id, version: theirs.version } as const;
  const words = { account: theirs.accountId ?? "", name: theirs.name, title: theirs.title };
  return refuseStale(form, await staleRecord(database, record, words));
});

async function memberHere(arrival: CampaignArrival) {
  const visit = await visitHere(arrival);
  const member = visit.members.find(({ id }) => id === arrival.params.member);
  return member === undefined ? notFound() : { visit, member };
}

export default function EditMember() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const stale = refused?.stale ?? null;
  const { account: _, ...labels } = MEMBER_LABELS;
  return (
    <>
      <PageHead title={page.member.name} sub={page.title} crumbs={crumbsOf(page, page.member.name)} />
      {stale === null ? null : (
        <Conflict stale={stale} mine={refused?.values ?? {}} labels={labels} keepTheirs="?" />
      )}
      <ErrorSummary errors={refused?.errors} />
      <FormFrame action="?" version={stale?.version ?? page.member.version}>
        <MemberFields
          values={refused?.values ?? page.values}
          errors={refused?.errors ?? {}}
          colleagues={page.colleagues}
        />
        <SaveBar label="Save" leave={`${page.here}/members`} />
      </FormFrame>
    </>
  );
}
