import { useActionData, useLoaderData } from "@remix-run/react";
import { addressOf } from "#app/http/addresses.ts";
import { listTeam, type TeamMember } from "#app/http/campaigns-of-account.server.ts";
import { mailStateOf } from "#app/http/environment.ts";
import { campaignAction, campaignPage, notFound } from "#app/http/page.server.ts";
import { describeRole, isAllowed } from "#app/http/permission.ts";
import { save } from "#app/http/save-form.server.ts";
import { MailStateLine } from "#app/ui/mail-state.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import { RecordForm } from "#app/ui/record-page.tsx";
import { explainCampaignRefusal } from "../campaign-dates.ts";
import { campaignRecord } from "../record.ts";
import { changeCampaign, findCampaign } from "../store.server.ts";

export const meta = () => pageTitle("Settings");

export const loader = campaignPage("read", async ({ campaign, account, database, context, may, kept }) => {
  const team = await listTeam(database.read, campaign.id);
  const clearers = team.filter(({ role }) => isAllowed(role, "clear for the embassy"));
  const headOfMission = clearers.find(({ accountId }) => accountId === campaign.headOfMissionId);
  return {
    id: campaign.id,
    version: campaign.version,
    values: kept ?? campaignRecord.typed(campaign),
    team,
    rules: [
      campaign.embassyClearsAlone
        ? "The embassy may clear alone where the ministry has cleared the wording of every block and that wording is used unaltered."
        : "The ministry must clear every paper.",
      campaign.ownDraftMayBeCleared
        ? "A clearer may clear their own draft; this is always shown."
        : "No one may clear their own draft.",
      headOfMission === undefined
        ? "No head of mission has been named to release papers."
        : `${headOfMission.name}, head of mission, may release a paper but must report the release to the ministry afterwards.`,
      campaign.silenceIsAgreement
        ? "A ministry desk that does not answer by its deadline is taken to agree; this is always shown."
        : "Silence does not count as agreement.",
      campaign.cablesAreCleared
        ? "Cables must be cleared before they are sent."
        : "Cables are sent without clearance and marked as not cleared.",
      campaign.isPersonStanceAllowed
        ? "Stances may be recorded for elected members and senior political appointees only."
        : "Individuals’ stances are not recorded.",
    ],
    mail: mailStateOf(context.settings),
    mayWrite: may("write"),
    isAdministrator: account.isAdministrator,
  };
});

export const action = campaignAction("write", async (arrival) => {
  const { id } = arrival.campaign;
  return save(
    arrival,
    campaignRecord.read(arrival.form, arrival.today),
    (change, typed, version) =>
      changeCampaign(change, { id, location: addressOf.settings(id) }, typed, version),
    ({ reason }) => explainCampaignRefusal(reason),
    async () => {
      const theirs = (await findCampaign(arrival.database.read, id)) ?? notFound();
      return { ...theirs, kind: "campaign" as const, values: campaignRecord.typed(theirs) };
    },
  );
});

export default function Settings() {
  const { id, team, rules, mail, mayWrite, isAdministrator } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Settings" sub="The rules of this campaign, and who works on it." />
      <div className="stack">
        {mayWrite ? <CampaignForm /> : <CampaignFacts />}
        <section>
          <h2>Clearance and people</h2>
          <ul>
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          <p>
            <a href={addressOf.desks(id)}>Who must agree, desk by desk</a>
          </p>
          <p className="note">
            {isAdministrator ? (
              <a href={`/admin/campaigns/${id}`}>Change these rules</a>
            ) : (
              "Only an administrator can change these rules."
            )}
          </p>
        </section>
        <Team team={team} />
        <section>
          <h2>First steps</h2>
          <p>
            <a href={addressOf.firstSteps(id)}>What a new campaign needs</a>
          </p>
        </section>
        <section>
          <h2>Mail</h2>
          <MailStateLine mail={mail} howToTurnOn={isAdministrator} />
          <p>
            <a href="/account/mail">Choose which mail you get</a>
          </p>
        </section>
      </div>
    </>
  );
}

function CampaignForm() {
  const { id, version, values } = useLoaderData<typeof loader>();
  const own = addressOf.settings(id);
  return (
    <section>
      <h2>The campaign</h2>
      <RecordForm
        of={campaignRecord}
        refused={useActionData<typeof action>()}
        values={values}
        version={version}
        action={own}
        leave={own}
        pending="Saving…"
      />
    </section>
  );
}

function CampaignFacts() {
  const { values } = useLoaderData<typeof loader>();
  return (
    <section>
      <h2>The campaign</h2>
      <dl className="fact-list">
        {campaignRecord.fields.map(({ name, label }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{values[name]?.[0] || "Not written yet"}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Team({ team }: { team: readonly TeamMember[] }) {
  return (
    <section>
      <h2>Team</h2>
      <ul>
        {team.map((member) => (
          <li key={member.accountId}>
            <b>{member.name}</b>
            {member.position === "" ? null : `, ${member.position}`}: {member.role},{" "}
            <span className="note">{describeRole(member.role)}</span>
          </li>
        ))}
      </ul>
      <p className="note">Administrators add people and change roles, under Administration.</p>
    </section>
  );
}
