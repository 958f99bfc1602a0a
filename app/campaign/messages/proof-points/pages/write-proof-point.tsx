import { useActionData, useLoaderData } from "@remix-run/react";
import { listColleagues } from "#app/campaign/campaigns/choices.server.ts";
import { ownerOptions } from "#app/campaign/campaigns/choices.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { withFaults } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { ownTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { LinksShown, linksIn } from "../../links-shown.tsx";
import { strangersAmong } from "../../message-choices.server.ts";
import { addProofPoint, editProofPoint } from "../acts.server.ts";
import { proofPointHere } from "../proof-point-view.server.ts";
import { proofPointRecord } from "../record.ts";
import { linksOfProofPoint, type ProofPoint, typedProofPoint } from "../row.server.ts";
import { askingSources } from "../source-fields.tsx";
import { listSources } from "../sources.server.ts";
import { sourceFaults } from "../sources.ts";

export const meta = ownTitle;

/** The proof point that is edited; null where one is added. */
const presentIn = async (arrival: CampaignArrival) =>
  arrival.params.code === undefined ? null : await proofPointHere(arrival);

export const loader = campaignPage("write", async (arrival) => {
  const present = await presentIn(arrival);
  return {
    title: present === null ? "Add a proof point" : "Edit the proof point",
    base: `/c/${arrival.campaign.id}`,
    present: present && { code: present.code, version: present.version, links: linksOfProofPoint(present) },
    choices: await readChoices(arrival, present),
    values: arrival.kept ?? (present ? typedProofPoint(present) : proofPointRecord.typed(USUAL)),
  };
});

const USUAL = { disclosure: "free to use" };

async function readChoices({ database, campaign }: CampaignArrival, present: ProofPoint | null) {
  const choice = ({ code, title }: { code: string; title: string }) => ({ value: code, label: title });
  const colleagues = await listColleagues(database.read, campaign.id);
  return {
    sources: {
      own: (present?.sources ?? []).map(choice),
      all: (await listSources(database.read, campaign.id)).map(choice),
    },
    owner: ownerOptions(colleagues, ownerOf(present)),
  };
}

function ownerOf(present: ProofPoint | null) {
  const id = present?.ownerAccountId ?? null;
  return id === null ? null : { id, name: present?.ownerName ?? "" };
}

export const action = campaignAction("write", async (arrival) => {
  const { campaign, form } = arrival;
  const present = await presentIn(arrival);
  return save(
    arrival,
    await readProofPoint(arrival, present),
    (change, typed, version) =>
      present === null || version === null
        ? addProofPoint(change, campaign.id, typed)
        : editProofPoint(change, campaign.id, present.code, typed, { version, links: linksIn(form) }),
    () => "",
    present && (async () => presentOf(await proofPointHere(arrival))),
  );
});

async function readProofPoint(arrival: CampaignArrival & { form: FormData }, present: ProofPoint | null) {
  const { form, today } = arrival;
  const { sources, owner } = await readChoices(arrival, present);
  const read = proofPointRecord.read(form, today);
  return withFaults(read, {
    ...strangersAmong(read, { owner }),
    ...sourceFaults(form, today, { known: sources.all, needed: true }),
  });
}

const presentOf = (theirs: ProofPoint) => ({
  kind: "proof point" as const,
  ...theirs,
  values: typedProofPoint(theirs),
});

export default function WriteProofPoint() {
  const { base, title, present, choices, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = { values: refused?.values ?? values, errors: refused?.errors ?? {} };
  const asked = askingSources(proofPointRecord, choices.sources, true, typed);
  const list = `${base}/proof-points`;
  const own = present === null ? list : `${list}/${present.code}`;
  const here = present === null ? [title] : [{ label: present.code, to: own }, "Edit"];
  return (
    <RecordPage
      {...asked}
      choices={{ ...asked.choices, owner: choices.owner }}
      head={{
        title: present === null ? title : `Edit proof point ${present.code}`,
        crumbs: [{ label: "Messages", to: `${base}/messages` }, { label: "Proof points", to: list }, ...here],
      }}
      refused={refused}
      values={values}
      version={present?.version ?? null}
      action={present === null ? `${list}/new` : `${own}/edit`}
      leave={own}
      before={present && <LinksShown refused={refused} links={present.links} />}
    />
  );
}
