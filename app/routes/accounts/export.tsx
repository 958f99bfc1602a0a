import { administratorPage } from "#app/http/page.server.ts";
import { pageTitle } from "#app/ui/page-title.ts";
import { AdministrationHead } from "./administration-head.tsx";

export const meta = () => pageTitle("Export");

export const loader = administratorPage(async () => ({}));

export default function Export() {
  return (
    <>
      <AdministrationHead at="/admin/export" sub="Nobody’s data is locked in." />
      <p className="lead">
        One zip with every record of every campaign: a CSV file for each kind (outreach-events.csv,
        key-messages.csv, …), and everything once more in demarche.json. Passwords and sessions stay here.
      </p>
      <form method="get" action="/admin/export.zip" className="form">
        <p className="save">
          <button className="btn primary" type="submit">
            Export everything
          </button>
        </p>
        <p className="note">
          It holds what colleagues wrote about people: keep it as carefully as the database. The same from the
          command line: npm run demarche -- export FOLDER
        </p>
      </form>
    </>
  );
}
