import { useActionData, useLoaderData } from "@remix-run/react";
import { type CampaignArrival, campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { checkRead } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { pageTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { crumbsOf } from "../../programme-words.ts";
import type { VisitMember } from "../../store.server.ts";
import { colleaguesHere, programmePath, targetHere, visitHere } from "../../visit-here.server.ts";
import { memberFaults, memberNamed, memberRecord } from "../record.ts";
import { editMember } from "../store.server.ts";

export const meta = () => pageTitle("Edit the member");

export const loader = campaignPage("write", async (arrival) => {
  const { visit, member } = await memberHere(arrival);
  return {
    here: programmePath(arrival.campaign.id, visit.event.id),
    title: visit.event.title,
    member,
    choices: { account: await colleaguesHere(arrival, accountOf(member)) },
    values: arrival.kept ?? typedOf(member),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, today } = arrival;
  const { visit, member } = await memberHere(arrival);
  const colleagues = await colleaguesHere(arrival, accountOf(member));
  const target = { ...targetHere(arrival, "/members"), memberId: member.id };
  return save(
    arrival,
    checkRead(memberRecord.read(form, today), (typed) => memberFaults(typed, colleagues)),
    (change, typed, version) => editMember(change, target, memberNamed(typed, colleagues), version),
    () => "",
    async () => {
      const { member: theirs } = await memberHere(arrival);
      const { id } = visit.event;
      return { kind: "outreach event" as const, id, version: theirs.version, values: typedOf(theirs) };
    },
  );
});

async function memberHere(arrival: CampaignArrival) {
  const visit = await visitHere(arrival);
  const member = visit.members.find(({ id }) => id === arrival.params.member);
  return member === undefined ? notFound() : { visit, member };
}

const accountOf = ({ accountId, name }: VisitMember) => (accountId === null ? null : { id: accountId, name });

function typedOf({ accountId, ...member }: VisitMember) {
  return memberRecord.typed({ ...member, account: accountId });
}

export default function EditMember() {
  const { here, title, member, choices, values } = useLoaderData<typeof loader>();
  return (
    <RecordPage
      of={memberRecord}
      head={{ title: member.name, sub: title, crumbs: crumbsOf({ here, title }, member.name) }}
      refused={useActionData<typeof action>()}
      values={values}
      choices={choices}
      version={member.version}
      action="?"
      leave={`${here}/members`}
    />
  );
}
