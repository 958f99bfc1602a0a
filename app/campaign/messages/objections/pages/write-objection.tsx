import { useActionData, useLoaderData } from "@remix-run/react";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { withFaults } from "#app/http/read-form.ts";
import { save } from "#app/http/save-form.server.ts";
import { ownTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { LinksShown, linksIn } from "../../links-shown.tsx";
import { chosenFirst, strangersAmong } from "../../message-choices.server.ts";
import { proofPointToChoose } from "../../message-words.ts";
import { listProofPointsToChoose } from "../../proof-points/list.server.ts";
import { askingSources } from "../../proof-points/source-fields.tsx";
import { listSources } from "../../proof-points/sources.server.ts";
import { sourceFaults } from "../../proof-points/sources.ts";
import { addObjection, editObjection } from "../acts.server.ts";
import { linksOfObjection, type Objection, typedObjection } from "../list.server.ts";
import { objectionRecord } from "../record.ts";
import { objectionHere } from "./objection-view.server.ts";

export const meta = ownTitle;

/** The objection that is edited; null where one is added. */
const presentIn = async (arrival: CampaignArrival) =>
  arrival.params.code === undefined ? null : await objectionHere(arrival);

export const loader = campaignPage("write", async (arrival) => {
  const present = await presentIn(arrival);
  return {
    title: present === null ? "Add an objection" : "Edit the objection",
    base: `/c/${arrival.campaign.id}`,
    present: present && { code: present.code, version: present.version, links: linksOfObjection(present) },
    choices: await readChoices(arrival, present),
    values: arrival.kept ?? (present ? typedObjection(present) : objectionRecord.typed({})),
  };
});

/** The proof points that it has come first, in their order, so that saving keeps the order. */
async function readChoices({ database, campaign, today }: CampaignArrival, present: Objection | null) {
  const sources = await listSources(database.read, campaign.id);
  const proofPoints = await listProofPointsToChoose(database.read, campaign.id);
  const all = sources.map(({ code, title }) => ({ value: code, label: title }));
  return {
    sources: {
      own: chosenFirst(all, "value", present?.sources ?? []).slice(0, present?.sources.length ?? 0),
      all,
    },
    proofPoints: chosenFirst(proofPoints, "code", present?.proofPoints ?? []).map((proofPoint) =>
      proofPointToChoose(proofPoint, today),
    ),
  };
}

export const action = campaignAction("write", async (arrival) => {
  const { campaign, form, today } = arrival;
  const present = await presentIn(arrival);
  const { sources, proofPoints } = await readChoices(arrival, present);
  const read = objectionRecord.read(form, today);
  const faults = {
    ...strangersAmong(read, { proofPoints }),
    ...sourceFaults(form, today, { known: sources.all, needed: false }),
  };
  return save(
    arrival,
    withFaults(read, faults),
    (change, typed, version) =>
      present === null || version === null
        ? addObjection(change, campaign.id, typed)
        : editObjection(change, campaign.id, present.code, typed, { version, links: linksIn(form) }),
    () => "",
    present && (async () => presentOf(await objectionHere(arrival))),
  );
});

const presentOf = (theirs: Objection) => ({
  kind: "objection" as const,
  ...theirs,
  values: typedObjection(theirs),
});

export default function WriteObjection() {
  const { base, title, present, choices, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = { values: refused?.values ?? values, errors: refused?.errors ?? {} };
  const asked = askingSources(objectionRecord, choices.sources, false, typed);
  const own = `${base}/objections/${present?.code ?? "new"}`;
  const here = present === null ? [title] : [{ label: present.code, to: own }, "Edit"];
  return (
    <RecordPage
      {...asked}
      choices={{ ...asked.choices, proofPoints: choices.proofPoints }}
      head={{
        title: present === null ? title : `Edit objection ${present.code}`,
        crumbs: [{ label: "Messages", to: `${base}/messages` }, ...here],
      }}
      refused={refused}
      values={values}
      version={present?.version ?? null}
      action={present === null ? own : `${own}/edit`}
      leave={present === null ? `${base}/messages` : own}
      before={present && <LinksShown refused={refused} links={present.links} />}
    />
  );
}
