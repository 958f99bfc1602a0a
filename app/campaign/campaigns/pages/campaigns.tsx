import { useLoaderData } from "@remix-run/react";
import { administratorPage } from "#app/http/page.server.ts";
import { daysInProse } from "#app/time/format.ts";
import { AdministrationHead } from "#app/ui/account-heads.tsx";
import { TableHead } from "#app/ui/list.tsx";
import { Empty, pageTitle } from "#app/ui/page-head.tsx";
import { listCampaigns } from "../store.server.ts";

export const meta = () => pageTitle("Campaigns");

export const loader = administratorPage(async ({ database, today }) => ({
  campaigns: await listCampaigns(database.read),
  today,
}));

export default function Campaigns() {
  const { campaigns, today } = useLoaderData<typeof loader>();
  return (
    <>
      <AdministrationHead
        at="/admin/campaigns"
        sub="Administrators see every campaign’s name and rules here, but see its records only if they have a role in it."
        acts={
          <a className="button primary" href="/admin/campaigns/new">
            Add a campaign
          </a>
        }
      />
      {campaigns.length === 0 ? <Empty text="No campaigns yet." /> : null}
      <section className="scroll" aria-label="Campaigns">
        <table className="table">
          <TableHead labels={["Campaign", "Dates", "Status"]} />
          <tbody>
            {campaigns.map((campaign) => (
              <tr key={campaign.id}>
                <th scope="row">
                  <a href={`/admin/campaigns/${campaign.id}`}>{campaign.name}</a>
                </th>
                <td>{daysInProse(campaign.startsOn, campaign.endsOn, today)}</td>
                <td>{campaign.status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
