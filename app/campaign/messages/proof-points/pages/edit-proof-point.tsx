import { useActionData, useLoaderData } from "@remix-run/react";
import { refuseForm } from "#app/http/form.server.ts";
import { campaignAction, campaignPage } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { answerEdit } from "../../answer-edit.server.ts";
import { EditPage } from "../../edit-page.tsx";
import { editProofPoint } from "../acts.server.ts";
import { linksOfProofPoint } from "../list.server.ts";
import { proofPointHere } from "../proof-point-view.server.ts";
import { readProofPointChoices, valuesOfProofPoint } from "./proof-point-choices.server.ts";
import { readProofPointForm } from "./proof-point-form.server.ts";
import { ProofPointFields } from "./proof-point-form.tsx";

export const meta = () => pageTitle("Edit the proof point");

export const loader = campaignPage("write", async (arrival) => {
  const proofPoint = await proofPointHere(arrival);
  return {
    base: `/c/${arrival.campaign.id}`,
    code: proofPoint.code,
    links: linksOfProofPoint(proofPoint),
    choices: await readProofPointChoices(arrival, proofPoint),
    values: arrival.kept ?? valuesOfProofPoint(proofPoint),
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { form, campaign, now } = arrival;
  const proofPoint = await proofPointHere(arrival);
  const { sources, colleagues } = await readProofPointChoices(arrival, proofPoint);
  const read = readProofPointForm(form, {
    sources: new Set(sources.map((source) => source.code)),
    colleagues: new Set(colleagues.map((colleague) => colleague.id)),
    today: dateIn(now, WASHINGTON),
    checkedOn: proofPoint.checkedOn,
  });
  if (!read.ok) return refuseForm(form, read.errors);
  const { id, code, version } = proofPoint;
  const values = valuesOfProofPoint(proofPoint);
  const record = { kind: "proof point", id, version, values, labels: LABELS } as const;
  return answerEdit(arrival, record, (change, seen) =>
    editProofPoint(change, campaign.id, code, read.draft, seen),
  );
});

const LABELS = {
  claim: "Claim",
  figures: "Figures",
  sources: "Sources",
  asOf: "As of",
  edition: "Edition",
  reviewBy: "Review by",
  caveat: "Caveat",
  confidence: "Confidence",
  disclosure: "Disclosure",
};

export default function EditProofPoint() {
  const { base, code, links, choices, values } = useLoaderData<typeof loader>();
  const own = `${base}/proof-points/${code}`;
  return (
    <EditPage
      title={`Edit proof point ${code}`}
      crumbs={[
        { label: "Messages", to: `${base}/messages` },
        { label: "Proof points", to: `${base}/proof-points` },
        { label: code, to: own },
      ]}
      own={own}
      labels={LABELS}
      links={links}
      values={values}
      refused={useActionData<typeof action>()}
    >
      {(typed, errors) => <ProofPointFields values={typed} errors={errors} choices={choices} />}
    </EditPage>
  );
}
