import { useLoaderData } from "@remix-run/react";
import { administratorPage } from "#app/http/page.server.ts";
import { AdministrationHead } from "#app/ui/account-heads.tsx";
import { State } from "#app/ui/marks.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";
import styles from "../accounts.css?url";
import { type Account, listAccounts } from "../store.server.ts";

export const meta = () => pageTitle("Accounts");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = administratorPage(async ({ database }) => listAccounts(database.read));

export default function Accounts() {
  const accounts = useLoaderData<typeof loader>();
  return (
    <>
      <AdministrationHead
        at="/admin/accounts"
        sub="Who may sign in, and their role in each campaign."
        acts={
          <>
            <a className="button" href="/admin/accounts/import">
              Add several
            </a>
            <a className="button primary" href="/admin/accounts/new">
              Add an account
            </a>
          </>
        }
      />
      <ul className="entries">
        {accounts.map((account) => (
          <li key={account.id}>
            <span>
              <a href={`/admin/accounts/${account.id}`}>
                <b>{account.name}</b>
              </a>
              , {account.email}
              <br />
              <span className="note">{rolesOf(account)}</span>
            </span>
            <AccountState account={account} />
          </li>
        ))}
      </ul>
    </>
  );
}

function rolesOf(account: Account): string {
  const roles = account.roles.map(({ campaignName, role }) => `${campaignName}: ${role}`);
  const all = account.isAdministrator ? ["Administrator", ...roles] : roles;
  return all.length === 0 ? "No role" : all.join("; ");
}

function AccountState({ account }: { account: Account }) {
  if (account.closedAt !== null) return <State kind="off">Closed</State>;
  return account.hasPassword ? <State kind="ok">In use</State> : <State kind="warn">No password yet</State>;
}
