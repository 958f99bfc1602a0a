import { useActionData, useLoaderData } from "@remix-run/react";
import { listEmbassyClearers } from "#app/campaign/clearances/desks.server.ts";
import type { Campaign } from "#app/http/campaigns-of-account.server.ts";
import {
  administratorAction,
  administratorPage,
  notFound,
  type SignedInArrival,
} from "#app/http/page.server.ts";
import { save } from "#app/http/save-form.server.ts";
import { ownTitle } from "#app/ui/page-head.tsx";
import { RecordPage } from "#app/ui/record-page.tsx";
import { explainCampaignRefusal } from "../campaign-dates.ts";
import { ruledCampaignRecord } from "../record.ts";
import { addCampaign, changeCampaign, findCampaign } from "../store.server.ts";

export const meta = ownTitle;

const LIST = "/admin/campaigns";

const campaignHere = async ({ database, params }: SignedInArrival) =>
  (await findCampaign(database.read, params.campaign ?? "")) ?? notFound();

/** The campaign that is edited; null where one is added. */
const presentIn = async (arrival: SignedInArrival) =>
  arrival.params.campaign === undefined ? null : await campaignHere(arrival);

/** Who may be head of mission: nobody of a campaign that is yet to be added. */
const headsOf = async ({ database }: SignedInArrival, present: Campaign | null) =>
  present === null ? [] : await listEmbassyClearers(database.read, present.id);

const typedOf = (campaign: Campaign) =>
  ruledCampaignRecord.typed({ ...campaign, headOfMission: campaign.headOfMissionId });

const AT_FIRST = {
  status: "planned",
  handling: "TLP:AMBER",
  paperSize: "A4",
  clashDays: 14,
  travelMinutes: 30,
  embassyClearsAlone: true,
};

export const loader = administratorPage(async (arrival) => {
  const present = await presentIn(arrival);
  const heads = await headsOf(arrival, present);
  return {
    title: present === null ? "Add a campaign" : "Campaign",
    present,
    choices: { headOfMission: heads.map(({ accountId, name }) => ({ value: accountId, label: name })) },
    values: arrival.kept ?? (present === null ? ruledCampaignRecord.typed(AT_FIRST) : typedOf(present)),
  };
});

export const action = administratorAction(async (arrival) => {
  const present = await presentIn(arrival);
  const heads = await headsOf(arrival, present);
  return save(
    arrival,
    ruledCampaignRecord.read(arrival.form, arrival.today),
    (change, typed, version) => {
      const head = heads.find(({ accountId }) => accountId === typed.headOfMission);
      const written = { ...typed, headOfMission: head?.accountId ?? null };
      return present === null || version === null
        ? addCampaign(change, written)
        : changeCampaign(change, { id: present.id, location: `${LIST}/${present.id}` }, written, version);
    },
    ({ reason }) => explainCampaignRefusal(reason),
    present &&
      (async () => {
        const theirs = await campaignHere(arrival);
        return { ...theirs, kind: "campaign" as const, values: typedOf(theirs) };
      }),
  );
});

export default function WriteCampaign() {
  const { title, present, choices, values } = useLoaderData<typeof loader>();
  const own = `${LIST}/${present?.id ?? "new"}`;
  const head =
    present === null
      ? { title, sub: "A planned series of communications with a measurable outcome." }
      : { title: present.name };
  return (
    <RecordPage
      of={ruledCampaignRecord}
      head={{
        ...head,
        crumbs: [{ label: "Campaigns", to: LIST }, head.title],
      }}
      refused={useActionData<typeof action>()}
      choices={choices}
      values={values}
      version={present?.version ?? null}
      action={own}
      leave={present === null ? LIST : own}
      save={present === null ? "Add the campaign" : "Save"}
      pending="Saving…"
    >
      {present === null ? (
        <p className="note">
          Once you have added the campaign, give people their roles in it under Accounts.
        </p>
      ) : null}
    </RecordPage>
  );
}
