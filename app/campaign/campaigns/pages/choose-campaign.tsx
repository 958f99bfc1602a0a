import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import styles from "#app/campaign/accounts/accounts.css?url";
import { listCampaignsOfAccount } from "#app/http/campaigns-of-account.server.ts";
import { signedInPage } from "#app/http/page.server.ts";
import { firstPage } from "#app/http/permission.ts";
import { daysInProse } from "#app/time/format.ts";
import { Empty, PageHead, pageTitle } from "#app/ui/page-head.tsx";

export const meta = () => pageTitle("Your campaigns");
export const links = () => [{ rel: "stylesheet", href: styles }];

/** Whoever has one campaign is taken there. */
export const loader = signedInPage(async ({ account, database, today, url }) => {
  const campaigns = await listCampaignsOfAccount(database.read, account.id);
  const [only, ...others] = campaigns;
  if (only !== undefined && others.length === 0 && !url.searchParams.has("done"))
    return redirect(firstPage(only.campaign.id, only.role));
  return { campaigns, today, isAdministrator: account.isAdministrator };
});

export default function ChooseCampaign() {
  const { campaigns, today, isAdministrator } = useLoaderData<typeof loader>();
  if (campaigns.length === 0) return <NoCampaign isAdministrator={isAdministrator} />;
  return (
    <>
      <PageHead title="Your campaigns" />
      <ul className="entries">
        {campaigns.map(({ campaign, role }) => (
          <li key={campaign.id}>
            <span>
              <a href={firstPage(campaign.id, role)}>
                <b>{campaign.name}</b>
              </a>
              <br />
              <span className="note">
                {daysInProse(campaign.startsOn, campaign.endsOn, today)}, {campaign.status}
              </span>
            </span>
            <span className="note">Your role: {role}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function NoCampaign({ isAdministrator }: { isAdministrator: boolean }) {
  return (
    <>
      <PageHead title="Your campaigns" />
      {isAdministrator ? (
        <Empty
          text="You have no role in any campaign."
          act={{ label: "Add a campaign or give yourself a role", to: "/admin" }}
        />
      ) : (
        <Empty text="You have no role in any campaign yet. Ask your administrator for one." />
      )}
    </>
  );
}
