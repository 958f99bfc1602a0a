import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { identifier } from "#app/http/fields.ts";
import type { Option } from "#app/http/form-values.ts";
import { type CampaignArrival, campaignAction, campaignPage, type Sent } from "#app/http/page.server.ts";
import { checkRead, readForm } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { ButtonForm, ErrorSummary, FormFrame, SaveBar } from "#app/ui/form-frame.tsx";

import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";

import { Fields } from "#app/ui/record-page.tsx";
import styles from "../../pages/visits.css?url";
import { crumbsOf } from "../../programme-words.ts";
import type { VisitMember } from "../../store.server.ts";
import { colleaguesHere, programmePath, targetHere, visitHere } from "../../visit-here.server.ts";
import { memberFaults, memberNamed, memberRecord } from "../record.ts";
import { addMember, removeMember } from "../store.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Members of the delegation");

export const loader = campaignPage("write", async (arrival) => {
  const { event, members } = await visitHere(arrival);
  return {
    here: programmePath(arrival.campaign.id, event.id),
    title: event.title,
    members,
    choices: { account: await colleaguesHere(arrival) },
    values: arrival.kept ?? memberRecord.typed({}),
  };
});

export const action = campaignAction("write", (arrival) =>
  arrival.form.get("act") === "remove" ? remove(arrival) : add(arrival),
);

async function add(arrival: CampaignArrival & Sent) {
  const colleagues = await colleaguesHere(arrival);
  const read = memberRecord.read(arrival.form, arrival.today);
  return save(
    arrival,
    checkRead(read, (typed) => memberFaults(typed, colleagues)),
    (change, typed) => addMember(change, targetHere(arrival, "/members"), memberNamed(typed, colleagues)),
    () => "",
  );
}

const removing = z.object({ member: identifier });

function remove(arrival: CampaignArrival & Sent) {
  const target = targetHere(arrival, "/members");
  return save(
    arrival,
    readForm(arrival.form, removing),
    (change, { member }) => removeMember(change, { ...target, memberId: member }),
    () => "",
  );
}

type Colleague = { member: VisitMember; colleagues: readonly Option[] };

/** Which colleague goes under the name of an office. */
function OneOfUs({ member: { accountId, name }, colleagues }: Colleague) {
  const colleague = colleagues.find(({ value }) => value === accountId);
  if (colleague === undefined || colleague.label === name) return null;
  return <span className="secondary"> {colleague.label}</span>;
}

export default function Members() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHead title="Members of the delegation" sub={page.title} crumbs={crumbsOf(page, "Members")} />
      <ErrorSummary errors={errors} />
      {page.members.length === 0 ? <Empty text="No one yet." /> : null}
      <ul className="visit-people">
        {page.members.map((member) => (
          <li key={member.id}>
            <b>{member.name}</b> <span className="secondary">{member.title}</span>
            <OneOfUs member={member} colleagues={page.choices.account} />
            <a className="push-end" href={`${page.here}/members/${member.id}`}>
              Edit<span className="visually-hidden"> {member.name}</span>
            </a>
            <ButtonForm
              action="?"
              label={
                <>
                  Remove<span className="visually-hidden"> {member.name}</span>
                </>
              }
              fields={{ act: "remove", member: member.id }}
              className="linklike"
            />
          </li>
        ))}
      </ul>
      <section aria-labelledby="add">
        <h2 id="add">Add a member</h2>
        <FormFrame action="?">
          <Fields
            of={memberRecord}
            values={refused?.values ?? page.values}
            errors={errors}
            choices={page.choices}
          />
          <SaveBar label="Add" leave={page.here} />
        </FormFrame>
      </section>
    </>
  );
}
