import { useActionData, useLoaderData } from "@remix-run/react";
import { refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { answerEdit } from "../../answer-edit.server.ts";
import { EditPage } from "../../edit-page.tsx";
import { strangersAmong } from "../../message-choices.server.ts";
import { editObjection } from "../acts.server.ts";
import { linksOfObjection } from "../list.server.ts";
import { readObjectionChoices, valuesOfObjection } from "./objection-choices.server.ts";
import { readObjectionForm } from "./objection-form.server.ts";
import { ObjectionFields } from "./objection-form.tsx";
import { objectionHere } from "./objection-view.server.ts";

export const meta = () => pageTitle("Edit the objection");

export const loader = campaignPage("write", async (arrival) => {
  const objection = await objectionHere(arrival);
  return {
    base: `/c/${arrival.campaign.id}`,
    code: objection.code,
    links: linksOfObjection(objection),
    choices: await readObjectionChoices(arrival, objection),
    values: arrival.kept ?? valuesOfObjection(objection),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, now } = arrival;
  const objection = await objectionHere(arrival);
  const { sources, proofPoints } = await readObjectionChoices(arrival, objection);
  const today = dateIn(now, WASHINGTON);
  const read = readObjectionForm(form, { sources: new Set(sources.map((source) => source.code)), today });
  if (!read.ok) return refuseForm(form, read.errors);
  const strangers = strangersAmong({ proofPoints: read.draft.proofPoints }, { proofPoints });
  if (Object.keys(strangers).length > 0) return refuseForm(form, strangers);
  const record = {
    ...objection,
    kind: "objection",
    values: valuesOfObjection(objection),
    labels: LABELS,
  } as const;
  return answerEdit(arrival, record, (change, seen) =>
    editObjection(change, campaign.id, objection.code, read.draft, seen),
  );
});

const LABELS = {
  name: "Name",
  says: "What is said against us",
  who: "Heard from",
  wordsToSay: "Words to say",
  noteToSpeaker: "Note to the speaker",
  difficult: "Difficult question",
  proofPoints: "Proof points",
  sources: "Sources",
};

export default function EditObjection() {
  const { base, code, links, choices, values } = useLoaderData<typeof loader>();
  const own = `${base}/objections/${code}`;
  return (
    <EditPage
      title={`Edit objection ${code}`}
      crumbs={[
        { label: "Messages", to: `${base}/messages` },
        { label: code, to: own },
      ]}
      own={own}
      labels={LABELS}
      links={links}
      values={values}
      refused={useActionData<typeof action>()}
    >
      {(typed, errors) => <ObjectionFields values={typed} errors={errors} choices={choices} />}
    </EditPage>
  );
}
