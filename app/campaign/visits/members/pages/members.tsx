import type { LinksFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listColleagues } from "#app/campaign/outreach-events/choices.server.ts";
import { identifier } from "#app/http/fields.ts";
import { afterChange, readForm, refuseForm } from "#app/http/form.server.ts";
import {
  type CampaignArrival,
  campaignAction,
  campaignPage,
  notFound,
  type Sent,
} from "#app/http/page.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ButtonForm, FormFrame } from "#app/ui/form-frame.tsx";
import { Empty, PageHead } from "#app/ui/page-head.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { SaveBar } from "#app/ui/save-bar.tsx";
import { crumbsOf } from "../../pages/visit-crumbs.ts";
import styles from "../../pages/visits.css?url";
import { programmePath, targetHere, visitHere } from "../../visit-here.server.ts";
import { addMember, removeMember } from "../store.server.ts";
import { MemberFields } from "./member-fields.tsx";
import { readMemberForm } from "./member-form.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta = () => pageTitle("Members of the delegation");

export const loader = campaignPage("write", async (arrival) => {
  const { event, members } = await visitHere(arrival);
  return {
    here: programmePath(arrival.campaign.id, event.id),
    title: event.title,
    members,
    colleagues: await listColleagues(arrival.database.read, arrival.campaign.id),
    values: arrival.kept ?? {},
  };
});

export const action = campaignAction("write", (arrival) =>
  arrival.form.get("act") === "remove" ? remove(arrival) : add(arrival),
);

async function add(arrival: CampaignArrival & Sent) {
  const { form, database, author, submission } = arrival;
  const read = await readMemberForm(arrival);
  if (!read.ok) return refuseForm(form, read.errors);
  const added = await database.change(author, submission, (change) =>
    addMember(change, targetHere(arrival, "/members"), read.member),
  );
  return added.ok ? afterChange(added) : notFound();
}

const removing = z.object({ member: identifier });

async function remove(arrival: CampaignArrival & Sent) {
  const { form, database, author, submission } = arrival;
  const read = readForm(form, removing);
  if (!read.ok) return refuseForm(form, read.errors);
  const target = { ...targetHere(arrival, "/members"), memberId: read.value.member };
  const removed = await database.change(author, submission, (change) => removeMember(change, target));
  return removed.ok ? afterChange(removed) : notFound();
}

export default function Members() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageHead title="Members of the delegation" sub={page.title} crumbs={crumbsOf(page, "Members")} />
      <ErrorSummary errors={errors} />
      {page.members.length === 0 ? <Empty text="Nobody yet." /> : null}
      <ul className="people">
        {page.members.map((member) => (
          <li key={member.id}>
            <b>{member.name}</b> <span className="sub">{member.title}</span>
            <a className="end" href={`${page.here}/members/${member.id}`}>
              Edit<span className="vh"> {member.name}</span>
            </a>
            <ButtonForm
              action="?"
              label={
                <>
                  Remove<span className="vh"> {member.name}</span>
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
          <MemberFields
            values={refused?.values ?? page.values}
            errors={errors}
            colleagues={page.colleagues}
          />
          <SaveBar label="Add" leave={page.here} />
        </FormFrame>
      </section>
    </>
  );
}
