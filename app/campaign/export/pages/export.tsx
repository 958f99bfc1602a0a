import styles from "#app/campaign/accounts/accounts.css?url";
import { administratorPage } from "#app/http/page.server.ts";
import { AdministrationHead } from "#app/ui/account-heads.tsx";
import { pageTitle } from "#app/ui/page-head.tsx";

export const meta = () => pageTitle("Export");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = administratorPage(async () => ({}));

export default function Export() {
  return (
    <>
      <AdministrationHead at="/admin/export" sub="Your data is not locked in." />
      <div className="measured">
        <p>
          One zip file with every record of every campaign: a CSV file for each kind (outreach-events.csv,
          key-messages.csv, …), and the same records together in demarche.json. Passwords and sessions are not
          included.
        </p>
        <form method="get" action="/admin/export.zip">
          <button className="button primary" type="submit">
            Export everything
          </button>
        </form>
        <p className="note">
          It contains what colleagues have written about people, so keep it as safe as the database. To do the
          same from the command line: npm run demarche -- export FOLDER
        </p>
      </div>
    </>
  );
}
