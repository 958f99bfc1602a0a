import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listCampaigns } from "#app/campaign/campaigns/store.server.ts";
import type { Option } from "#app/http/form-values.ts";
import { administratorFilesAction, administratorPage } from "#app/http/page.server.ts";
import { describeRole, ROLES } from "#app/http/permission.ts";
import { counted } from "#app/text/in-words.ts";
import { Select, TextArea } from "#app/ui/controls.tsx";
import { ButtonForm, Cancel, ErrorSummary, FormFrame } from "#app/ui/form-frame.tsx";
import { TableHead } from "#app/ui/list.tsx";
import { PageHead, pageTitle } from "#app/ui/page-head.tsx";
import styles from "../accounts.css?url";
import type { ListedColleague } from "../colleagues-list.ts";
import { answerAccounts, type ShownAccounts } from "./answer-accounts.server.ts";

export const meta = () => pageTitle("Add several accounts");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = administratorPage(async ({ database, url }) => ({
  campaigns: (await listCampaigns(database.read)).map(({ id, name }) => ({ value: id, label: name })),
  campaign: url.searchParams.get("campaign") ?? "",
}));

export const action = administratorFilesAction(async (arrival) => {
  const { shown, status } = await answerAccounts(arrival);
  return data<ShownAccounts>(shown, { status });
});

export default function ImportAccounts() {
  const { campaigns, campaign } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Add several accounts"
        sub="Everyone on the list will get a role in one campaign and a first password."
        crumbs={[{ label: "Accounts", to: "/admin/accounts" }, "Add several"]}
      />
      {answer?.added ? (
        <Added
          added={answer.added}
          changeId={answer.changeId}
          campaign={campaigns.find(({ value }) => value === answer.campaign) ?? null}
        />
      ) : (
        <>
          <ErrorSummary errors={answer?.errors} />
          <div className="stack">
            {answer?.toAdd ? <ToAdd colleagues={answer.toAdd} answer={answer} /> : null}
            <TheList campaigns={campaigns} campaign={answer?.campaign ?? campaign} answer={answer} />
          </div>
        </>
      )}
    </>
  );
}

function TheList({
  campaigns,
  campaign,
  answer,
}: {
  campaigns: readonly Option[];
  campaign: string;
  answer: ShownAccounts | undefined;
}) {
  return (
    <section aria-labelledby="list-of-colleagues">
      <h2 id="list-of-colleagues">The list</h2>
      <FormFrame encType="multipart/form-data">
        <Select
          name="campaign"
          label="Campaign"
          value={campaign}
          error={answer?.errors.campaign}
          options={campaigns}
        />
        <TextArea
          name="list"
          label="Colleagues, one per line"
          hint={`Name, e-mail, role, position. Type the list, or paste it from a spreadsheet. For example: Jana Dvořáková, jana@mission.example, officer, Congress. Roles: ${ROLES.map((role) => `${role} (${describeRole(role)})`).join("; ")}.`}
          error={answer?.errors.list}
          value={answer?.list}
          rows={8}
        />
        {(answer?.faults ?? []).map((fault) => (
          <p key={fault} className="error-message">
            {fault}
          </p>
        ))}
        <div className="field">
          <label htmlFor="file">Or a CSV file with these columns</label>
          <input id="file" name="file" type="file" accept=".csv,.txt,text/csv" />
        </div>
        <button type="submit" className={answer?.toAdd ? "button" : "button primary"}>
          Show the accounts
        </button>
      </FormFrame>
    </section>
  );
}

function ToAdd({ colleagues, answer }: { colleagues: readonly ListedColleague[]; answer: ShownAccounts }) {
  return (
    <section aria-labelledby="to-add">
      <h2 id="to-add">{counted(colleagues.length, "account")} to add. Nothing has been saved yet.</h2>
      <table className="table">
        <TableHead labels={["Name", "E-mail", "Role", "Position"]} />
        <tbody>
          {colleagues.map(({ name, email, role, position }) => (
            <tr key={email}>
              <th scope="row">{name}</th>
              <td>{email}</td>
              <td>{role}</td>
              <td>{position}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <FormFrame id="confirm">
        <input type="hidden" name="campaign" value={answer.campaign} />
        <input type="hidden" name="list" value={answer.list} />
        <input type="hidden" name="agreed" value="yes" />
        <p className="save">
          <button type="submit" className="button primary" data-pending="Adding…">
            Add these accounts
          </button>
          <Cancel to="/admin/accounts/import" />
        </p>
      </FormFrame>
    </section>
  );
}

function Added({
  added,
  changeId,
  campaign,
}: {
  added: readonly { name: string; email: string; password: string }[];
  changeId: string;
  campaign: Option | null;
}) {
  return (
    <section aria-labelledby="added">
      <h2 id="added">{counted(added.length, "account")} added</h2>
      <p>
        These first passwords are shown only once and are not stored. Print or copy them and hand each one
        over in person; do not send them by e-mail. Everyone can change theirs under <i>Your account</i>.
      </p>
      <table className="table">
        <TableHead labels={["Name", "E-mail", "First password"]} />
        <tbody>
          {added.map(({ name, email, password }) => (
            <tr key={email}>
              <th scope="row">{name}</th>
              <td>{email}</td>
              <td>
                <code>{password}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="save">
        {campaign === null ? null : (
          <a className="button primary" href={`/c/${campaign.value}`}>
            Open {campaign.label}
          </a>
        )}
        <a className="button" href="/admin/accounts">
          Back to the accounts
        </a>
        <ButtonForm action="/undo" label="Undo" fields={{ change: changeId }} />
      </div>
    </section>
  );
}
