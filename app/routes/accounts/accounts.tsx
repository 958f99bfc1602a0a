import { useLoaderData } from "@remix-run/react";
import { administratorPage } from "#app/http/page.server.ts";
import { State } from "#app/ui/marks.tsx";
import { pageTitle } from "#app/ui/page-title.ts";
import { type Account, listAccounts } from "#db/queries/accounts.server.ts";
import { AdministrationHead } from "./administration-head.tsx";

export const meta = () => pageTitle("Accounts");

export const loader = administratorPage(async ({ database }) => listAccounts(database.read));

export default function Accounts() {
  const accounts = useLoaderData<typeof loader>();
  return (
    <>
      <AdministrationHead
        at="/admin/accounts"
        sub="Who may sign in, and what each may do in which campaign."
        acts={
          <a className="btn primary" href="/admin/accounts/new">
            Add an account
          </a>
        }
      />
      <section className="scroll" aria-label="Accounts">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">E-mail</th>
              <th scope="col">Roles</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.id}>
                <th scope="row">
                  <a href={`/admin/accounts/${account.id}`}>{account.name}</a>
                </th>
                <td>{account.email}</td>
                <td>
                  <Roles account={account} />
                </td>
                <td>
                  <AccountState account={account} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Roles({ account }: { account: Account }) {
  const roles = account.roles.map(({ campaignName, role }) => `${campaignName}: ${role}`);
  const all = account.isAdministrator ? ["Administrator", ...roles] : roles;
  return all.length === 0 ? "None" : all.join("; ");
}

function AccountState({ account }: { account: Account }) {
  if (account.closedAt !== null) return <State kind="off">Closed</State>;
  return account.hasPassword ? <State kind="ok">Open</State> : <State kind="warn">No password yet</State>;
}
